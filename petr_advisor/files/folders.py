"""Write a folder: the whole of it, or nothing."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from petr_advisor.errors import reason
from petr_advisor.files import writing
from petr_advisor.files.reading import what_is
from petr_advisor.files.writing import WritingError


def check_whole(folder: Path, mark: str) -> None:
    """Refuse, before any work is done, a folder that cannot be made, or holds something else.

    `mark` is the file that tells one made before, which may be replaced, from any other.
    """
    found = what_is(folder)
    if folder.is_symlink() or found in {"file", "other"}:
        raise WritingError.of("file.not-a-folder", folder=folder)
    if found == "folder" and any(folder.iterdir()) and not (folder / mark).is_file():
        raise WritingError.of("file.holds-others", folder=folder)
    writing.check_folder(folder.absolute().parent)


@contextmanager
def made_whole(folder: Path, mark: str) -> Iterator[Path]:
    """Give a folder beside to write to, which then gets the name; one made before is replaced.

    WritingError where the disk does not follow: what stood there before still does.
    """
    check_whole(folder, mark)
    folder = folder.absolute()
    try:
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-", suffix=".tmp"))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        (beside / "new").mkdir()
        yield beside / "new"
        (beside / "new" / mark).touch()
        check_whole(folder, mark)
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


def _unwritable(folder: Path, error: OSError) -> WritingError:
    return WritingError.of("file.folder-not-written", folder=folder, why=reason(error))
