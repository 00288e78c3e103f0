"""Going back to a checklist: the same lines, in the same order, those not answered yet too."""

from textual.pilot import Pilot

from tests.tui.conftest import answers, consultation_of, notices, press, settle
from tests.tui.test_checklists import FOUR, HELD, app, begun, facts_in_sight, lines, open_on, to_the_lines


async def test_lines_answered_in_any_order_come_again_in_theirs() -> None:
    """The figure learnt ticked another line."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "3", "n", "2", "n", "1", "a", "enter", "left")
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).said == {FOUR[0]: True, FOUR[1]: False, FOUR[2]: False, FOUR[3]: False}


async def to_the_half_filled(pilot: Pilot[str]) -> None:
    """Answer two lines of four, then go back to the question before."""
    await to_the_lines(pilot)
    await press(pilot, "3", "1", "left")
    assert facts_in_sight(pilot) == ("project.voters",)


async def test_half_filled_lines_that_were_left_come_again_whole() -> None:
    """← left them for the question before, → comes back to all four; what is blank is told, then put off."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_half_filled(pilot)
        await press(pilot, "right")
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).said == {FOUR[0]: True, FOUR[2]: True}
        await press(pilot, "enter")
        assert facts_in_sight(pilot) == FOUR
        assert "2 lignes décisives sans réponse" in notices(pilot)
        await press(pilot, "enter")
        assert facts_in_sight(pilot) != FOUR
        assert consultation_of(pilot).state.skipped == {(FOUR[1], None), (FOUR[3], None)}


async def test_what_is_not_said_of_half_filled_lines_is_asked_among_them() -> None:
    """Not alone, in another form: the question before being confirmed, all four lines are there."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_half_filled(pilot)
        await press(pilot, "right", "right")
        assert facts_in_sight(pilot) == ("association.kept",)  # it bears LEADER, by the line that is said
        await press(pilot, "i")
        assert facts_in_sight(pilot) == FOUR
        await press(pilot, "2", "a", "enter")
        assert [answers(pilot)[fact, None] for fact in FOUR] == [True, True, True, "none"]
        assert facts_in_sight(pilot) != FOUR


async def test_a_checklist_taken_up_again_goes_back_in_one_step() -> None:
    """The dossier was closed meanwhile: what was said before the lines is not touched, nor a line changed later."""
    case = begun(HELD["an association of real members"]).answer("structure.legal_form", "association")
    said = case.answer(FOUR[0], value=True).answer(FOUR[1], value=False).dont_know(FOUR[2]).answer(FOUR[3], "none")
    changed = said.answer(FOUR[1], value=True)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, changed)
        await press(pilot, "ctrl+z")
        assert consultation_of(pilot).events == said.events
        await press(pilot, "ctrl+z")
        assert consultation_of(pilot).events == case.events
        await press(pilot, "ctrl+y", "ctrl+y")
        assert consultation_of(pilot) is changed
        await press(pilot, *["ctrl+z"] * 3)
        assert (FOUR[0], None) not in answers(pilot)
