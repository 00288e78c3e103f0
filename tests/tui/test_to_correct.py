"""A field to correct has the keyboard and is in sight, with its name, wherever one was on the form."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import save
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.start import StartScreen
from tests.tui.conftest import AS_OF, AppMaker, press, settle, write


async def to_the_end(pilot: Pilot[str]) -> None:
    """Go through the form to its last field, from where the first is out of sight."""
    for _ in range(len(pilot.app.screen.focus_chain) - 1):
        await press(pilot, "tab")
    first = pilot.app.screen.query_one("#name")
    assert first not in pilot.app.screen._compositor.visible_widgets


@pytest.mark.parametrize(
    ("name", "day", "field"),
    [("Pays", "", "name"), ("", "", "name"), ("???", "", "name"), ("Pays 2", "demain", "date")],
)
@pytest.mark.parametrize("size", [(80, 12), (50, 12), (40, 10)])
async def test_what_is_refused_is_in_sight(
    make_many: AppMaker, base: KnowledgeBase, name: str, day: str, field: str, size: tuple[int, int]
) -> None:
    """A name was taken already, and one corrected it blind: it had the keyboard above what is seen."""
    save(Consultation.start(base, AS_OF, engine=engine("native")).answer("structure.form", "association"), "Pays")
    async with make_many().run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        pilot.app.push_screen(StartScreen())
        await settle(pilot)
        await write(pilot, name)
        if day:
            await press(pilot, "tab", "end", "ctrl+u")
            await write(pilot, day)
            await press(pilot, "shift+tab")
        await to_the_end(pilot)
        await press(pilot, "ctrl+s")
        focused = pilot.app.focused
        assert isinstance(focused, Input)
        assert focused.id == field
        region, clip = pilot.app.screen._compositor.visible_widgets[focused]
        assert region.intersection(clip) == region
        label = pilot.app.screen.query_one(f"#{field}-label")
        assert label in pilot.app.screen._compositor.visible_widgets
