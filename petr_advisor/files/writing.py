"""Write a file whole or not at all: beside its place first, on the disk, then renamed."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.reading import ReadingError, shown, what_is

BESIDE = (".petr-", ".tmp")
"""How the name of a file begins and ends until it is given its own."""
ABANDONED = 3600
"""Seconds after which a file still beside its place is that of a program that was killed: writing takes a moment."""


class WritingError(PetrAdvisorError):
    """A file or folder that cannot be written; the text says why, and what would do."""


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not there or cannot be written in."""
    if not folder.is_dir():
        raise WritingError.of("file.no-folder", folder=folder)
    if not os.access(folder, os.W_OK):
        raise WritingError.of("file.closed-folder", folder=folder)


def check_place(path: Path, *, overwrite: bool = False) -> None:
    """Refuse a file that cannot be written, before any work is done."""
    try:
        found = what_is(path)
    except ReadingError as error:  # a name too long, or with a letter that no name can hold
        raise WritingError.of("file.no-name", name=f"{path.name:.40}", why=error.why) from error
    if found == "other":
        raise WritingError.of("file.not-a-file", shown=shown(path))
    if found == "folder":
        raise WritingError.of("file.is-a-folder", path=path)
    if found == "file" and not overwrite:
        raise _exists(path)
    check_folder(path.parent)


def write(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file that a person asked for, which others may read; a WritingError tells why it cannot be."""
    check_place(path, overwrite=overwrite)
    try:
        with _beside(path, content) as beside:
            beside.chmod(0o666 & ~_umask())
            if overwrite:
                beside.replace(path)
            elif not _place(beside, path):
                raise _exists(path)
    except OSError as error:
        raise WritingError.of("file.not-written", path=path, why=reason(error)) from error


def keep(path: Path, content: bytes) -> None:
    """Write a file of the program's own, which only its owner may read, in a folder that is made. Raises OSError."""
    _make(path.parent)
    with _beside(path, content) as beside:
        beside.replace(path)


def create(path: Path, content: bytes) -> bool:
    """Write as `keep` does a file that is not there; False, with nothing written, when something bears its name."""
    _make(path.parent)
    with _beside(path, content) as beside:
        return _place(beside, path)


def _make(folder: Path) -> None:
    """Make a folder unless it is there; NotADirectoryError when a file is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write beside a file, and give it its name for good; what was not given its name is removed."""
    beside = None
    _sweep(path.parent)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=BESIDE[0], suffix=BESIDE[1], delete=False) as file:
            beside = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name with nothing under it
        yield beside
        _settle(path.parent)
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what programs killed while they wrote left in a folder, and nothing that is being written."""
    for path in folder.glob(f"{BESIDE[0]}*{BESIDE[1]}"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - ABANDONED:
                path.unlink()


def _settle(folder: Path) -> None:
    """Have the names in a folder put on the disk, where the system can be asked to."""
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _place(beside: Path, path: Path) -> bool:
    """Give a file its name; False when something took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        beside.replace(path)
    return True


def _umask() -> int:
    """Read the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _exists(path: Path) -> WritingError:
    return WritingError.of("file.exists", path=path)
