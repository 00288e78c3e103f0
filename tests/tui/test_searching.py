"""Whatever lists many things by name is searched by « / »: the dossiers and the examples alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import save
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.dossiers import DossiersScreen
from petr_advisor.tui.screens.examples import ExamplesScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import AS_OF, AppMaker, app_of, on_screen, press, settle, write

NAMED = "title: {{fr: '{0}', en: '{0}'}}\norigin: {{kind: {1}, reference: test}}\nas_of: 2026-11-24\n"
PLACES = {"Saverne": "real-case", "Bruche": "made", "Été": "official-answer"}


@pytest.fixture
def folder(tmp_path: Path, base: KnowledgeBase) -> Path:
    """Dossiers and examples of the same three names."""
    for name in PLACES:
        save(Consultation.start(base, AS_OF, engine=engine("native")).answer("structure.form", "association"), name)
    folder = tmp_path / "examples"
    folder.mkdir()
    for number, (name, kind) in enumerate(PLACES.items()):
        (folder / f"{number}.yaml").write_text(NAMED.format(name, kind), encoding="utf-8")
    return folder


async def _opened(pilot: Pilot[str], screen: Callable[[], DossiersScreen | ExamplesScreen]) -> None:
    await settle(pilot)
    pilot.app.push_screen(screen())
    await settle(pilot)


def _named(pilot: Pilot[str]) -> set[str]:
    lines = pilot.app.screen.query_one(Lines)
    told = [
        str(lines.get_option_at_index(n).prompt) for n in range(lines.option_count) if lines.target_at(n) is not None
    ]
    return {name for name in PLACES if any(name in each for each in told)}


@pytest.mark.parametrize("size", [(80, 24), (50, 14), (40, 10)])
@pytest.mark.parametrize("which", ["dossiers", "examples"])
async def test_a_list_is_searched(make: AppMaker, folder: Path, which: str, size: tuple[int, int]) -> None:
    """What has every word is left, however it is written; what is found is opened by Enter, and Esc gives all back."""
    app: PetrAdvisorApp = make(examples=folder)
    async with app.run_test(size=size, notifications=True) as pilot:
        await _opened(pilot, DossiersScreen if which == "dossiers" else lambda: ExamplesScreen(folder))
        assert _named(pilot) == {*PLACES}
        assert isinstance(pilot.app.focused, Lines)
        assert "search" in pilot.app.screen.query_one(Keys).names
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        await write(pilot, "ete")
        assert _named(pilot) == {"Été"}
        assert "Été" in on_screen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, Lines)
        await press(pilot, "escape")
        assert _named(pilot) == {*PLACES}
        await press(pilot, "slash")
        await write(pilot, "nulle part")
        assert _named(pilot) == set()
        assert "Aucun" in on_screen(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert app_of(pilot).session is None


@pytest.mark.parametrize("typed", ["ete", "bru", "q", "l"])
async def test_letters_on_the_examples_begin_a_search(make: AppMaker, folder: Path, typed: str) -> None:
    """« figeac » did nothing before « / », and the arrow and Enter that followed opened another example."""
    async with make(examples=folder).run_test(size=(80, 24), notifications=True) as pilot:
        await _opened(pilot, lambda: ExamplesScreen(folder))
        assert isinstance(pilot.app.focused, Lines)
        await press(pilot, *typed)
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == typed
        assert _named(pilot) == {name for name in PLACES if typed in name.lower().replace("é", "e")}
        await press(pilot, "down")
        assert isinstance(pilot.app.focused, Lines)
        await press(pilot, "escape")
        assert _named(pilot) == {*PLACES}


async def test_letters_on_the_dossiers_are_keys(make: AppMaker, folder: Path) -> None:
    async with make(examples=folder).run_test(size=(80, 24), notifications=True) as pilot:
        await _opened(pilot, DossiersScreen)
        await press(pilot, "b")
        assert isinstance(pilot.app.focused, Lines)
