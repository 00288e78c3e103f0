"""The folder of saved consultations: which file a name leads to, and which names are taken."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.locations import consultations_folder
from petr_advisor.files.reading import ReadingError

LONGEST = 80
"""Letters of a file's name."""


class SavedError(PetrAdvisorError):
    """A saved consultation that cannot be read or written; the text says what to do."""


def file_of(name: str) -> Path:
    """Give the file of a consultation; the name is reduced to plain letters, figures and hyphens."""
    slug = _slug(name)
    if not slug:
        raise SavedError.of("saved.no-file-name", name=name)
    return consultations_folder() / f"{slug}.json"


def _slug(name: str) -> str:
    spaced = re.sub(r"[^\w]+", "-", name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:LONGEST].rstrip("-")


def is_taken(path: Path) -> bool:
    """Tell whether something bears this name, be it a folder or a link that leads nowhere; SavedError if unknown."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise refused(ReadingError(path.parent, reason(error))) from error
    return True


def refused(error: ReadingError) -> SavedError:
    """Say why a saved consultation, or where it should be, cannot be read."""
    return SavedError.of("saved.left-as-it-is", error=error.text)


def names() -> tuple[str, ...]:
    """Give the names of the saved consultations, the latest first."""
    found: dict[str, float] = {}
    with suppress(OSError):  # a folder that cannot be read
        for path in consultations_folder().glob("*.json"):
            with suppress(OSError):  # a file that has just gone
                if path.is_file() and _slug(path.stem) == path.stem:
                    found[path.stem] = path.stat().st_mtime
    return tuple(sorted(found, key=lambda stem: -found[stem]))


def numbered(name: str) -> Iterator[str]:
    """Give a name, then the same with a number after it, each leading to a file of its own, without end."""
    yield name
    short = name
    while len(_slug(short)) > LONGEST - 10:  # room for the number, which would be cut off with the rest
        short = short[:-1]
    yield from (f"{short.rstrip()} ({number})" for number in count(2))
