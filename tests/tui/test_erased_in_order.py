"""What is erased in a line is what stood there when the key was pressed, however fast the keys behind it come."""

from pathlib import Path

import pytest
from textual.widgets import Input

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.examples import ExamplesScreen
from petr_advisor.tui.widgets.input_line import InputLine
from tests.tui.conftest import AppMaker, begin, press, settle
from tests.tui.test_keys_in_order import together
from tests.tui.test_searching import folder as folder  # noqa: PLC0414 - a fixture
from tests.tui.test_typed_answers import COUNT, change

TYPED = [
    ("4 backspace 9", "9"),
    ("7 backspace 6", "6"),
    ("5 backspace backspace 6 7", "67"),
    ("1 2 ctrl+u 3", "3"),
    ("1 2 3 left left delete 8", "183"),
    ("1 2 ctrl+w 5", "5"),
]


@pytest.mark.parametrize(("keys", "left"), TYPED)
async def test_a_number_is_what_was_typed(make: AppMaker, base: KnowledgeBase, keys: str, left: str) -> None:
    """« 7 ⌫ 6 » typed while the program computed was recorded as 7."""
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, COUNT)
        await together(pilot, *keys.split())
        assert pilot.app.screen.query_one(Input).value == left


async def test_every_line_to_type_in_erases_in_order(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        for line in pilot.app.screen.query(Input):
            assert isinstance(line, InputLine), line.id


async def test_a_search_begun_by_its_letters_has_them_all(make: AppMaker, folder: Path) -> None:
    """« bruche » sent in one go on the list left « b »: the others came to the list that had lost the keyboard."""
    async with make(examples=folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.push_screen(ExamplesScreen(folder))
        await settle(pilot)
        await together(pilot, *"brux", "backspace", *"che")
        assert pilot.app.screen.query_one("#find", Input).value == "bruche"


async def test_typing_over_an_answer_replaces_it(make: AppMaker, base: KnowledgeBase) -> None:
    """« 5 » typed where 7 stood made 75."""
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, COUNT)
        await press(pilot, "7", "enter")
        await change(pilot, base, COUNT)
        assert pilot.app.screen.query_one(Input).value == "7"
        await press(pilot, "5")
        assert pilot.app.screen.query_one(Input).value == "5"
