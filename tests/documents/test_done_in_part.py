"""Where an answer is done and an act of the plan does a part of it over, the note of a merger says so beside it."""

import pytest

from petr_advisor.documents.model_options import LinePart
from tests.documents.conftest import READING, reading_note, reading_report, real_base

CASES = sorted(path.stem for path in READING.glob("petr-*fusion*.yaml"))


def done_over(name: str) -> dict[str, str]:
    """Give, by title of the act that does it over, the decision of each answer that is done."""
    base, report = real_base(), reading_report(name)
    tasks = [task for task in report.roadmap.tasks if task.certain] if report.roadmap else []
    lines: list[LinePart] = [line for found in report.questions for line in found.lines if line.state == "done"]
    return {
        task.title: line.decision
        for line in lines
        for task in tasks
        for key in base.act(task.id).contains
        if any(key.partition("/")[0] in base.options[option].procedures for option in line.options)
    }


@pytest.mark.parametrize("name", CASES)
def test_what_is_done_says_what_the_plan_does_over(name: str) -> None:
    told = {part.words: part.effect or "" for answer in reading_note(name).answers for part in answer.parts}
    for title, decision in done_over(name).items():
        assert title in told.get(decision, title), title


def test_a_merger_of_members_has_vice_presidents_replaced() -> None:
    assert [title for title in done_over("petr-membres-fusionnent-2016") if "vice-présidents" in title]
    (told,) = [
        part.effect
        for answer in reading_note("petr-membres-fusionnent-2016").answers
        for part in answer.parts
        if "vice-président" in part.words
    ]
    assert told is not None
    assert "remplace les vice-présidents" in told
