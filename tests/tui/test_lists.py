"""Keys that come before a list is laid out."""

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.grid import GridRows
from petr_advisor.tui.widgets.lines import Lines

LISTS: tuple[OptionList, ...] = (CheckList(id_="x"), ChoiceControl([]), GridRows(), Lines())


class Flat(App[None]):
    """A list that has no line of the screen yet."""

    CSS = "OptionList { height: 0; padding: 0; border: none; }"

    def __init__(self, listed: OptionList) -> None:
        super().__init__()
        self.listed = listed

    def compose(self) -> ComposeResult:
        yield self.listed


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
