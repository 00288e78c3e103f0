"""What is pasted where a name is written: nothing of it goes without a word."""

import pytest
from textual import events

from tests.tui.conftest import AppMaker, notices, on_screen, press, settle


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("CC Val de Gray\nCC des Monts de Gy\n\nCC des Quatre Rivières", "2 autres lignes collées ne sont pas prises"),
        ("CC Val de Gray\nCC des Monts de Gy", "1 autre ligne collée n’est pas prise"),
        ("CC Val de Gray\n", ""),
    ],
)
async def test_lines_that_a_name_leaves_out_are_told(make: AppMaker, pasted: str, said: str) -> None:
    """Ten lines pasted kept the first, without a word."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pilot.app.post_message(events.Paste(pasted))
        await settle(pilot)
        assert "CC Val de Gray" in on_screen(pilot)
        told = " ".join(notices(pilot).split())
        assert (said in told) if said else "ligne" not in told
