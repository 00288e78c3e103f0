"""The report written from the outcomes: format, file, confirmation, failures; duties sorted by what they go with."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from petr_advisor.documents.writing import SUFFIXES
from petr_advisor.files import locations
from petr_advisor.files.locations import own_documents
from petr_advisor.tui import reporting
from petr_advisor.tui.screens import drafts, export, list_file
from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from tests.tui.conftest import AppMaker, begin, notices, on_screen, press, settle


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in, that of the documents of the person."""
    found = tmp_path / "reports"
    found.mkdir()
    monkeypatch.chdir(found)
    return found


async def to_export(pilot: Pilot[str]) -> None:
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "1", "c", "x")
    assert isinstance(pilot.app.screen, ExportScreen)


def path_of(pilot: Pilot[str]) -> Input:
    return pilot.app.screen.query_one("#path", Input)


async def test_the_report_is_written_where_proposed(make: AppMaker, folder: Path) -> None:
    """`x`, then `^S`: a Word document named after the consultation, among the documents of the person."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        assert path_of(pilot).value == str(folder / "pays-de-la-bruche.docx")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert (folder / "pays-de-la-bruche.docx").read_bytes().startswith(b"PK")
        assert f"Rapport écrit : {folder / 'pays-de-la-bruche.docx'}" in notices(pilot)
        await press(pilot, "x")
        assert path_of(pilot).value == str(folder / "pays-de-la-bruche-2.docx")


@pytest.mark.parametrize("there", ["Documents", "", None])
def test_what_is_written_is_proposed_where_a_person_looks(
    there: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Documents, else in the home, else where the program was started: often its own folder, and nobody's."""
    if there is not None:
        (tmp_path / "home" / there).mkdir(parents=True)
    (tmp_path / "program").mkdir()
    monkeypatch.chdir(tmp_path / "program")
    monkeypatch.setattr(locations, "user_documents_path", lambda: tmp_path / "home" / "Documents")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert own_documents() == tmp_path / (f"home/{there}" if there is not None else "program")
    for screen in (drafts, export, list_file):
        assert screen.own_documents is own_documents


async def test_the_keys_are_in_sight_on_a_small_terminal(make: AppMaker, folder: Path) -> None:
    """Whatever the length of the path and of what is said of it, the footer of the dialog is seen whole."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        path_of(pilot).value = str(folder / ("x" * 120) / "pays.docx")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert "Ctrl+S Valider" in on_screen(pilot)
        assert "Échap Fermer" in on_screen(pilot)


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_every_format(make: AppMaker, folder: Path, suffix: str) -> None:
    """↵ keeps the size, a figure chooses the format, the name of the file follows, ↵ goes to it and writes."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        await press(pilot, "enter", str(SUFFIXES.index(suffix) + 1))
        assert path_of(pilot).value.endswith(suffix)
        await press(pilot, "enter")
        assert (folder / f"pays-de-la-bruche{suffix}").stat().st_size > 500


async def test_the_size_chosen_is_written(make: AppMaker, folder: Path) -> None:
    """A note by default; the sizes come first, of which a figure chooses one; the name of the file stays."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        path_of(pilot).value = str(folder / "a.json")
        await press(pilot, "ctrl+s", "x")
        path_of(pilot).value = str(folder / "b.json")
        await press(pilot, "3", "ctrl+s")
    sizes = [json.loads((folder / name).read_text(encoding="utf-8"))["size"] for name in ("a.json", "b.json")]
    assert sizes == ["note", "file"]


async def test_a_figure_is_of_the_list_first_in_sight(make: AppMaker, folder: Path) -> None:
    """`x 2` chose PDF instead of the report, and `x ↵ 7` wrote the 7 into the name of the file."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#sizes")
        await press(pilot, "enter", "7")
        assert path_of(pilot).value == str(folder / f"pays-de-la-bruche{SUFFIXES[6]}")


async def test_a_file_is_replaced_only_once_confirmed(make: AppMaker, folder: Path) -> None:
    """`^S` says that the file exists, again replaces it; a change of name in between asks anew."""
    mine = folder / "mine.md"
    mine.write_text("mine")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        path_of(pilot).value = str(mine)
        await press(pilot, "ctrl+s")
        assert "existe déjà" in on_screen(pilot)
        path_of(pilot).value = str(folder / "other.md")
        await settle(pilot)
        path_of(pilot).value = str(mine)
        await press(pilot, "ctrl+s")
        assert mine.read_text() == "mine"
        await press(pilot, "ctrl+s")
        assert mine.read_text() != "mine"


@pytest.mark.parametrize(("name", "words"), [("report.odt", "n'est pas un format"), ("none/report.md", "n’est pas un")])
async def test_a_bad_file_is_told_on_the_spot(make: AppMaker, folder: Path, name: str, words: str) -> None:
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_export(pilot)
        path_of(pilot).value = str(folder / name)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ExportScreen)
        # the widget's own text: on the screen a long path may break these words in two
        assert words in str(pilot.app.screen.query_one("#trouble", Static).render())
        assert list(folder.iterdir()) == []


async def test_a_failure_on_the_way_is_told(make: AppMaker, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(reporting, "write_report", fail)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        await press(pilot, "ctrl+s")
        assert "no room" in notices(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)


async def test_escape_writes_nothing(make: AppMaker, folder: Path) -> None:
    async with make(language="en").run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        assert "Word document" in on_screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert list(folder.iterdir()) == []


async def test_in_whose_name(make: AppMaker, folder: Path, home: Path) -> None:
    """The settings beside the saved consultations are used and named; without them, it is said where to put them."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_export(pilot)
        assert f"Sans nom ni logo. Pour y mettre les vôtres : {home / 'adviser.toml'}" in whose(pilot)
        await press(pilot, "escape")
        (home / "adviser.toml").write_text('name = "Cabinet Martin"\n', encoding="utf-8")
        await press(pilot, "x")
        assert "Au nom de : Cabinet Martin" in whose(pilot)
        path_of(pilot).value = str(folder / "mine.md")
        await press(pilot, "ctrl+s")
        assert "Cabinet Martin" in (folder / "mine.md").read_text(encoding="utf-8")


async def test_bad_settings_are_told_before_anything_is_written(make: AppMaker, folder: Path, home: Path) -> None:
    """The mistake is on the screen, and no report is written that lacks what was asked for."""
    (home / "adviser.toml").write_text('nom = "Cabinet Martin"\n', encoding="utf-8")
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_export(pilot)
        assert "clé inconnue « nom »" in whose(pilot)
        await press(pilot, "ctrl+s")
        assert list(folder.iterdir()) == []


def whose(pilot: Pilot[str]) -> str:
    """Give what is said of the settings: on the screen a long path may break the words in two."""
    return str(pilot.app.screen.query_one("#by", Static).render())


async def test_the_field_that_has_the_keyboard_is_marked(make: AppMaker, folder: Path) -> None:
    """A figure chooses and goes to the next field, unsaid: Tab, as the hand then did, went one too far."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_export(pilot)
        for key, marked in (
            ("2", "▸ Format"),
            ("7", "▸ Fichier"),
            ("shift+tab", "▸ Format"),
            ("shift+tab", "▸ Taille"),
        ):
            await press(pilot, key)
            assert marked in on_screen(pilot).replace("\u00a0", " ")
            assert on_screen(pilot).count("▸") == 1
