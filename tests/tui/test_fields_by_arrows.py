"""In a new consultation, arrows lead from field to field, as they lead from line to line everywhere else."""

from textual.pilot import Pilot
from textual.widgets import Button, Input

from petr_advisor.tui.widgets.checks import CheckList
from tests.tui.conftest import AppMaker, on_screen, press, settle, write
from tests.tui.test_keys_in_order import together


async def opened(pilot: Pilot[str]) -> CheckList:
    """Open the form and write a name."""
    await settle(pilot)
    await press(pilot, "enter")
    await write(pilot, "Bruche")
    return pilot.app.screen.query_one(CheckList)


async def test_down_goes_from_the_name_to_the_questions_and_up_comes_back(make_many: AppMaker) -> None:
    """It stayed in the name, where Space was written; so was nothing ticked."""
    async with make_many().run_test(size=(80, 24)) as pilot:
        checks = await opened(pilot)
        before = checks.ticked
        assert "Tab Champ suivant" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "down", "down")
        assert pilot.app.focused is checks
        assert checks.highlighted == 0
        await press(pilot, "down", "space")
        assert len(checks.ticked) == len(before) + 1
        await press(pilot, "down")
        assert isinstance(pilot.app.focused, Button)
        await press(pilot, "up", "up", "up", "up", "up", "up")
        focused = pilot.app.focused
        assert isinstance(focused, Input)
        assert (focused.id, focused.value) == ("name", "Bruche")


async def test_keys_typed_ahead_are_for_the_field_that_the_arrows_lead_to(make_many: AppMaker) -> None:
    """Space after the arrows ticks, however fast, and is not written in the line that was left."""
    async with make_many().run_test(size=(80, 24)) as pilot:
        checks = await opened(pilot)
        before = checks.ticked
        await together(pilot, "down", "down", "down", "space", "up", "space")
        assert len(checks.ticked) == len(before)
        assert checks.ticked != before
        assert pilot.app.screen.query_one("#name", Input).value == "Bruche"
