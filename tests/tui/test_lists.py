"""Lists: keys that come before one is laid out, a bar that stays where it was."""

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.territory import TerritoryScreen
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.tui.widgets.rows import Rows
from tests.tui.conftest import AppMaker, pick, press
from tests.tui.test_territory import open_new

LISTS: tuple[OptionList, ...] = (CheckList(id_="x"), ChoiceControl([]), Rows(), Lines())


class Flat(App[None]):
    """A list that has no line of the screen yet."""

    CSS = "OptionList { height: 0; padding: 0; border: none; }"

    def __init__(self, listed: OptionList) -> None:
        super().__init__()
        self.listed = listed

    def compose(self) -> ComposeResult:
        yield self.listed


class Listed(Flat):
    """A list with the whole screen."""

    CSS = "OptionList { height: 1fr; }"


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: type(listed).__name__)
def test_a_page_key_pressed_too_early_does_nothing(listed: OptionList) -> None:
    async def press() -> int | None:
        app = Flat(listed)
        async with app.run_test() as pilot:
            listed.set_options(["one", "two", "three"])
            listed.highlighted = 1
            listed.focus()
            await pilot.press("pagedown", "pageup")
            return listed.highlighted

    assert asyncio.run(press()) == 1


def test_choices_are_there_before_the_list_is_laid_out() -> None:
    """A list laid out while it is empty may keep no height: nothing to choose from would show."""
    choices = ChoiceControl([("a", Content("one")), ("b", Content("two"))])
    assert choices.option_count == 2


def test_a_list_filled_again_keeps_its_bar_on_what_it_stood_for() -> None:
    """Lines come and go above it while one looks: Enter still opens what was looked at, in sight."""

    async def bars() -> list[str | None]:
        lines = Lines[str]()
        found = list[str | None]()
        async with Listed(lines).run_test(size=(20, 4)):
            for names in ("abc", "xyabc", "uvwxyabcdef", "abc", "xy"):
                lines.fill(Line(Content(name), name) for name in names)
                if len(found) == 0:
                    lines.highlighted = 1
                await lines.app._animator.wait_until_complete()
                found.append(lines.target)
        return found

    assert asyncio.run(bars()) == ["b", "b", "b", "b", "y"]


@pytest.mark.parametrize(("height", "top"), [(6, 0), (4, 1)])
def test_what_stands_above_the_line_gone_to_is_read_first(height: int, top: int) -> None:
    """The conclusions began with the tail of what is proposed, for the way below it takes two lines."""

    async def begun() -> tuple[str | None, int]:
        lines = Lines[str]()
        async with Listed(lines).run_test(size=(20, height)) as pilot:
            lines.fill([Line(Content("1")), *(Line(Content(n)) for n in "234"), Line(Content("5\n6"), "way", "answer")])
            lines.go_to("answer", from_top=True)
            await pilot.pause()
            return lines.target, min(lines.scroll_offset.y, 1)

    assert asyncio.run(begun()) == ("way", top)


async def test_enter_on_the_territory_corrects_the_line_under_the_bar(make: AppMaker) -> None:
    """An evaluation that comes back meanwhile puts lines above it."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_new(pilot)
        await pick(pilot, "molsheim", "vallée de la bruche")
        await press(pilot, "ctrl+s")
        screen = pilot.app.screen
        assert isinstance(screen, TerritoryScreen)
        lines = screen.query_one(Lines)
        lines.highlighted = next(n for n, line in enumerate(lines._shown) if line.target not in {"members", "go_on"})
        fact = lines.target
        above = Line(Content("…"), "another")
        lines.fill([above, above, *lines._shown])
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)
        assert pilot.app.screen._question.fact == fact
