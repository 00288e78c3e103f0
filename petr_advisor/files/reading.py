"""Look at a path and read a file: what is no file, never ends or cannot be reached is told in words, and at once."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from petr_advisor.errors import PetrAdvisorError, reason

LONGEST_SHOWN = 100
"""A longer path is cut in what a person reads."""


class ReadingError(PetrAdvisorError):
    """A path that cannot be read; `why` says only the reason, in English and in French."""

    def __init__(self, path: Path, en: str, fr: str) -> None:
        super().__init__(f"{shown(path)}: cannot be read: {en}", fr=f"{shown(path)} : lecture impossible : {fr}")
        self.why = en, fr


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
        raise ReadingError(path, *reason(error)) from error
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def read_file(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes; ReadingError for a larger one and for what is no file."""
    found = what_is(path)
    if found == "nothing":
        missing = ("the link leads nowhere", "le lien ne mène nulle part")
        raise ReadingError(path, *(missing if path.is_symlink() else ("no such file", "aucun fichier de ce nom")))
    if found == "folder":
        raise ReadingError(path, "it is not a file but a folder", "ce n'est pas un fichier mais un dossier")
    if found == "other":
        raise ReadingError(path, "it is not a file", "ce n'est pas un fichier")
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise ReadingError(path, *reason(error)) from error
    if len(content) > limit:
        size = limit // 1000
        raise ReadingError(path, f"it is too large (larger than {size} kB)", f"il est trop lourd (plus de {size} ko)")
    return content


def files_in(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """Give what stands in a folder and those inside it under names with these endings, sorted.

    Names that begin with a dot, which editors and systems keep for themselves, are left out. ReadingError for a folder
    that is shut.
    """
    return tuple(sorted(path for path in _walk(folder) if path.suffix in suffixes))


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise ReadingError(Path(os.fsdecode(error.filename or folder)), *reason(error)) from error

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in (*folders, *files) if not name.startswith("."))
