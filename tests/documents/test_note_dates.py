"""A note says beside an answer that a legal day of its plan is not kept: nobody votes on it unaware."""

from functools import cache

import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.words.voice import Voice
from tests.documents.conftest import CASES, EXAMPLES, MADE_ON, case_in, real_report
from tests.documents.test_formats import squeezed

NOT_KEPT = {"out_of_reach", "impossible", "past"}


@cache
def report(name: str) -> Report:
    if name not in EXAMPLES:
        return real_report(name, "fr")
    return build(case_in(EXAMPLES[name]), "fr", Adviser(), MADE_ON, extent=extent_of("note"))


@pytest.mark.parametrize("name", [*EXAMPLES, *(name for name, _ in CASES)])
def test_a_day_that_is_not_kept_stands_beside_the_answer(name: str) -> None:
    found = report(name)
    assert found.note is not None
    if found.roadmap is None:
        assert not any(answer.late for answer in found.note.answers)
        return
    questions = {group.number: group.id.partition("/")[0] for group in found.roadmap.groups}
    for answer in found.note.answers:
        said, days = " ".join(answer.late), Voice("fr")
        wanted = {
            days.day(legal.day)
            for task in found.roadmap.tasks
            if questions[task.group] == answer.question
            for legal in task.legal
            if legal.state in NOT_KEPT
        }
        assert bool(said) == bool(wanted)
        assert [day for day in wanted if day not in said] == []


def test_the_note_shows_it() -> None:
    late = [said for answer in report("loire-beauce").note.answers for said in answer.late]  # type: ignore[union-attr]
    assert any("30 juin 2017" in said for said in late)
    text = squeezed(render(report("loire-beauce"), ".md").decode())
    assert [said for said in late if squeezed(said) not in text] == []
