"""Keys that come together, typed ahead or sent by a script, are taken in the order typed."""

from datetime import date

import pytest
from textual.pilot import Pilot

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui.widgets.controls import ChoiceControl
from tests.tui.conftest import answers, app_of, notices, press, settle
from tests.tui.test_checklists import FOUR, app, facts_in_sight, lines, open_on, panel, to_the_lines
from tests.walking import hand


async def together(pilot: Pilot[str], *keys: str) -> None:
    """Send keys as one: none waits for what the one before does."""
    for key in keys:
        hand.press(app_of(pilot), key)
    await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("down n", {1: False}),
        ("1 2 3 down n", {0: True, 1: True, 2: True, 3: False}),
        ("down down n up up o", {2: False, 1: True}),
        ("end n home o", {3: False, 0: True}),
        ("space down n", {0: True, 1: False}),
        ("down i n", {1: None, 2: False}),
        ("o n down e", {0: True, 1: False, 2: None, 3: None}),
    ],
)
async def test_each_letter_answers_the_line_that_the_keys_before_it_led_to(
    keys: str, said: dict[int, bool | None]
) -> None:
    """« Down n » said no to the line that was left, without a word."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await together(pilot, *keys.split())
        assert lines(pilot).said == {FOUR[number]: yes for number, yes in said.items()}


async def test_a_letter_after_enter_answers_no_line_that_was_left() -> None:
    """It was meant for what comes next, which nobody saw yet: it is refused with a word."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "1", "a", "up", "up")
        said = dict(answers(pilot))
        await together(pilot, "enter", "o")
        assert facts_in_sight(pilot) != FOUR
        assert dict(answers(pilot)) == said
        assert "cette touche n’a pas été prise" in notices(pilot)


async def test_a_figure_after_an_arrow_and_enter_answers_no_question_that_was_left() -> None:
    """« Down Enter 3 » answers what the arrow leads to, not the third choice."""
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native")))
        await press(pilot, "down")
        control = panel(pilot).control
        assert isinstance(control, ChoiceControl)
        wanted = control._choices[1][0]
        await together(pilot, "down", "enter", "3")
        assert list(answers(pilot).values()) == [wanted]
