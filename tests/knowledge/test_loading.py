"""The cache of loaded rule bases: same base, no harm when it fails, never a stale one."""

import os
import shutil
from pathlib import Path
from weakref import WeakValueDictionary, ref

import pytest

from petr_advisor import checking
from petr_advisor.checking import load
from petr_advisor.inference.recent import Recent
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.knowledge.problems import FileError

VALID = Path(__file__).parent / "valid"


class _Forgetful(WeakValueDictionary[Path, KnowledgeBase]):
    """Remembers nothing that it is given."""

    def __setitem__(self, key: Path, value: KnowledgeBase) -> None:
        pass


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own, so that no cache of the user is read or written; each load is as in a process of its own."""
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(checking, "_LOADED", Recent(0))
    monkeypatch.setattr(checking, "_HELD", _Forgetful())
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "base"))


def no_reading(folder: Path) -> None:
    raise AssertionError(f"{folder} was read again")


def test_the_base_from_the_cache_equals_the_one_from_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base, _ = read_folder(folder)
    first = load(folder)
    monkeypatch.setattr(checking, "read_what_can_be", no_reading)
    second = load(folder)
    assert first == second == base
    assert second.hash == base.hash


def test_what_a_process_loaded_serves_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was worked out of it serves whoever loads it next; a changed file is another base."""
    monkeypatch.setattr(checking, "_LOADED", Recent(2))
    first = load(folder)
    assert load(folder) is first
    path = folder / "options.yaml"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    assert load(folder).hash != first.hash


def test_a_base_that_is_held_is_given_again_whatever_was_loaded_since(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_HELD", WeakValueDictionary())
    first = load(folder)
    for number in range(3):
        other = Path(shutil.copytree(folder, tmp_path / f"other-{number}"))
        (other / "options.yaml").write_text((other / "options.yaml").read_text("utf-8") + f"# {number}\n", "utf-8")
        assert load(other) is not first
    assert load(folder) is first
    held = ref(first)
    del first
    assert held() is None


def test_the_base_that_is_used_stays_in_the_cache_while_others_come_and_go(folder: Path, home: Path) -> None:
    load(folder)
    (kept,) = (home / "cache").glob("*.kept")
    for number in range(checking.KEPT + 1):
        os.utime(kept, (number, number))  # whatever the clock of the disk tells apart
        load(folder)
        path = folder.parent / f"other-{number}"
        shutil.copytree(folder, path)
        (path / "options.yaml").write_text((path / "options.yaml").read_text("utf-8") + f"# {number}\n", "utf-8")
        load(path)
    assert kept.exists()
    assert len(list((home / "cache").glob("*.kept"))) == checking.KEPT


def test_a_changed_file_is_read_again(folder: Path) -> None:
    before = load(folder)
    path = folder / "options.yaml"
    path.write_text(path.read_text("utf-8").replace("Rejoindre un groupe.", "Entrer dans un groupe."), "utf-8")
    after = load(folder)
    assert after.hash != before.hash
    assert after.options["join"].summary.fr == "Entrer dans un groupe."


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b'{"rules": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_spoilt_cache_is_ignored(content: bytes, folder: Path, home: Path) -> None:
    base = load(folder)
    (kept,) = (home / "cache").glob("*.kept")
    kept.write_bytes(content)
    assert load(folder) == base


def test_a_cache_that_cannot_be_written_is_ignored(folder: Path, home: Path) -> None:
    home.write_text("a file where a folder is expected")
    assert load(folder).options


def test_nothing_is_left_beside_the_cache(folder: Path, home: Path) -> None:
    load(folder)
    assert [path.suffix for path in (home / "cache").iterdir()] == [".kept"]


def test_the_cache_holds_a_few_bases_only(folder: Path, home: Path) -> None:
    path = folder / "options.yaml"
    text = path.read_text("utf-8")
    for number in range(checking.KEPT + 3):
        path.write_text(f"{text}# {number}\n", "utf-8")
        load(folder)
    assert len(list((home / "cache").iterdir())) == checking.KEPT


def test_a_base_with_problems_is_refused_with_all_of_them_and_not_kept(folder: Path, home: Path) -> None:
    shutil.copy(VALID.parent / "broken" / "entries-nobody-uses.yaml", folder)
    with pytest.raises(FileError) as caught:
        load(folder)
    assert len(caught.value.problems) == 5
    assert not (home / "cache").exists()


def test_a_base_whose_files_change_while_it_is_read_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the base of the former files would be found again under the name of the new ones."""
    path, check_folder = folder / "options.yaml", checking.check_folder

    def changed_meanwhile(read: Path, overlay: Path | None = None, **how: bool) -> object:
        found = check_folder(read, overlay, **how)
        path.write_text(path.read_text("utf-8").replace("Rejoindre un groupe.", "Entrer dans un groupe."), "utf-8")
        return found

    monkeypatch.setattr(checking, "check_folder", changed_meanwhile)
    assert load(folder).options["join"].summary.fr == "Rejoindre un groupe."
    monkeypatch.setattr(checking, "check_folder", check_folder)
    assert load(folder).options["join"].summary.fr == "Entrer dans un groupe."
