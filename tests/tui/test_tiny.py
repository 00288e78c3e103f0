"""A pane of any size, however small: every screen is shown, answered and left."""

import pytest

from tests.tui.conftest import AppMaker, answers, begin, on_screen, press, settle

SIZES = [(1, 1), (5, 24), (20, 5)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_pane_too_small_to_read_kills_nothing(make: AppMaker, size: tuple[int, int]) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await pilot.resize_terminal(*size)
        await press(pilot, "1", "i", "left", "f1", "escape", "p", "enter", "escape", "d", "escape", "r", "enter")
        await press(pilot, "escape", "escape", "c", "tab", "c", "escape", "x", "escape", "m", "a", "escape", "escape")
        await press(pilot, "l", "escape", "escape")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert pilot.app.is_running


async def test_a_consultation_is_held_in_twenty_columns_and_five_lines(make: AppMaker) -> None:
    """What is asked and the mark are in sight, then what follows."""
    async with make().run_test(size=(20, 5), notifications=True) as pilot:
        await settle(pilot)
        assert "Nouvelle" in on_screen(pilot)
        await begin(pilot)
        assert "Quelle forme" in on_screen(pilot)
        assert "( ) Association" in on_screen(pilot)
        await press(pilot, "enter")
        assert not answers(pilot)  # nothing is chosen beforehand
        await press(pilot, "down", "down", "enter")
        assert answers(pilot)
        await press(pilot, "c")
        assert "Transformer le syndicat" in on_screen(pilot)
