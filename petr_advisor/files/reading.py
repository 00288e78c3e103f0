"""Look at a path and read a file: what is no file, never ends or cannot be reached is told in words, and at once."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from petr_advisor.errors import PetrAdvisorError, reason

if TYPE_CHECKING:
    from petr_advisor.words.texts import Text

LONGEST_SHOWN = 100
"""A longer path is cut in what a person reads."""


class ReadingError(PetrAdvisorError):
    """A path that cannot be read; `why` says only the reason."""

    def __init__(self, path: Path, why: "Text") -> None:
        from petr_advisor.words.speech import told  # noqa: PLC0415 - most files can be read

        text = told("file.unreadable", path=shown(path), why=why)
        super().__init__(text.in_("en"), text.in_("fr"))
        self.why = why

    @classmethod
    def because(cls, path: Path, key: str, **fields: object) -> Self:
        """Say by a phrase of the catalogue why a path cannot be read."""
        from petr_advisor.words.speech import told  # noqa: PLC0415 - as above

        return cls(path, told(key, **fields))


def shown(path: Path | str) -> str:
    """Give a path as a person reads it: cut when it is very long."""
    text = written(path)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def written(path: Path | str) -> str:
    """Give a path as text that any file may hold: what is not UTF-8 in a name is shown by a question mark."""
    return str(path).encode("utf-8", "replace").decode()


def what_is(path: Path) -> Literal["file", "folder", "other", "nothing"]:
    """Tell what stands at a path (a pipe, a device or a socket is "other"); ReadingError when it cannot be known."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    except (OSError, ValueError) as error:
        raise ReadingError(path, reason(error)) from error
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def read_file(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes; ReadingError for a larger one and for what is no file."""
    found = what_is(path)
    if found == "nothing":
        raise ReadingError.because(path, "file.dead-link" if path.is_symlink() else "file.none")
    if found == "folder":
        raise ReadingError.because(path, "file.folder")
    if found == "other":
        raise ReadingError.because(path, "file.other")
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise ReadingError(path, reason(error)) from error
    if len(content) > limit:
        raise ReadingError.because(path, "file.too-large", size=str(limit // 1000))
    return content


def files_in(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """Give what stands in a folder and those inside it under names with these endings, sorted.

    Names that begin with a dot, which editors and systems keep for themselves, are left out. ReadingError for a folder
    that is shut.
    """
    return tuple(sorted(path for path in _walk(folder) if path.suffix in suffixes))


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise ReadingError(Path(os.fsdecode(error.filename or folder)), reason(error)) from error

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in (*folders, *files) if not name.startswith("."))
