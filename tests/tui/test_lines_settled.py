"""A line of a checklist that another line settles is asked no more, though it keeps its place."""

from textual.pilot import Pilot

from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.statements import Statements
from tests.tui.conftest import answers, app_of, press, settle
from tests.tui.test_checklists import HELD, begun, facts_in_sight, lines, open_on, panel, reply
from tests.tui.test_checklists import app as real

LARGE, LARGER = "members.some_above_50000", "members.some_above_100000"
KNOWN_LITTLE = HELD["a syndicate of 2014 of which only who must vote is known"]


async def put(pilot: Pilot[str], fact: str) -> None:
    """Hold the consultation until a line is in sight."""
    await settle(pilot)
    await open_on(pilot, begun(KNOWN_LITTLE))
    while fact not in facts_in_sight(pilot):
        await reply(pilot, KNOWN_LITTLE)


async def test_a_line_that_another_settles_says_so_and_is_not_asked() -> None:
    """None above 50,000: nobody is asked of above 100,000, now or later."""
    async with real(as_of=KNOWN_LITTLE["as_of"]).run_test(size=(80, 24)) as pilot:
        await put(pilot, LARGE)
        facts = facts_in_sight(pilot)
        assert {LARGE, LARGER} <= set(facts)
        lines(pilot).go_to(LARGE)
        await press(pilot, "n")
        assert facts_in_sight(pilot) == facts
        assert lines(pilot).settled == {LARGER}
        assert "plus rien n’en dépend" in str(lines(pilot).rows.options[facts.index(LARGER)].prompt)
        await press(pilot, "e", "enter")
        assert (LARGER, None) not in answers(pilot)
        while isinstance(pilot.app.screen, QuestionScreen) and panel(pilot).question is not None:
            assert LARGER not in facts_in_sight(pilot)
            await reply(pilot, KNOWN_LITTLE)
            session = app_of(pilot).session
            if session is None or session.evaluation is None or session.evaluation.question is None:
                break


async def test_a_line_is_asked_again_once_what_settled_it_is_changed() -> None:
    async with real(as_of=KNOWN_LITTLE["as_of"]).run_test(size=(80, 24)) as pilot:
        await put(pilot, LARGE)
        lines(pilot).go_to(LARGE)
        await press(pilot, "n")
        lines(pilot).go_to(LARGE)
        await press(pilot, "o")
        control = panel(pilot).control
        assert isinstance(control, Statements)
        assert not control.settled
        assert LARGER in control.blank
