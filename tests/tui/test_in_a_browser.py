"""The screens behind a page: files are handed to the browser, and none of the serving machine is read or written."""

from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile

import pytest

from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.delivering import in_one_file
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from tests.tui.conftest import AppMaker, begin, members_listed, notices, on_screen, press, settle, write


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, bytes]:
    """What the browser was handed, by name; the program runs in an empty folder."""
    found: dict[str, bytes] = {}

    def keep(self: Any, file: BinaryIO, *, save_filename: str) -> None:
        found[save_filename] = file.read()

    monkeypatch.setattr(PetrAdvisorApp, "is_web", True)
    monkeypatch.setattr(PetrAdvisorApp, "deliver_binary", keep)
    monkeypatch.chdir(tmp_path)
    return found


async def test_a_report_is_handed_over(make: AppMaker, handed: dict[str, bytes], tmp_path: Path) -> None:
    """No file is asked for: size, then format, and it comes; nothing stays behind."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "c", "x")
        assert str(tmp_path) not in on_screen(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert handed["pays-de-la-bruche.docx"].startswith(b"PK")
        assert "pays-de-la-bruche.docx est remis à votre navigateur" in notices(pilot)
        await press(pilot, "x", "enter", "2")
        assert handed["pays-de-la-bruche.pdf"].startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


async def test_the_list_to_find_out_is_handed_over(make: AppMaker, handed: dict[str, bytes], tmp_path: Path) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "f", "x")
        assert [name.startswith("pays-de-la-bruche-") for name in handed] == [True]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_handed_over_as_one_file(tmp_path: Path) -> None:
    """What was written in the folder is in the file, and the folder is gone."""
    folders: list[Path] = []

    def make(folder: Path) -> None:
        folders.append(folder)
        (folder / "acte.docx").write_bytes(b"acte")

    in_one_file(make)(tmp_path / "actes.zip")
    with ZipFile(tmp_path / "actes.zip") as found:
        assert found.read("acte.docx") == b"acte"
    assert not folders[0].exists()


async def test_the_drafts_are_asked_into_no_folder(make: AppMaker, handed: dict[str, bytes], tmp_path: Path) -> None:
    """Handed over, or told why there are none; either way no folder of the serving machine is asked for."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "c", "b")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert handed or notices(pilot)
    assert list(tmp_path.iterdir()) == []


async def test_no_file_of_the_serving_machine_is_read(make: AppMaker, handed: dict[str, bytes], tmp_path: Path) -> None:
    """A path that is typed among the members is told to be of no use there."""
    (tmp_path / "membres.csv").write_text("siren\n246700967\n", encoding="utf-8")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "m")
        await write(pilot, str(tmp_path / "membres.csv"))
        await press(pilot, "enter")
        assert "copier ses lignes" in notices(pilot)
        listed = pilot.app.session.consultation.state.lists.get("member")  # type: ignore[attr-defined]
        assert listed is None or members_listed(pilot) == (0, False)
