"""What a hostile or unlucky person does: strange names, a folder that cannot be written, leaving without saving."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from petr_advisor.dossiers import names
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.words.voice import screen_voice
from tests.saved_files import kept
from tests.tui.conftest import AppMaker, answers, app_of, begin, members_listed, notices, on_screen, pick, press, settle

STRANGE = "<script>{{7*7}} =cmd() \u202ertl\u202c \x00\x1b[31m 😀 [b]gras[/b] " + "x" * 130


async def begun(pilot: Pilot[str], name: str = "Pays") -> None:
    await settle(pilot)
    await begin(pilot, name)
    await press(pilot, "1")


async def test_a_strange_name(make: AppMaker, home: Path) -> None:
    """It is shown as it stands, without what would turn the line round, and taken up again."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot, STRANGE)
        assert isinstance(pilot.app.screen, QuestionScreen)
        shown = on_screen(pilot)
        assert "<script>{{7*7}} =cmd() rtl" in shown
        assert "\u202e" not in shown
        assert "[b]gra" in shown
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "<script>" in on_screen(pilot)
        assert screen_voice("fr").day(date.today()) in on_screen(pilot)  # noqa: DTZ011 - the day it was worked on
    (slug,) = names()
    async with make(resume=slug).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert answers(pilot)["structure.form", None] == "association"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": 3}', '{"name": "\\ud800\\u202e"}', "[" * 100_000])
async def test_a_broken_file_among_the_saved(make: AppMaker, home: Path, text: str) -> None:
    """The home screen lists it; opening it says what is wrong, and the file stays as it was."""
    path = home / "consultations" / "broken.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "broken.json" in notices(pilot)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("leaving", ["q", "escape"])
async def test_leaving_what_cannot_be_saved(make: AppMaker, home: Path, leaving: str) -> None:
    """It is told in the language, and asked once more; the person is neither robbed of answers nor locked in."""
    (home / "dossiers.db").symlink_to(home / "nowhere" / "dossiers.db")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot)
        assert "Attention, impossible d’enregistrer" in notices(pilot)
        await press(pilot, leaving)
        assert app_of(pilot).session is not None
        assert "La même touche encore une fois" in notices(pilot)
        await press(pilot, leaving)
        assert not isinstance(pilot.app.screen, QuestionScreen) or not pilot.app.is_running


async def test_saved_in_the_end(make: AppMaker, home: Path) -> None:
    """Once the database can be written again, leaving saves everything."""
    database = home / "dossiers.db"
    database.symlink_to(home / "nowhere" / "dossiers.db")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot)
        await press(pilot, "q")
        database.unlink()
        await press(pilot, "q")
    assert len(kept("pays")) == 1


async def test_nothing_is_lost_when_the_program_is_killed(make: AppMaker, home: Path) -> None:
    """Each answer is in the database as soon as it is given."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot)
        assert [event["value"] for event in kept("pays")] == ["association"]


async def test_a_list_cut_short_is_recalled(make: AppMaker) -> None:
    """Killed while the members were being listed: those listed are there, and the list is said to be unfinished."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot)
        await press(pilot, "m")
        await pick(pilot, "molsheim")
        assert app_of(pilot).session is not None
    async with make(resume="pays").run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "La liste des membres n’est pas dite complète" in notices(pilot)
        assert members_listed(pilot) == (1, False)


async def test_ctrl_c(make: AppMaker) -> None:
    """It says how to quit, in the language in use."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await begun(pilot)
        await press(pilot, "ctrl+c")
        assert "Pour quitter : q" in notices(pilot)
