"""The command told at the end is one that starts the program as it is typed."""

import os
import sys
from pathlib import Path

import pytest

from petr_advisor.files.started import typed_again


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the programs that `make run` puts beside the project, on no path; it is the current one."""
    (found := tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("petr-advisor", "python"):
        (found / name).touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.defpath)
    monkeypatch.setattr(sys, "executable", str(found / "python"))
    return found


def test_after_make_run_it_is_the_file_that_make_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """« petr-advisor: command not found », said the shell."""
    assert folder.is_dir()
    monkeypatch.setattr(sys, "argv", [".venv/bin/petr-advisor"])
    assert typed_again("--resume", "bruche") == ".venv/bin/petr-advisor --resume bruche"


def test_on_the_path_it_is_the_name_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "argv", [str(folder / "petr-advisor")])
    assert typed_again("--plain", "--resume", "bruche") == "petr-advisor --plain --resume bruche"


def test_another_of_that_name_on_the_path_is_not_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be of another version, with other dossiers."""
    (other := tmp_path / "other").mkdir()
    (other / "petr-advisor").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(other))
    monkeypatch.setattr(sys, "argv", [str(folder / "petr-advisor")])
    assert typed_again("--resume", "b") == f"{folder / 'petr-advisor'} --resume b"


@pytest.mark.parametrize(("on_path", "told"), [(True, "python"), (False, ".venv/bin/python")])
def test_a_module_is_started_by_the_same_python(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, on_path: bool, told: str
) -> None:
    if on_path:
        monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "argv", ["/somewhere/petr_advisor/__main__.py"])
    assert typed_again("--resume", "bruche") == f"{told} -m petr_advisor --resume bruche"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--database", "postgresql://a@pays/petr", "--lang", "fr"], "--database postgresql://a@pays/petr"),
        (["--plain", "--database=postgresql://a:secret@pays/petr"], "--database postgresql://a@pays/petr"),
        (["--lang", "en", "--knowledge", "essai"], "--knowledge essai"),
    ],
)
def test_it_finds_the_dossiers_where_they_were_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], told: str
) -> None:
    """Resumed without the database it was begun with, « no consultation of that name »; no password is told."""
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "argv", [str(folder / "petr-advisor"), *typed])
    assert typed_again("--resume", "bruche") == f"petr-advisor --resume bruche {told}"
