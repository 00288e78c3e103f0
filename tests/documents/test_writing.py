"""Where a report may be written, and that it is never half written."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.commands.report import report as report_command
from petr_advisor.commands.roadmap import roadmap_text
from petr_advisor.commands.settings import Settings
from petr_advisor.documents import writing
from petr_advisor.documents.writing import write_report
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.writing import WritingError
from petr_advisor.planning.settings import PlanSettings
from tests.documents.conftest import REAL, real_report


def test_written_beside_then_renamed(tmp_path: Path) -> None:
    """Nothing but the file is left."""
    written = write_report(real_report("saverne", "fr"), tmp_path / "note.md")
    assert written.read_text(encoding="utf-8").startswith("# ")
    assert list(tmp_path.iterdir()) == [written]


def test_a_file_that_exists(tmp_path: Path) -> None:
    """It is replaced only when asked."""
    path = tmp_path / "note.json"
    path.write_text("mine")
    with pytest.raises(WritingError, match="exists already"):
        write_report(real_report("saverne", "fr"), path)
    assert path.read_text() == "mine"
    write_report(real_report("saverne", "fr"), path, overwrite=True)
    assert path.read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("note", "no suffix"),
        ("note.doc", r"`\.doc` is not a format.*Did you mean `\.docx`"),
        ("missing/note.pdf", "is not a folder"),
        ("folder.pdf", "is a folder"),
        ("x" * 300 + ".pdf", "cannot be the name of a file"),
        ("x\0.pdf", "cannot be the name of a file"),
    ],
)
def test_paths_that_cannot_be(tmp_path: Path, name: str, message: str) -> None:
    """The error says what to do, and nothing is written."""
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(WritingError, match=message):
        write_report(real_report("saverne", "fr"), tmp_path / name, overwrite=True)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is one sentence."""
    monkeypatch.setattr(os, "access", lambda *_args, **_more: False)
    with pytest.raises(WritingError, match="cannot be written"):
        write_report(real_report("saverne", "fr"), tmp_path / "note.md")


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there stays there, and no piece is left beside."""
    path = tmp_path / "note.md"
    path.write_text("mine")

    def fails(*_args: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(WritingError, match="no space left"):
        write_report(real_report("saverne", "fr"), path, overwrite=True)
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("note.md", "mine")]


def test_a_renderer_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file comes out of it."""

    def fails(*_args: object) -> bytes:
        raise PetrAdvisorError("no")

    monkeypatch.setattr(writing, "render", fails)
    with pytest.raises(PetrAdvisorError):
        write_report(real_report("saverne", "fr"), tmp_path / "note.pdf")
    assert list(tmp_path.iterdir()) == []


def test_command(tmp_path: Path) -> None:
    """The command takes a scenario and the adviser's settings, and says what it wrote."""
    settings = tmp_path / "adviser.toml"
    settings.write_text('name = "Cabinet Martin"\naccent = "#6b2d5c"\n', encoding="utf-8")
    output = tmp_path / "note.html"
    said = report_command(str(REAL / "saverne.yaml"), output, Settings(engine="native"), adviser=settings)
    page = output.read_text(encoding="utf-8")
    assert str(output) in said
    assert "Cabinet Martin" in page
    assert "#6b2d5c" in page
    with pytest.raises(WritingError):
        report_command(str(REAL / "saverne.yaml"), output)


def test_a_closed_way_that_was_chosen_is_no_answer(tmp_path: Path) -> None:
    """It is told as an impossible choice, with what closes it; nothing is to be done and nothing is planned."""
    output, native = tmp_path / "note.json", Settings(engine="native")
    report_command(str(REAL / "saverne.yaml"), output, native, PlanSettings("l5741-4"))
    report = json.loads(output.read_text(encoding="utf-8"))
    answer = report["questions"][0]
    assert answer["shut"]
    assert "fermée" in answer["decision"]
    assert answer["reasons"]
    assert (answer["planned"], answer["next_steps"], answer["lines"][0]["sure"]) == ([], [], None)
    assert report["roadmap"] is None
    with pytest.raises(PetrAdvisorError, match="closed"):
        roadmap_text(str(REAL / "saverne.yaml"), native, PlanSettings("l5741-4"))


def test_the_option_and_the_day_asked_for(tmp_path: Path) -> None:
    """The option named is the one chosen and planned, from the day named; one that the base lacks is refused."""
    output, native = tmp_path / "note.json", Settings(engine="native")
    asked = PlanSettings("entente", date(2027, 1, 4))
    report_command(str(REAL / "saverne.yaml"), output, native, asked)
    report = json.loads(output.read_text(encoding="utf-8"))
    assert report["questions"][0]["verdict"] == "chosen"
    assert report["questions"][0]["retained"] == ["entente"]
    assert report["roadmap"]["start"] == "2027-01-04"
    assert all(task["id"].startswith("entente/") for task in report["roadmap"]["tasks"])
    with pytest.raises(PetrAdvisorError, match="l5741-4"):
        report_command(str(REAL / "saverne.yaml"), tmp_path / "other.json", native, PlanSettings("l5741-5"))
    assert not (tmp_path / "other.json").exists()
