"""On the chart of a note a part of the plan bears the name of what is done in it."""

import pytest

from .conftest import reading_report
from .test_formats import squeezed


@pytest.mark.parametrize("name", ["petr-entree-projet-2026", "petr-projet-garde-actes-manquants-2024"])
def test_the_acts_of_an_answer_that_keeps_what_is_there_have_their_own_name(name: str) -> None:
    """« Keeping the project until the entry, then extending it » ended on the chart before anybody was in.

    Only the agreement that the project still lacks is concluded by then.
    """
    report = reading_report(name)
    assert report.roadmap is not None
    assert report.note is not None
    assert report.note.timeline is not None
    drawn = squeezed(report.note.timeline.alt)
    keeping = {answer.question for answer in report.note.answers if answer.state == "stay"}
    parts = [group for group in report.roadmap.groups if group.id.partition("/")[0] in keeping]
    assert parts
    for group in parts:
        acts = [task for task in report.roadmap.tasks if task.group == group.number and task.certain]
        assert squeezed(f"{group.number}. {group.option}") not in drawn
        assert any(squeezed(task.title) in drawn for task in acts)
