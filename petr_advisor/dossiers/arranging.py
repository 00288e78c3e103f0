"""What is done to a whole dossier: renamed, duplicated as a variant, archived, deleted and taken back, handed on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from petr_advisor.consulting.saved import SavedError, encode
from petr_advisor.dossiers.held import begin
from petr_advisor.dossiers.locks import lock
from petr_advisor.dossiers.naming import slug_of, taken_by
from petr_advisor.dossiers.place import Place, place
from petr_advisor.dossiers.reading import no_such, resume
from petr_advisor.files.reading import ReadingError
from petr_advisor.files.writing import write
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.typography import clean

KEPT_DAYS = 30
"""Days during which a deleted dossier may be taken back."""


def rename(slug: str, name: str) -> str:
    """Give a dossier another name, and give what leads to it then; SavedError for a name that another bears.

    HeldElsewhereError when it is open.
    """
    from petr_advisor.dossiers import rows  # noqa: PLC0415 - most commands need no database

    new = slug_of(name)
    with _alone(slug) as here:
        if new != slug and (there := taken_by(new)) is not None:
            raise SavedError.of("saved.name-taken", name=there)
        kept = rows.find(here, slug)
        if kept is None or not rows.rename(here, slug, kept.head, clean(name), new):
            raise no_such(slug)
    return new


def duplicate(slug: str, name: str) -> str:
    """Copy a dossier with its history under a name, with a number if it is taken, and give what leads to the copy.

    It is a variant of the first.
    """
    from petr_advisor.dossiers import rows  # noqa: PLC0415 - as above

    here = place()
    kept = rows.find(here, slug)
    if kept is None:
        raise no_such(slug)
    held = begin(name)
    try:
        head = replace(kept.head, name=clean(held.name), id=0, last=-1, chain="", digest="")
        said = [entry for entry in kept.entries if entry.content is None or "set" not in entry.content]
        if rows.add(here, held.slug, None, head, said, variant_of=slug) is None:
            raise SavedError.of("saved.name-taken", name=held.name)
    finally:
        held.release()
    return held.slug


def archive(slug: str, *, archived: bool = True) -> None:
    """Put a dossier among those that are over, or take it back from there; SavedError when there is none."""
    _mark(slug, archived_at=archived)


def delete(slug: str) -> None:
    """Delete a dossier, which may be taken back for some days; HeldElsewhereError when it is open."""
    with _alone(slug):
        _mark(slug, deleted_at=True)


def take_back(slug: str) -> str:
    """Take back a deleted dossier, and give what leads to it; SavedError when there is none."""
    _mark(slug, deleted_at=False)
    return slug


def erase_old() -> None:
    """Erase for good what was deleted long ago; nothing where it cannot be: saving says why when it has to."""
    with suppress(SavedError, ReadingError):
        here = place()
        if not here.is_empty:
            from petr_advisor.dossiers import rows  # noqa: PLC0415 - as above

            limit = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
            rows.erase(here, limit.isoformat(timespec="microseconds"))


def export_to(
    slug: str, path: Path, base: KnowledgeBase, engine: Engine | None = None, *, overwrite: bool = False
) -> None:
    """Write a dossier to a file to hand on; SavedError or WritingError when it cannot be."""
    found = resume(slug, base, engine)
    write(path, encode(found.consultation, found.name), overwrite=overwrite)


def _mark(slug: str, **marks: bool) -> None:
    from petr_advisor.dossiers import rows  # noqa: PLC0415 - as above

    now = rows.moment()
    if not rows.mark(place(), slug, **{name: now if on else None for name, on in marks.items()}):
        raise no_such(slug)


@contextmanager
def _alone(slug: str) -> Iterator[Place]:
    """Hold a dossier while something is done to it."""
    here = place()
    taken = lock(here, slug, slug)
    try:
        yield here
    finally:
        if taken is not None:
            taken.release()
