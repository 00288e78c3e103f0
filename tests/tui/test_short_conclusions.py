"""On a terminal of a few lines, the answers have more of them than what stands around them."""

import pytest

from petr_advisor.files.locations import examples_folder
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.documents.conftest import case_in
from tests.tui.conftest import app_of, settle
from tests.tui.test_checklists import app as real


@pytest.mark.parametrize("size", [(50, 14), (50, 17)])
async def test_the_answers_have_room(size: tuple[int, int]) -> None:
    """Two lines of an answer were seen, cut before « à confirmer : 2 textes », and as many of the tabs above them."""
    case = case_in(examples_folder() / "life" / "mobility-left-to-the-region.yaml")
    async with real().run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app_of(pilot).post_message(app_of(pilot).Begun("Pays", case, on="conclusions"))
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        options = pilot.app.screen.query_one("#options", Lines)
        app_of(pilot).clear_notifications()
        await settle(pilot)
        assert options.has_focus
        assert options.scrollable_content_region.height >= 4
