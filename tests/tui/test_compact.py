"""On fourteen lines, and on fewer: of a dialog what is filled in and its keys, of the members those that are listed."""

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static

from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language
from tests.tui.conftest import AppMaker, app_of, many, on_screen, pick, press, settle, write
from tests.tui.test_members import BRUCHE, MOLSHEIM

SIZES = [(50, 14), (40, 14), (80, 12), (60, 16), (40, 10)]


def drawn(pilot: Pilot[str]) -> list[str]:
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_a_report_is_written_with_all_in_sight(
    make_many: AppMaker, size: tuple[int, int], language: Language
) -> None:
    """The file, its key and the foot were below what was in sight, and nothing said so."""
    async with make_many(language=language).run_test(size=size) as pilot:
        await many(pilot)
        await press(pilot, "x")
        screen = pilot.app.screen
        assert isinstance(screen, ExportScreen)
        frame = screen.query_one(".frame")
        assert not frame.max_scroll_y
        seen = "\n".join(drawn(pilot))
        assert "Ctrl+S" in seen
        assert "Esc" in seen.replace("Échap", "Esc")
        for each in screen.query(ChoiceControl):
            assert each.highlighted is not None
            assert each.in_sight(each.highlighted)
        path = screen.query_one("#path", Input)
        assert path.region.height
        assert frame.region.contains_region(path.region)
        await press(pilot, "tab", "tab")
        assert path.has_focus
        assert path.value[:20] in "\n".join(drawn(pilot))
        path.value = "/nowhere/at/all.docx"
        await press(pilot, "ctrl+s")
        assert screen.query_one("#trouble", Static).region.height
        assert not frame.max_scroll_y
        assert "Ctrl+S" in "\n".join(drawn(pilot))


@pytest.mark.parametrize("size", [(50, 14), (40, 14), (80, 16)])
async def test_a_member_that_is_listed_is_in_sight_while_another_is_typed(
    make: AppMaker, size: tuple[int, int]
) -> None:
    """The list had no row at all."""
    async with make().run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        await pick(pilot, BRUCHE)
        app_of(pilot).clear_notifications()
        await settle(pilot)
        assert rows_in_sight(pilot) >= 1
        await write(pilot, MOLSHEIM)
        assert "+ " in on_screen(pilot)
        assert rows_in_sight(pilot) >= 1
        assert pilot.app.screen.query_one(Keys).region.height


def rows_in_sight(pilot: Pilot[str]) -> int:
    table = pilot.app.screen.query_one(DataTable)
    return table.scrollable_content_region.height - table.header_height


@pytest.mark.parametrize("size", [(50, 14), (40, 14), (80, 12)])
async def test_what_can_be_opened_is_in_sight_at_the_start(make: AppMaker, size: tuple[int, int]) -> None:
    """Two paragraphs took every line: nothing that can be opened was in sight."""
    async with make().run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Nouvelle consultation" in on_screen(pilot)
        assert "juridique" in on_screen(pilot)
        assert "q Quitter" in on_screen(pilot).replace("\u00a0", " ")


async def test_a_usual_terminal_says_how_to_go_on_at_the_start(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Tout se fait au clavier" in on_screen(pilot)
        assert "Nouvelle consultation" in on_screen(pilot)
