"""Read a saved dossier, whole or not at all: it is not locked for that, and never half written."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from petr_advisor.consulting.saved import Resumed, SavedError, read, rebuilt
from petr_advisor.dossiers import aside
from petr_advisor.dossiers.naming import file_waiting, names, slug_of, waits
from petr_advisor.dossiers.place import place
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase

if TYPE_CHECKING:
    from petr_advisor.dossiers.rows import Kept


def resume(name: str, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None) -> Resumed:
    """Take a dossier up again by name, at its own date of law or another; SavedError when there is none or damaged."""
    from petr_advisor.dossiers.rows import find  # noqa: PLC0415 - most commands read no dossier

    slug = slug_of(name)
    here = place()
    kept, left = find(here, slug), aside.find(here, slug)
    if left is not None and left.since == (kept.head.digest if kept else ""):
        return left.rebuilt(base, engine, as_of)
    if kept is not None:
        return taken_from(kept, slug, base, engine, as_of)
    if waits(slug):
        return read(file_waiting(slug), base, engine, as_of)
    raise no_such(name)


def taken_from(
    kept: "Kept", slug: str, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None
) -> Resumed:
    """Rebuild what the database has of a dossier."""
    head = kept.head
    data = {"name": head.name, "as_of": head.as_of, "rule_base": head.rule_base, "events": kept.events}
    found = rebuilt({**data, "key_questions": head.key_questions}, f"« {head.name or slug} »", base, engine, as_of)
    return found if found.name else replace(found, name=slug)


def no_such(name: str) -> SavedError:
    """Say that no dossier bears a name, and which there are."""
    known = ", ".join(names())
    return SavedError(
        f"no saved consultation « {name} » (saved: {known or 'none'})",
        fr=f"aucune consultation enregistrée sous « {name} » (enregistrées : {known or 'aucune'})",
    )
