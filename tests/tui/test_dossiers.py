"""The list of dossiers: searched, sorted, renamed, duplicated, archived, deleted and taken back by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor import dossiers
from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import Listing, arranging, listing, names, save, take_up
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.beside import BesideScreen
from petr_advisor.tui.screens.dossiers import DossiersScreen
from petr_advisor.tui.screens.history import HistoryScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.saved_files import kept
from tests.tui.conftest import AppMaker, notices, on_screen, press, settle, write

NATIVE = engine("native")


@pytest.fixture(autouse=True)
def _three(base: KnowledgeBase) -> None:
    for name, year in (("Été", 2026), ("Bruche", 2014), ("Saverne", 2020)):
        begun = Consultation.start(base, date(year, 6, 15), engine=NATIVE)
        save(begun.answer("structure.form", "association"), name)


@pytest.fixture
def gate() -> Iterator[Event]:
    """What a slow database waits for."""
    event = Event()
    yield event
    event.set()


async def look(pilot: Pilot[str], words: str) -> None:
    """Look until some words are on the screen or told, whatever is under way."""
    for _ in range(300):
        await pilot.pause(0.01)
        if words in on_screen(pilot) or words in notices(pilot):
            return
    pytest.fail(f"{words} not in {on_screen(pilot)}")


async def to_list(pilot: Pilot[str]) -> None:
    await settle(pilot)
    await press(pilot, "down", "enter")
    assert isinstance(pilot.app.screen, DossiersScreen)


def shown(pilot: Pilot[str]) -> list[str]:
    lines = pilot.app.screen.query_one(Lines)._shown
    return [line.target.name for line in lines if line.target is not None]


async def test_the_dossier_under_the_bar_is_in_sight_at_home(
    make: AppMaker, base: KnowledgeBase, tmp_path: Path
) -> None:
    """What says how many are out of sight takes the room of a line: never that of the one Enter opens."""
    for name in ("Un", "Deux", "Trois"):
        save(Consultation.start(base, date(2026, 6, 15), engine=NATIVE), name)
    async with make(examples=tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("down",) * 8 + ("up",) * 8:
            await press(pilot, key)
            lines = pilot.app.screen.query_one(Lines)
            assert lines.highlighted is not None
            assert lines.in_sight(lines.highlighted), (key, on_screen(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_searched_sorted_and_opened(make: AppMaker, size: tuple[int, int]) -> None:
    async with make().run_test(size=size, notifications=True) as pilot:
        await to_list(pilot)
        assert shown(pilot) == ["Saverne", "Bruche", "Été"]
        assert "droit au 15 juin 2014" in on_screen(pilot)
        await press(pilot, "s")
        assert shown(pilot) == ["Bruche", "Été", "Saverne"]
        await press(pilot, "s")
        assert shown(pilot) == ["Bruche", "Saverne", "Été"]
        await press(pilot, "slash")
        await write(pilot, "ete")
        assert shown(pilot) == ["Été"]
        await press(pilot, "escape")
        assert len(shown(pilot)) == 3
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_deleted_and_taken_back(make: AppMaker) -> None:
    """It is out of sight and told how to be taken back; nothing of it is lost."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "x")
        assert "« Saverne » supprimé" in notices(pilot)
        assert shown(pilot) == ["Bruche", "Été"]
        assert "saverne" not in names()
        await press(pilot, "ctrl+z")
        assert len(shown(pilot)) == 3
        assert len(kept("saverne")) == 1
        await press(pilot, "x", "o", "o")
        assert shown(pilot) == ["Saverne"]
        await press(pilot, "enter")
        assert shown(pilot) == []
        assert "saverne" in names()


async def test_renamed_and_duplicated(make: AppMaker, base: KnowledgeBase) -> None:
    """The new name leads to it; a variant is changed without touching the first."""
    async with make(language="en").run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "f3")
        pilot.app.screen.query_one(Input).value = "Bruche"
        await press(pilot, "enter")
        assert "already saved" in notices(pilot)
        await press(pilot, "f3")
        pilot.app.screen.query_one(Input).value = "Pays de Saverne"
        await press(pilot, "enter", "v", "enter")
        found = {each.name: each.variant_of for each in listing()}
        assert found == {
            "Pays de Saverne": None, "Pays de Saverne – variant": "pays-de-saverne", "Bruche": None, "Été": None,
        }  # fmt: skip
        assert "variant of “pays-de-saverne”" in on_screen(pilot)
    held, resumed = take_up("Pays de Saverne – variant", base, NATIVE)
    held.keep(resumed.consultation.undo())
    held.release()
    assert (len(kept("pays-de-saverne")), kept("pays-de-saverne-variant")) == (1, [])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_side_by_side(make: AppMaker, base: KnowledgeBase, size: tuple[int, int]) -> None:
    """Two that are marked: dates, course, answers that differ, each with what it says in both."""
    held, found = take_up("Bruche", base, NATIVE)
    said = found.consultation.answer("structure.form", "closed").answer("members.count", 3)
    held.keep(said)
    held.release()
    async with make().run_test(size=size, notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "equals_sign")
        assert "Marquez deux dossiers" in notices(pilot)
        pilot.app.clear_notifications()
        await press(pilot, "m", "down", "m")
        assert on_screen(pilot).count("✓") == 2
        await press(pilot, "equals_sign")
        assert isinstance(pilot.app.screen, BesideScreen)
        seen = on_screen(pilot)
        for words in ("Bruche", "Saverne", "15 juin 2014", "15 juin 2020", "Ce qui est proposé"):
            assert words in seen
        await press(pilot, "end")
        seen = on_screen(pilot)
        for words in ("Réponses qui diffèrent", "Syndicat mixte fermé", "Association", "sans réponse", "≠"):
            assert words in seen
        await press(pilot, "l", "home")
        assert "What is proposed" in on_screen(pilot)
        await press(pilot, "k")
        copied = pilot.app.clipboard
        assert copied.index("Bruche") < copied.index("Answers that differ")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DossiersScreen)


