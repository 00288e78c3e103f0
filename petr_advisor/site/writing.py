"""Write the site to a folder: the whole of it, or nothing."""

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from petr_advisor.errors import reason
from petr_advisor.files import writing
from petr_advisor.files.reading import what_is
from petr_advisor.files.writing import WritingError

MARK = ".petr-advisor-site"
"""The file that tells a site from any other folder."""


def check_folder(folder: Path) -> None:
    """Refuse, before any work is done, a folder that holds something else or cannot be made."""
    found = what_is(folder)
    if folder.is_symlink() or found in {"file", "other"}:
        raise WritingError.of("file.not-a-folder", folder=folder)
    if found == "folder" and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise WritingError.of("file.holds-others", folder=folder)
    writing.check_folder(folder.absolute().parent)


def write_site(files: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write the files beside, then give the folder its name; a site made before is replaced. Gives how many files."""
    check_folder(folder)
    folder = folder.absolute()
    try:
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-", suffix=".tmp"))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        count = _write(files, beside / "new")
        check_folder(folder)
        if folder.exists():
            folder.replace(beside / "old")
        try:
            (beside / "new").replace(folder)
        except OSError:
            with suppress(OSError):
                (beside / "old").replace(folder)
            raise
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _write(files: Iterable[tuple[str, str]], folder: Path) -> int:
    made: set[Path] = set()
    count = 0
    for name, text in (*files, (MARK, "")):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode())
        count += 1
    return count - 1


def _unwritable(folder: Path, error: OSError) -> WritingError:
    return WritingError.of("file.site-not-written", folder=folder, why=reason(error))
