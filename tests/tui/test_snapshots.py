"""Pictures of the screens, on a small, a middling and a large terminal, in both languages."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from petr_advisor.tui.screens import export as export_screen
from petr_advisor.tui.widgets import shaping
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from tests.tui.conftest import AppMaker, begin, many, on_screen, pick, press, settle, write

Before = Callable[[Pilot[str]], Awaitable[None]]
Compare = Callable[..., bool]

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}


@pytest.fixture(autouse=True)
def _lasting_highlight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the last change stand out for good: it would depend on the clock."""
    monkeypatch.setattr(shaping, "HIGHLIGHT_SECONDS", 3600.0)


@pytest.fixture(autouse=True)
def _known_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where the file proposed for the report has the same name on every machine."""
    monkeypatch.chdir("/")
    monkeypatch.setattr(export_screen, "own_documents", lambda: Path("/"))
    monkeypatch.setattr(export_screen, "adviser_settings", lambda: Path("/home/me/adviser.toml"))


async def home(pilot: Pilot[str]) -> None:
    """The first screen."""
    await settle(pilot)


async def question(pilot: Pilot[str]) -> None:
    """A question, one answer given."""
    await home(pilot)
    await begin(pilot)
    await press(pilot, "2", "down")


async def form(pilot: Pilot[str]) -> None:
    """The questions of a subject, one answered, one unfolded."""
    await question(pilot)
    await press(pilot, "u", "left", "down")


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


async def subject(pilot: Pilot[str]) -> None:
    """The tab of a subject, what is ruled out unfolded."""
    await many(pilot)
    await press(pilot, "right", "end", "enter", "down")


async def compare(pilot: Pilot[str]) -> None:
    """The options of all subjects side by side."""
    await many(pilot)
    await press(pilot, "=")


async def plan(pilot: Pilot[str]) -> None:
    """The plan of the course in time."""
    await many(pilot)
    await press(pilot, "p")


async def law(pilot: Pilot[str]) -> None:
    """The sheet of a paragraph, with the address that opens."""
    await many(pilot)
    await press(pilot, "right", "enter", "enter")


async def explained(pilot: Pilot[str]) -> None:
    """The help of a question: its abbreviations, every key."""
    await question(pilot)
    await press(pilot, "f1")


async def tour(pilot: Pilot[str]) -> None:
    """The third panel of the tour."""
    await home(pilot)
    await press(pilot, "v", "enter", "enter")


async def contrast(pilot: Pilot[str]) -> None:
    """The course in high contrast."""
    await many(pilot)
    await press(pilot, "f2", "f2")
    pilot.app.clear_notifications()


async def projected(pilot: Pilot[str]) -> None:
    """What is proposed and why, projected to a meeting."""
    await many(pilot)
    await press(pilot, "f8", "right", "right")


async def large(pilot: Pilot[str]) -> None:
    """A question in the large display."""
    await question(pilot)
    await press(pilot, "f6")
    pilot.app.clear_notifications()


SCREENS: dict[str, Before] = {
    "home": home,
    "question": question,
    "form": form,
    "members": members,
    "perimeters": perimeters,
    "outcomes": outcomes,
    "export": export,
    "explained": explained,
    "tour": tour,
    "large": large,
}
OF_MANY: dict[str, Before] = {
    "course": many,
    "subject": subject,
    "compare": compare,
    "plan": plan,
    "law": law,
    "contrast": contrast,
    "projected": projected,
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("name", [*SCREENS, *OF_MANY])
def test_screen(
    name: str, size: str, language: Language, make: AppMaker, make_many: AppMaker, snap_compare: Compare
) -> None:
    """The screen looks as it did."""
    app = make(language=language) if name in SCREENS else make_many(language=language)
    before = (SCREENS | OF_MANY)[name]
    assert snap_compare(app, terminal_size=SIZES[size], run_before=still(before))