async def test_a_variant_beside_its_original(make: AppMaker, base: KnowledgeBase) -> None:
    """With nothing marked; where nothing differs, it is said."""
    async with make(language="en").run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "v", "enter", "equals_sign")
        assert isinstance(pilot.app.screen, BesideScreen)
        seen = on_screen(pilot)
        assert "Saverne – variant" in seen
        assert "The answers are the same." in seen
        assert "≠" not in seen


async def test_more_than_fit_beside_one_another(make: AppMaker, base: KnowledgeBase) -> None:
    """The first stands in each table, to compare with."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "m", "down", "m", "down", "m", "equals_sign")
        assert on_screen(pilot).count("15 juin 2020") == 2
        await press(pilot, "k")
        assert pilot.app.clipboard.count("15 juin") == 3


async def test_archived(make: AppMaker) -> None:
    """It leaves the list of those to take up, and comes back."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "a", "escape")
        assert set(names()) == {"bruche", "ete"}
        await press(pilot, "enter", "o", "a", "o", "o")
        assert len(shown(pilot)) == 3


async def test_what_is_open_elsewhere_is_left(make: AppMaker, base: KnowledgeBase) -> None:
    held, _ = take_up("Saverne", base, NATIVE)
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "x")
        assert "déjà ouverte ailleurs" in notices(pilot)
        assert len(shown(pilot)) == 3
    held.release()


async def test_the_history_of_every_answer(make: AppMaker, base: KnowledgeBase) -> None:
    """When, from what to what, with the note; what was taken back is there too."""
    held, found = take_up("Saverne", base, NATIVE)
    said = found.consultation.annotate("structure.form", None, Remark("vu au greffe"))
    held.keep(said)
    held.keep(changed := said.answer("structure.form", "closed"))
    held.keep(changed.undo())
    held.release()
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HistoryScreen)
        text = on_screen(pilot)
        first, second, last = (text.index(words) for words in ("retiré", "→ Syndicat mixte fermé", "vu au greffe"))
        assert first < second < last
        assert "droit au 15 juin 2020" in text
        assert date.today().strftime("%Y") in text  # noqa: DTZ011 - the day on which it was said
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DossiersScreen)


async def test_handed_on_by_a_file(make: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written to a file is taken in beside the first, with its answers; a file there already is kept."""
    monkeypatch.chdir(tmp_path)
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_list(pilot)
        await press(pilot, "e", "enter")
        written = tmp_path / "saverne.json"
        assert str(written) in notices(pilot).replace("\n", "")
        before = written.read_bytes()
        await press(pilot, "e", "enter")
        assert written.read_bytes() == before
        await press(pilot, "i")
        pilot.app.screen.query_one(Input).value = "saverne.json"
        await press(pilot, "enter")
        assert len(shown(pilot)) == 4
        assert kept("saverne-2") == kept("saverne")
        await press(pilot, "i", "enter", "i")  # nothing at all, then a file that is not there
        pilot.app.screen.query_one(Input).value = "not-there.json"
        await press(pilot, "enter")
        assert len(shown(pilot)) == 4


async def test_a_slow_database_keeps_nobody_waiting(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, gate: Event
) -> None:
    """The list opens at once and says what it waits for; every key works meanwhile."""

    def slow() -> tuple[Listing, ...]:
        assert gate.wait(30)
        return listing()

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        monkeypatch.setattr(dossiers, "listing", slow)
        await pilot.press("down", "enter")
        await look(pilot, "Lecture des consultations")
        await pilot.press("l")
        await look(pilot, "Reading the saved consultations")
        gate.set()
        await settle(pilot)
        assert len(shown(pilot)) == 3


async def test_what_is_asked_of_a_slow_database_is_said(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, gate: Event
) -> None:
    archive = arranging.archive

    def slow(slug: str, *, archived: bool) -> None:
        assert gate.wait(30)
        archive(slug, archived=archived)

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_list(pilot)
        monkeypatch.setattr(arranging, "archive", slow)
        await pilot.press("a")
        await look(pilot, "Demandé à la base")
        await pilot.press("s")
        await look(pilot, "par nom")
        gate.set()
        await settle(pilot)
        assert len(shown(pilot)) == 2


async def test_a_database_that_is_gone_is_said_in_the_list(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not « no dossier »; what was read before stays, and a search asks nobody."""

    away = True

    def perhaps() -> tuple[Listing, ...]:
        if away:
            raise SavedError.of("saved.name-taken", name="x")
        return listing()

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        monkeypatch.setattr(dossiers, "listing", perhaps)
        await press(pilot, "down", "enter")
        assert "Impossible" in on_screen(pilot)
        assert "Aucun dossier" not in on_screen(pilot)
        away = False
        await press(pilot, "l")
        assert len(shown(pilot)) == 3
        away = True
        await press(pilot, "slash")
        await write(pilot, "ete")
        assert shown(pilot) == ["Été"]
