"""Rebuild `docs/screens/`: real screens of the terminal interface, as pictures for the README.

Usage: python scripts/build_pictures.py

Two shipped cases are opened and the keys of each picture pressed, in French, on a terminal of 110 columns. The pictures
ask no network for a font.
"""

import asyncio
import os
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from petr_advisor.checking import load
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.advisor import AdvisorApp

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screens"
SIZE = (110, 32)
PICTURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "question": ("scenarios/evolution/real/ariege.yaml", ()),
    "conclusions": ("examples/loire-beauce/dossier.yaml", ("c",)),
    "calendrier": ("examples/loire-beauce/dossier.yaml", ("c", "p")),
}
"""By picture: the case that is opened, and the keys pressed in it."""
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(base: KnowledgeBase, case: Path, keys: tuple[str, ...]) -> str:
    """Open a case, press some keys, and give the screen as SVG."""
    scenario = next(iter(load_scenarios(case, base)))
    app = PetrAdvisorApp(
        base, register_folder=knowledge_folder() / "territories", language="fr", as_of=date(2026, 11, 24),
        engine=engine("native"),
    )  # fmt: skip
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await _settle(pilot)
        title = scenario.territory or scenario.title.fr
        app.post_message(AdvisorApp.Begun(title, scenario.consultation(engine("native"))))
        await _settle(pilot)
        for key in keys:
            await pilot.press(key)
            await _settle(pilot)
        drawn: str = app.export_screenshot(title="petr-advisor", simplify=True)
    return FONTS.sub("", drawn)


async def _settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is being computed, several times: what is computed puts more to be drawn."""
    for _ in range(5):
        await pilot.pause()
        if list(pilot.app.workers):
            await pilot.app.workers.wait_for_complete()


def build() -> None:
    """Write every picture."""
    base = load(None)
    FOLDER.mkdir(exist_ok=True)
    for name, (case, keys) in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ["PETR_ADVISOR_HOME"] = home
            drawn = asyncio.run(picture(base, ROOT / case, keys))
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(FOLDER / f"{name}.svg")


if __name__ == "__main__":
    build()
