"""The last day of a plan that a note tells has its act: in a vote, among the dates, drawn by itself, or said beside."""

import pytest

from .conftest import reading_report
from .test_formats import squeezed

ENDS = (
    "syndicat-2014",
    "syndicat-ouvert-transformation-2026",
    "association-votes-prevus-2026",
    "petr-entree-projet-2026",
)
"""A plan of one part, in or out of its chart; one part that goes on long after the others."""


@pytest.mark.parametrize("name", ENDS)
def test_the_last_day_of_a_plan_has_its_act(name: str) -> None:
    """A note gave « 20 July 2020 at the latest » to votes of which the last was in 2015, and never said what ended."""
    report = reading_report(name)
    plan, note = report.roadmap, report.note
    assert plan is not None
    assert note is not None
    voted = {vote.task for vote in note.votes if plan.end in vote.days}
    dated = {each.task for each in note.dates if each.day == plan.end}
    told = squeezed(" ".join((note.span or "", note.timeline.alt if note.timeline else "")))
    last = [task for task in plan.tasks if task.latest == plan.end and not task.beside]
    assert any(task.number in voted | dated or squeezed(task.title) in told for task in last)
