"""A day on which nothing has to be done is not told among those to bring forward, be it a Sunday."""

import pytest

from petr_advisor.consulting.let_pass import let_pass
from petr_advisor.words.voice import Voice

from .conftest import READING, case_in, reading_note
from .test_formats import squeezed

ENDS = "petr-dissolution-scot-leader-2026"
CASES = sorted({ENDS, *(path.stem for path in sorted(READING.glob("*.yaml"))[::25])})


@pytest.mark.parametrize("name", CASES)
def test_an_event_that_nobody_has_to_avoid_asks_for_nothing(name: str) -> None:
    """The end of a programme, a Sunday two years ahead, was told as a day to bring forward."""
    case, note = case_in(READING / f"{name}.yaml"), reading_note(name)
    passed = {act.last for term in case.terms if let_pass(case, term) for act in term.acts} - {None}
    asked = {day for vote in note.votes for day in (*vote.days, vote.soonest, vote.latest)}
    asked |= {each.day for each in note.dates if each.task is not None}
    said = squeezed(note.no_session or "")
    assert [day for day in passed - asked if day and squeezed(Voice("fr").day(day)) in said] == []
    assert passed or name != ENDS
