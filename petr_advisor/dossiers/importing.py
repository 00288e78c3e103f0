"""Files of dossiers: those that earlier versions saved one by one, and those handed on from one machine to another."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from petr_advisor.consulting.saved import SavedError, content_of, opened, rebuilt
from petr_advisor.dossiers.naming import files_waiting, is_taken, numbered, slug_of
from petr_advisor.dossiers.place import place
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.typography import clean

TAKEN_OVER = "imported"
"""The folder, beside them, of files taken over: they are kept, and no longer looked at."""


def take_over(path: Path, base: KnowledgeBase, engine: Engine | None = None) -> None:
    """Take a file of an earlier version into the database, under its own name, and put it away.

    SavedError when it cannot be read or the database cannot be written; the file is then left where it is.
    """
    data = _readable(path, base, engine)
    given = str(data.get("name", ""))
    if _add(path, data, given if _leads_to(given, path.stem) else path.stem, path.stem):
        _put_away(path)


def take_in(path: Path, base: KnowledgeBase, engine: Engine | None = None) -> str:
    """Take a file handed on into the dossiers, under its name or that with a number; give what leads to it.

    SavedError when it cannot be read or the database cannot be written.
    """
    data = _readable(path, base, engine)
    for name in numbered(str(data.get("name", "")) or path.stem):
        slug = slug_of(name)
        if not is_taken(slug) and _add(path, data, name, slug):
            break
    return slug


def _readable(path: Path, base: KnowledgeBase, engine: Engine | None) -> dict[str, Any]:
    """Give what a file says; SavedError when it cannot be taken up."""
    data = opened(content_of(path), path.name)
    rebuilt(data, path.name, base, engine)
    return data


def _add(path: Path, data: Mapping[str, Any], name: str, slug: str) -> bool:
    """Write what a file says as a dossier last changed when the file was; False when one is there."""
    from petr_advisor.dossiers.rows import Entry, Head, add  # noqa: PLC0415 - most files are taken over already

    said = [Entry(position, event) for position, event in enumerate(data["events"])]
    made_with = str(data.get("rule_base", "")), str(data.get("engine", ""))
    head = Head(clean(name), str(data["as_of"]), tuple(data["key_questions"]), *made_with)
    last = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="microseconds")
    return add(place(), slug, None, head, said, at=last) is not None


def _leads_to(name: str, slug: str) -> bool:
    with suppress(SavedError):
        return slug_of(name) == slug
    return False


def _put_away(path: Path) -> None:
    """Keep a file that was taken over, out of sight; where it cannot be moved, it is not looked at either."""
    with suppress(OSError):
        (path.parent / TAKEN_OVER).mkdir(exist_ok=True)
        path.rename(path.parent / TAKEN_OVER / path.name)


def take_all_over(base: KnowledgeBase, engine: Engine | None = None) -> None:
    """Take over every file of an earlier version that can be; the others wait, and say why when they are opened."""
    for path in files_waiting():
        with suppress(PetrAdvisorError):
            take_over(path, base, engine)
