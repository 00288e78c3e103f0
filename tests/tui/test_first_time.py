"""What is remembered from one sitting to the next: the colours, and that the tour was seen."""

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.color import Color

from petr_advisor.tui.actions import ACTIONS
from petr_advisor.tui.preferences import remember, remembered
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.tour import KEYS_TOLD, PANELS, TourScreen
from tests.tui.conftest import AppMaker, app_of, notices, on_screen, press, settle

_BLACK = Color(0, 0, 0)


async def test_the_tour_is_shown_once(make_many: AppMaker) -> None:
    async with make_many(tour=True).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, TourScreen)
        assert "Visite, 1 sur 4" in on_screen(pilot)
        assert "Thème" not in on_screen(pilot)  # a key of the screen below, which does nothing yet
        await press(pilot, *("enter",) * (len(PANELS) - 1))
        assert "petr-advisor --plain" in on_screen(pilot)
        await press(pilot, "left", "l")
        assert "Tour, 3 of 4" in on_screen(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Theme" in on_screen(pilot)
    async with make_many(tour=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, TourScreen)


async def test_the_keys_that_the_tour_tells_do_what_it_says_on_the_conclusions(make_many: AppMaker) -> None:
    """It went on to say « c » of what had another key since."""
    bound = {binding.action: binding.key for binding in OutcomesScreen.BINDINGS if isinstance(binding, Binding)}
    told = [ACTIONS[name] for name in KEYS_TOLD if name not in {"conclusions", "open"}]  # a list opens its own lines
    assert [each.name for each in told if each.method not in bound] == []
    async with make_many(tour=True).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        said = " ".join(on_screen(pilot).split())
        assert f"{ACTIONS['how'].sign} dit comment" in said
        assert f"{ACTIONS['conclusions'].sign} ouvre les conclusions" in said


async def test_the_tour_can_be_skipped(make_many: AppMaker) -> None:
    async with make_many(tour=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert remembered()["tour"] == "seen"


async def test_colours_are_chosen_and_remembered(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert pilot.app.theme == "textual-dark"
        await press(pilot, "f2")
        assert pilot.app.theme == "textual-light"
        await press(pilot, "f2")
        assert "Couleurs : très contrastées" in notices(pilot)
    async with make_many().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert pilot.app.theme == "contrast"
        await press(pilot, "f2")
        assert pilot.app.theme == "textual-dark"


async def test_no_color_is_respected(make_many: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make_many().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        strips = app_of(pilot).screen._compositor.render_strips()
        filtered = [segment for strip in strips for segment in strip.apply_filter(app_of(pilot)._filters[-1], _BLACK)]
        colours = {segment.style.color.triplet for segment in filtered if segment.style and segment.style.color}
        assert colours
        assert all(found is None or len(set(found)) == 1 for found in colours)


@pytest.mark.parametrize("text", ["theme = ", "theme = 3", "\x00", "other = 1"])
async def test_what_cannot_be_understood_is_forgotten(text: str, home: Path, make_many: AppMaker) -> None:
    (home / "screen.toml").write_text(text, encoding="utf-8")
    async with make_many().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert pilot.app.theme == "textual-dark"


def test_what_cannot_be_written_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETR_ADVISOR_HOME", "/proc/nowhere")
    remember("theme", "light")
    assert remembered() == {}
