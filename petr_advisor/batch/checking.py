"""What can be said of a table before any row of it is concluded: its columns, its rows given twice, its members."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from petr_advisor.batch.form import ID, MEMBERS, OWN, Raw
from petr_advisor.batch.reading import Source
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.reading import shown
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import nearest
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

MEMBER = "member"
"""The kind of entity that the second table lists."""

Members = Mapping[str, list[dict[str, Any]]]
"""The members, by the identifier of their dossier."""


def known_columns(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the columns that a table of dossiers may have: its own, and every fact of the territory that can be told."""
    return (*OWN, *(name for name, kind in base.facts.items() if kind.of is None and kind.entity is None))


def known_of_members(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the columns that a table of members may have."""
    prefix = f"{MEMBER}."
    facts = (name.removeprefix(prefix) for name, kind in base.facts.items() if kind.of == MEMBER)
    return (ID, "siren", *facts)


def check_columns(path: Path, found: Source, known: tuple[str, ...], ignored: tuple[str, ...] = ()) -> None:
    """Refuse a table with columns that mean nothing here; PetrAdvisorError names each, with the nearest that does."""
    if found.columns is None:
        return
    strange = [unknown_column(name, known) for name in found.columns if name not in known and name not in ignored]
    if strange:
        raise PetrAdvisorError.of("batch.columns", name=shown(path), columns=strange)


def unknown_column(name: str, known: tuple[str, ...]) -> Text:
    """Name a column that means nothing here, with the nearest that does."""
    near = nearest(name, known)
    return told("batch.column-near", name=name, near=near) if near else told("batch.column", name=name)


def members_by_dossier(path: Path, found: Source, base: KnowledgeBase) -> tuple[Members, tuple[Raw, ...]]:
    """Read the second table; also give the lines of it that belong to no dossier or cannot be read."""
    check_columns(path, found, known_of_members(base))
    if found.columns is not None and ID not in found.columns:
        raise PetrAdvisorError.of("batch.members-id", name=shown(path))
    members: dict[str, list[dict[str, Any]]] = {}
    lost = []
    for raw in found.rows():
        if raw.wrong or ID not in raw.fields:
            wrong = raw.wrong or ((ID, told("batch.no-id")),)
            lost.append(replace(raw, wrong=wrong, table="members"))
            continue
        line = {name: value for name, value in raw.fields.items() if name != ID}
        members.setdefault(str(raw.fields[ID]), []).append({**line, "@row": raw.row})
    if not members and not lost:
        raise PetrAdvisorError.of("batch.empty", name=shown(path))
    return members, tuple(lost)


def each_once(rows: Iterator[Raw], members: Members, ignored: tuple[str, ...] = ()) -> Iterator[Raw]:
    """Give the rows, each with its members; one whose identifier was seen before is refused.

    Of identifiers seen, eight bytes are kept. The lines of members that no row asked for come last.
    """
    seen: dict[bytes, int] = {}
    asked: set[str] = set()
    for raw in rows:
        fields = {name: value for name, value in raw.fields.items() if name not in ignored}
        name = str(fields[ID]) if ID in fields else None
        if name is not None:
            mark = blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest()
            before = seen.setdefault(mark, raw.row)
            if before != raw.row:
                yield replace(raw, fields=fields, wrong=(*raw.wrong, (ID, told("batch.twice", name=name, row=before))))
                continue
            if name in members:
                asked.add(name)
                fields[MEMBERS] = members[name]
        yield replace(raw, fields=fields)
    for name in members.keys() - asked if members else ():
        for line in members[name]:
            wrong = ((ID, told("batch.no-dossier", name=name)),)
            yield Raw(line["@row"], {ID: name}, wrong, table="members")
