"""Pictures of the screens, on a small and on a large terminal."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from petr_advisor.tui.screens import export as export_screen
from petr_advisor.tui.widgets import shaping
from tests.tui.conftest import AppMaker, begin, on_screen, pick, press, settle, write

Before = Callable[[Pilot[str]], Awaitable[None]]
Compare = Callable[..., bool]

SMALL, LARGE = (80, 24), (200, 60)


@pytest.fixture(autouse=True)
def _lasting_highlight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the last change stand out for good: it would depend on the clock."""
    monkeypatch.setattr(shaping, "HIGHLIGHT_SECONDS", 3600.0)


@pytest.fixture(autouse=True)
def _known_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where the file proposed for the report has the same name on every machine."""
    monkeypatch.chdir("/")
    monkeypatch.setattr(export_screen, "adviser_settings", lambda: Path("/home/me/adviser.toml"))


async def home(pilot: Pilot[str]) -> None:
    """The first screen."""
    await settle(pilot)


async def question(pilot: Pilot[str]) -> None:
    """A question, one answer given."""
    await home(pilot)
    await begin(pilot)
    await press(pilot, "2", "down")


async def members(pilot: Pilot[str]) -> None:
    """The members table, a search under way."""
    await question(pilot)
    await press(pilot, "m")
    await pick(pilot, "molsheim")
    await write(pilot, "bru")


async def perimeters(pilot: Pilot[str]) -> None:
    """The perimeters around a member, the second one marked."""
    await question(pilot)
    await press(pilot, "m")
    await pick(pilot, "molsheim")
    await press(pilot, "ctrl+g", "down")


async def outcomes(pilot: Pilot[str]) -> None:
    """The outcomes of a syndicate whose members are not listed."""
    await question(pilot)
    await press(pilot, "c", "down")


async def export(pilot: Pilot[str]) -> None:
    """The form of the report, over the outcomes."""
    await outcomes(pilot)
    await press(pilot, "x", "down")


SCREENS: dict[str, Before] = {
    "home": home,
    "question": question,
    "members": members,
    "perimeters": perimeters,
    "outcomes": outcomes,
    "export": export,
}


def still(before: Before) -> Before:
    """Give the way to a screen, then wait until three looks at it in a row are the same: nothing is being laid out."""

    async def reach(pilot: Pilot[str]) -> None:
        await before(pilot)
        looks: list[str] = []
        while looks[-3:].count(on_screen(pilot)) < 3:
            looks.append(on_screen(pilot))
            await settle(pilot)

    return reach


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "200x60"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_screen(name: str, size: tuple[int, int], make: AppMaker, snap_compare: Compare) -> None:
    """The screen looks as it did."""
    assert snap_compare(make(), terminal_size=size, run_before=still(SCREENS[name]))
