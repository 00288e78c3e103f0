"""What is kept on the disk makes values and entries of the program, and nothing else, whatever a file says."""

import hashlib
import os
import pickle
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from petr_advisor.files.kept import program_digest, read_kept, write_kept
from petr_advisor.words.texts import Text

MADE = ({"day": date(2026, 11, 24)}, (Text(fr="un", en="one"),))


class Calls:
    """Something that would be called when it is read."""

    def __init__(self, what: Callable[..., object], *arguments: object) -> None:
        self._what, self._arguments = what, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._what, self._arguments


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    write_kept(tmp_path / "made", MADE)
    assert read_kept(tmp_path / "made") == MADE


def test_there_is_nothing_where_nothing_was_kept(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "made") is None


@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_damaged_file_is_no_file(tmp_path: Path, place: int) -> None:
    path = tmp_path / "made"
    write_kept(path, MADE)
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert read_kept(path) is None
    path.write_bytes(content[:50])
    assert read_kept(path) is None


def test_a_file_that_calls_something_is_not_obeyed(tmp_path: Path) -> None:
    for calls in (Calls(os.mkdir, str(tmp_path / "called")), Calls(program_digest), Calls(eval, "1")):
        content = pickle.dumps(calls)
        (tmp_path / "made").write_bytes(hashlib.sha256(content).digest() + content)
        assert read_kept(tmp_path / "made") is None
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("petr_advisor.inference.durable_process", "Popen"),
        ("petr_advisor.files.kept", "pickle.Unpickler"),
        ("petr_advisor.files.kept", "Path"),
        ("petr_advisor.knowledge.files", "Path"),
    ],
)
def test_what_our_modules_import_is_none_of_ours(tmp_path: Path, module: str, name: str) -> None:
    """A name with dots leads from a module of ours to any other that it imports."""
    found = import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    assert isinstance(found, type)
    asked = b"".join(b"\x8c" + bytes([len(word)]) + word.encode() for word in (module, name)) + b"\x93"
    content = b"\x80\x04" + asked + b"."
    (tmp_path / "made").write_bytes(hashlib.sha256(content).digest() + content)
    assert read_kept(tmp_path / "made") is None
