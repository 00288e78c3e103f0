"""Names of dossiers: what leads to each, which are taken, which files of earlier versions wait to be taken over."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from petr_advisor.consulting.saved import SavedError, refused
from petr_advisor.dossiers import aside
from petr_advisor.dossiers.place import place
from petr_advisor.errors import reason
from petr_advisor.files.locations import consultations_folder
from petr_advisor.files.reading import ReadingError

LONGEST = 80
"""Letters of what leads to a dossier."""


def slug_of(name: str) -> str:
    """Reduce a name to the plain letters, figures and hyphens that lead to a dossier; SavedError when none are left."""
    slug = _slug(name)
    if not slug:
        raise SavedError.of("saved.no-file-name", name=name)
    return slug


def _slug(name: str) -> str:
    return folded(name)[:LONGEST].rstrip("-")


def folded(name: str) -> str:
    """Give the plain letters and figures of a name, parted by hyphens, to look for it whatever its accents."""
    spaced = re.sub(r"[^\w]+", "-", name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()


def is_taken(slug: str) -> bool:
    """Tell whether a dossier goes by it, or a file that waits; SavedError when it cannot be known."""
    return taken_by(slug) is not None


def taken_by(slug: str) -> str | None:
    """Give the name of the dossier that goes by it, as the person gave it, or of a file that waits; None for neither.

    SavedError when it cannot be known.
    """
    named = next((each.name for each in _kept() if each.slug == slug), None)
    there = named is not None or waits(slug) or any(file.stem == slug for file in aside.files(place()))
    return (named or slug) if there else None


def is_kept(slug: str) -> bool:
    """Tell whether the database has a dossier that goes by it."""
    return any(each.slug == slug for each in _kept())


def waits(slug: str) -> bool:
    """Tell whether something in the folder of earlier versions bears its name, be it a folder or a dead link."""
    path = file_waiting(slug)
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise refused(ReadingError(path.parent, reason(error))) from error
    return True


def file_waiting(slug: str) -> Path:
    """Give the file in which an earlier version saved a consultation."""
    return consultations_folder() / f"{slug}.json"


@dataclass(frozen=True)
class Listing:
    """A dossier in a list, or a file of an earlier version that waits to be taken over."""

    slug: str
    """What leads to it."""
    name: str
    """As the person gave it."""
    changed_at: str
    """The moment it was last worked on, ISO 8601."""
    as_of: str = ""
    """Its date of law; empty for a file that waits."""
    archived: bool = False
    deleted: bool = False
    variant_of: str | None = None
    """What leads to the dossier it is a variant of."""

    @property
    def offered(self) -> bool:
        """Whether it is among those to take up."""
        return not (self.archived or self.deleted)


def names() -> tuple[str, ...]:
    """Give what leads to each dossier that can be taken up, the last changed first; none when they cannot be read."""
    try:
        return tuple(each.slug for each in listing() if each.offered)
    except SavedError:
        return ()


def listing() -> tuple[Listing, ...]:
    """Give every dossier, the last changed first; SavedError when they cannot be read."""
    kept = _kept()
    taken = {each.slug for each in kept}
    waiting = {path.stem: path for path in (*files_waiting(), *aside.files(place()))}
    return (*kept, *(_waiting(path) for slug, path in waiting.items() if slug not in taken))


def _kept() -> tuple[Listing, ...]:
    """Give the dossiers of the database."""
    here = place()
    try:
        if here.is_empty:  # and the library of databases need not be loaded
            return ()
    except ReadingError as error:
        raise refused(error) from error
    from petr_advisor.dossiers.rows import listed  # noqa: PLC0415 - as above

    return tuple(Listing(**row) for row in listed(here))


def _waiting(path: Path) -> Listing:
    last = 0.0
    with suppress(OSError):  # it has just gone
        last = path.stat().st_mtime
    return Listing(path.stem, path.stem, datetime.fromtimestamp(last, UTC).isoformat(timespec="microseconds"))


def files_waiting() -> tuple[Path, ...]:
    """Give the files of earlier versions, the latest first."""
    found: dict[Path, float] = {}
    with suppress(OSError):  # a folder that cannot be read
        for path in consultations_folder().glob("*.json"):
            with suppress(OSError):  # a file that has just gone
                if path.is_file() and _slug(path.stem) == path.stem:
                    found[path] = path.stat().st_mtime
    return tuple(sorted(found, key=lambda path: -found[path]))


def free_name(name: str) -> str:
    """Give a name by which no dossier goes: the one given, also where that cannot be known, or one with a number."""
    try:
        return next(each for each in numbered(name) if not is_taken(slug_of(each)))
    except SavedError:
        return name


def name_of_first(slug: str, name: str, variant_of: str | None) -> str:
    """Give the name of the dossier that one comes from, copy after copy; its own where it is no copy, or is not known.

    `variant_of` is what leads to the one it was begun from, for one that is not saved yet.
    """
    try:
        kept = {each.slug: each for each in listing()}
    except SavedError:
        return name
    passed, before = {slug}, kept[slug].variant_of if slug in kept else variant_of
    while before in kept and before not in passed:  # one that was erased, or a ring, ends it
        passed.add(before)
        name, before = kept[before].name, kept[before].variant_of
    return name


def numbered(name: str) -> Iterator[str]:
    """Give a name, then the same with a number after it, each leading to a dossier of its own, without end."""
    yield name
    short = name
    while len(_slug(short)) > LONGEST - 10:  # room for the number, which would be cut off with the rest
        short = short[:-1]
    yield from (f"{short.rstrip()} ({number})" for number in count(2))
