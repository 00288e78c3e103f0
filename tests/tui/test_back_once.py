"""One press goes back one question at most: keys that come together behind it were not meant for that question."""

import pytest
from textual.pilot import Pilot

from petr_advisor.tui.widgets.controls import TypedInput
from tests.tui.conftest import AppMaker, begin, press, settle, shown
from tests.tui.test_keys_in_order import together


async def to_a_number(pilot: Pilot[str]) -> list[str | None]:
    """Answer « I do not know » until a line to type in stands empty; give the questions passed."""
    passed: list[str | None] = []
    while not isinstance(pilot.app.focused, TypedInput):
        passed.append(shown(pilot))
        await press(pilot, "2" if not passed[1:] else "i")
        assert len(passed) < 20
    return passed


@pytest.mark.parametrize("key", ["backspace", "left"])
async def test_a_burst_on_an_empty_line_goes_back_one_question(make: AppMaker, key: str) -> None:
    """Twenty erasures on an empty number went back to the first question, and the next letter replaced its answer."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        passed = await to_a_number(pilot)
        assert len(passed) > 1
        await together(pilot, *[key] * 20)
        assert shown(pilot) == passed[-1]
        await press(pilot, key)
        assert shown(pilot) == passed[-2]
