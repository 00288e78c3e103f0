"""The first start does not go again through the rule base that was gone through when it was made."""

from pathlib import Path
from shutil import copytree

import pytest

from petr_advisor import checking
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.files import knowledge_hash
from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.words.texts import Text
from tests.conftest import SMALL


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rule base that is noted to be clean, with nothing kept of it."""
    folder = copytree(SMALL, tmp_path / "base")
    note = tmp_path / "found_clean.txt"
    note.write_text(knowledge_hash(folder), encoding="ascii")
    monkeypatch.setattr(checking, "FOUND_CLEAN", note)
    monkeypatch.setattr(checking, "cache_folder", lambda: tmp_path)
    return folder


def test_the_base_that_comes_with_the_program_is_noted_as_it_is() -> None:
    """`scripts/find_clean.py` notes it; `make check` goes through it each time."""
    assert checking.is_known_clean(knowledge_hash(knowledge_folder())), "run scripts/find_clean.py"


def test_a_base_known_to_be_clean_is_only_read(noted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = checking.check_folder(noted)

    def asked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(checking, "all_problems", asked)
    assert checking.load(noted) == whole.model_copy(update={"hash": knowledge_hash(noted)})


def test_one_that_differs_by_a_line_is_gone_through(noted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem("base.yaml", 1, "", Text(fr="faute", en="fault"))
    monkeypatch.setattr(checking, "all_problems", lambda *_: (problem,))
    checking.load(noted)
    path = noted / "base.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    with pytest.raises(FileError):
        checking.load(noted)
