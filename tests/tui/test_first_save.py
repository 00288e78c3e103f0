"""The first save of all: its libraries are loaded beside the interface, and what is said is on the disk."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from petr_advisor import dossiers
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import save
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.start import StartScreen
from tests.saved_files import kept
from tests.tui.conftest import AS_OF, AppMaker, app_of, press, settle

ROOT = Path(__file__).parents[2]
HELD = """
import asyncio, sys, threading
from datetime import date
from petr_advisor.dossiers import resume
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.tui import PetrAdvisorApp
from tests.tui.conftest import KNOWLEDGE, begin, press, settle

heavy = {"alembic", "sqlalchemy"}
found = set()

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in heavy:
            found.add((name.partition(".")[0], threading.current_thread() is threading.main_thread()))

async def hold():
    base = read_folder(KNOWLEDGE)[0]
    app = PetrAdvisorApp(
        base, register_folder=knowledge_folder() / "territories", language="fr", as_of=date(2026, 11, 24),
        engine=engine("native"),
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1")
    print(len(resume("pays-de-la-bruche", base).consultation.events), sorted(found))

assert not heavy & set(sys.modules)
sys.meta_path.insert(0, Watch())
asyncio.run(hold())
"""


def test_nothing_heavy_is_loaded_on_the_thread_of_the_interface(tmp_path: Path) -> None:
    """In a process that has saved nothing yet, the two libraries come in a worker; the answer is saved."""
    env = {**os.environ, "PETR_ADVISOR_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", HELD], capture_output=True, text=True, env=env, check=False, cwd=ROOT
    )
    assert done.stdout.strip() == "1 [('alembic', False), ('sqlalchemy', False)]", done.stderr


PAINTED = """
import asyncio, sys
from datetime import date
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.home import HomeScreen
from tests.tui.conftest import KNOWLEDGE, on_screen, settle

read = HomeScreen._read
HomeScreen._read = lambda screen, n: print("painted", "sqlalchemy" in sys.modules) or read(screen, n)

async def hold():
    app = PetrAdvisorApp(
        read_folder(KNOWLEDGE)[0], register_folder=None, language="fr", as_of=date(2026, 11, 24)
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        print("Pays d’Été" in on_screen(pilot), "sqlalchemy" in sys.modules)

asyncio.run(hold())
"""


def test_the_home_screen_is_painted_before_the_database_is_read(tmp_path: Path, base: KnowledgeBase) -> None:
    """Where there are dossiers, the screen does not wait for the libraries by which they are listed."""
    save(Consultation.start(base, AS_OF, engine=engine("native")), "Pays d’Été")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PAINTED], capture_output=True, text=True, env=env, check=False, cwd=ROOT
    )
    assert done.stdout.split("\n")[0] == "painted False", done.stderr
    assert done.stdout.strip().endswith("True True"), done.stdout


async def test_a_consultation_begun_meanwhile_waits_for_it(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is quicker than the libraries still types; the session begins once it can be saved, and is."""
    ready = Event()
    monkeypatch.setattr(dossiers, "warm_up", lambda: ready.wait(30))
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"Bruche")
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        assert app_of(pilot).session is None
        assert isinstance(pilot.app.screen, StartScreen)
        ready.set()
        await settle(pilot)
        await press(pilot, "escape", "1")
        assert len(kept("bruche")) == 2  # that nobody lists the members, and the form
