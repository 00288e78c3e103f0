"""Write a file whole or not at all: beside its place first, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.reading import ReadingError, shown, what_is


class WritingError(PetrAdvisorError):
    """A file or folder that cannot be written; the text says why, and what would do."""


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not there or cannot be written in."""
    if not folder.is_dir():
        raise WritingError(
            f"{folder} is not a folder: make it first, or write elsewhere.",
            fr=f"{folder} n'est pas un dossier : créez-le d'abord, ou écrivez ailleurs.",
        )
    if not os.access(folder, os.W_OK):
        raise WritingError(
            f"{folder} cannot be written in: choose another folder.",
            fr=f"{folder} n'est pas ouvert en écriture : choisissez un autre dossier.",
        )


def check_place(path: Path, *, overwrite: bool = False) -> None:
    """Refuse a file that cannot be written, before any work is done."""
    try:
        found = what_is(path)
    except ReadingError as error:  # a name too long, or with a letter that no name can hold
        why, why_fr = error.why
        raise WritingError(
            f"{path.name:.40}… cannot be the name of a file ({why}): choose another name.",
            fr=f"{path.name:.40}… ne peut pas être un nom de fichier ({why_fr}) : choisissez un autre nom.",
        ) from error
    if found == "other":
        raise WritingError(
            f"{shown(path)} is not a file: choose another name.",
            fr=f"{shown(path)} n'est pas un fichier : choisissez un autre nom.",
        )
    if found == "folder":
        raise WritingError(
            f"{path} is a folder: give the name of a file in it.",
            fr=f"{path} est un dossier : donnez le nom d'un fichier dans ce dossier.",
        )
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
            else:
                _place(beside, path)
    except OSError as error:
        en, fr = reason(error)
        raise WritingError(
            f"{path} cannot be written ({en}); nothing was left there.",
            fr=f"{path} ne peut pas être écrit ({fr}) ; rien n'y a été laissé.",
        ) from error


def keep(path: Path, content: bytes) -> None:
    """Write a file of the program's own, which only its owner may read, in a folder that is made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, content) as beside:
        beside.replace(path)


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write beside a file; what was not given its name is removed."""
    beside = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".petr-", suffix=".tmp", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        yield beside
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _place(beside: Path, path: Path) -> None:
    """Give a file its name unless something took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:  # a file system without links
        beside.replace(path)


def _umask() -> int:
    """Read the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _exists(path: Path) -> WritingError:
    return WritingError(
        f"{path} exists already: choose another name, or add --overwrite to replace it.",
        fr=f"{path} existe déjà : choisissez un autre nom, ou ajoutez --overwrite pour le remplacer.",
    )
