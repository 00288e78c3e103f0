"""A folder of acts: a file that a person may have edited is never written over, a new version stands beside it."""

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from petr_advisor.files.reading import ReadingError, read_file, what_is
from petr_advisor.files.writing import WritingError, check_folder, write

Outcome = Literal["new", "same", "beside", "beside_unread"]
"""The file is new; the same words stand there already; it stands beside another, or beside one that cannot be read."""
Words = tuple[str, ...] | None
"""The paragraphs of a file; None for one that cannot be read."""

MOST_VERSIONS = 99
LARGEST = 20_000_000
"""Bytes of a file that is read to be compared."""


@dataclass(frozen=True)
class Written:
    """What became of an act."""

    path: Path
    outcome: Outcome
    beside: Path | None = None
    """The version that was there, when another was written."""
    added: tuple[str, ...] = ()
    """Paragraphs that the version there does not have."""
    removed: tuple[str, ...] = ()
    """Paragraphs that only the version there has."""


def check(folder: Path) -> None:
    """Refuse a place where no folder of acts can be, before any work is done; a WritingError says why."""
    try:
        found = what_is(folder)
    except ReadingError as error:
        raise WritingError.of("file.no-name", name=f"{folder.name:.40}", why=error.why) from error
    if found in {"file", "other"}:
        raise WritingError.of("draft.not-a-folder", folder=folder)
    check_folder(folder if found == "folder" else folder.parent)


def place(folder: Path, name: str, suffix: str, content: bytes, words_of: Callable[[bytes], Words]) -> Written:
    """Write an act under its name, or beside the versions that are there; nothing when one of them says the same."""
    versions = list(_versions(folder, name, suffix))
    if not versions:
        path = folder / f"{name}{suffix}"
        write(path, content)
        return Written(path, "new")
    said = words_of(content)
    there = [(path, _words(path, words_of)) for path in versions]
    for path, words in there:
        if words == said:
            return Written(path, "same")
    last, words = there[-1]
    path = folder / f"{name} ({len(versions) + 1}){suffix}"
    write(path, content)
    if words is None or said is None:
        return Written(path, "beside_unread", last)
    added, removed = _changes(words, said)
    return Written(path, "beside", last, added, removed)


def _versions(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    """Give the versions of an act that are there, the first one first, up to the first number that is free."""
    for number in range(1, MOST_VERSIONS):
        path = folder / (f"{name}{suffix}" if number == 1 else f"{name} ({number}){suffix}")
        if what_is(path) == "nothing" and not path.is_symlink():
            return
        yield path


def _words(path: Path, words_of: Callable[[bytes], Words]) -> Words:
    try:
        return words_of(read_file(path, LARGEST))
    except ReadingError:
        return None


def _changes(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the paragraphs added and those removed, each in the order of its version."""
    added: list[str] = []
    removed: list[str] = []
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            removed += before[first:last]
            added += after[start:end]
    return tuple(added), tuple(removed)
