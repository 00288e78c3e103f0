"""A dossier as rows: written entry by entry, each in one transaction, and read whole."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.model import dossiers, entries
from petr_advisor.dossiers.place import Place
from petr_advisor.dossiers.store import reading, writing


@dataclass(frozen=True)
class Head:
    """What a dossier is, beside what was said in it."""

    name: str
    as_of: str
    key_questions: tuple[str, ...]
    rule_base: str
    engine: str
    id: int = 0
    """0 for one that is not written yet."""
    last: int = -1
    """The number of its last entry."""
    chain: str = ""
    """The digest of its last entry."""
    digest: str = ""

    @property
    def setting(self) -> dict[str, Any]:
        """What of it bears on the answers, as an entry says it."""
        return {"set": {"as_of": self.as_of, "key_questions": list(self.key_questions)}}

    @property
    def columns(self) -> dict[str, Any]:
        """What its row holds."""
        found = {"name": self.name, "as_of": self.as_of, "key_questions": json.dumps(self.key_questions)}
        return {**found, "rule_base": self.rule_base, "engine": self.engine}

    def signed(self) -> "Head":
        """Give it with its digest."""
        return replace(self, digest=_digest(*self.columns.values(), self.chain))


@dataclass(frozen=True)
class Entry:
    """Something said, and when."""

    position: int
    content: dict[str, Any] | None
    """An event; None: only what was said after the position is taken back; `set`: of the dossier itself."""
    at: str = ""


@dataclass(frozen=True)
class Kept:
    """A dossier as the database has it."""

    head: Head
    entries: tuple[Entry, ...]

    @property
    def events(self) -> list[dict[str, Any]]:
        """What stands of all that was said."""
        found: list[dict[str, Any]] = []
        for entry in self.entries:
            if entry.content is not None and "set" in entry.content:
                continue
            del found[entry.position :]
            if entry.content is not None:
                found.append(entry.content)
        return found


def find(place: Place, slug: str) -> Kept | None:
    """Read a dossier; None when there is none; SavedError when it is damaged."""
    with reading(place) as connection:
        row = connection.execute(select(dossiers).where(dossiers.c.slug == slug)).first() if connection else None
        if connection is None or row is None:
            return None
        wanted = select(entries).where(entries.c.dossier == row.id).order_by(entries.c.number)
        said = connection.execute(wanted).all()
    try:
        return _verified(row, said)
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        raise SavedError.of("saved.damaged", file=f"« {slug} »") from error


def _verified(row: Any, said: Sequence[Any]) -> Kept:
    """Give a dossier; ValueError when a row of it is not as it was written, or is missing."""
    chain, found = "", []
    for number, each in enumerate(said):
        chain = _digest(chain, each.number, each.position, each.content, each.at)
        if each.number != number or each.digest != chain:
            raise ValueError("an entry is not as it was written")
        found.append(Entry(each.position, json.loads(each.content), each.at))
    questions = tuple(json.loads(row.key_questions))
    head = Head(row.name, row.as_of, questions, row.rule_base, row.engine, row.id, len(said) - 1, chain).signed()
    if head.digest != row.digest:
        raise ValueError("its row is not as it was written")
    return Kept(head, tuple(found))


def add(
    place: Place,
    slug: str,
    before: Head | None,
    wanted: Head,
    said: Iterable[Entry],
    *,
    at: str = "",
    variant_of: str | None = None,
) -> Head | None:
    """Write what was said since `before`, and give how the dossier then stands; None when another hand was there.

    `before` is None for one that is not there yet; `at` is the moment, now by default.
    """
    try:
        with writing(place) as connection:
            return _added(connection, slug, before, wanted, said, at or moment(), variant_of)
    except IntegrityError:  # another hand gave it the same name at the same moment
        return None


def _added(
    connection: Connection, slug: str, before: Head | None, wanted: Head, said: Iterable[Entry], now: str,
    variant_of: str | None,
) -> Head | None:  # fmt: skip
    there = select(dossiers.c.id, dossiers.c.digest).where(dossiers.c.slug == slug)
    row = connection.execute(there.with_for_update()).first()  # whoever writes to it now is waited for
    if (row.digest if row else None) != (before.digest if before else None):
        return None
    setting = [] if before is not None and before.setting == wanted.setting else [Entry(0, wanted.setting)]
    if before is None:
        made = {"slug": slug, "created_at": now, "changed_at": now, "digest": "", **wanted.columns}
        made["variant_of"] = variant_of
        row_id = connection.execute(insert(dossiers).values(made)).inserted_primary_key
        wanted = replace(wanted, id=row_id[0] if row_id else 0)
    else:
        wanted = replace(wanted, id=before.id, last=before.last, chain=before.chain)
    found = _append(connection, wanted, [*setting, *said], now)
    changed = {**found.columns, "digest": found.digest, "changed_at": now, "deleted_at": None}
    connection.execute(update(dossiers).where(dossiers.c.id == found.id).values(changed))
    return found


def _append(connection: Connection, head: Head, said: Iterable[Entry], now: str) -> Head:
    """Write entries after the last one, and give the head signed anew."""
    chain, written = head.chain, []
    for number, entry in zip(count(head.last + 1), said, strict=False):
        content = json.dumps(entry.content, separators=(",", ":"))
        at = entry.at or now
        chain = _digest(chain, number, entry.position, content, at)
        place = {"dossier": head.id, "number": number, "position": entry.position}
        written.append({**place, "content": content, "at": at, "digest": chain})
    if written:
        connection.execute(insert(entries), written)
    return replace(head, last=head.last + len(written), chain=chain).signed()


def rename(place: Place, slug: str, before: Head, name: str, new: str) -> bool:
    """Give a dossier another name and what leads to it; False when another hand was there."""
    found = replace(before, name=name).signed()
    wanted = (dossiers.c.slug == slug) & (dossiers.c.digest == before.digest)
    changed = {"name": name, "slug": new, "digest": found.digest}
    try:
        with writing(place) as connection:
            if new != slug and connection.execute(select(dossiers.c.id).where(dossiers.c.slug == new)).first():
                return False
            done = connection.execute(update(dossiers).where(wanted).values(changed)).rowcount == 1
            if done:
                connection.execute(update(dossiers).where(dossiers.c.variant_of == slug).values(variant_of=new))
    except IntegrityError:  # as above
        return False
    return done


def mark(place: Place, slug: str, **marks: str | None) -> bool:
    """Mark a dossier as archived or deleted at a moment, or no longer (None); False when there is none."""
    with writing(place) as connection:
        return connection.execute(update(dossiers).where(dossiers.c.slug == slug).values(marks)).rowcount == 1


def erase(place: Place, before: str) -> None:
    """Erase for good the dossiers that were deleted before a moment."""
    old = select(dossiers.c.id).where(dossiers.c.deleted_at < before).with_for_update()
    with writing(place) as connection:
        gone = connection.execute(old).scalars().all()
        connection.execute(delete(entries).where(entries.c.dossier.in_(gone)))
        connection.execute(delete(dossiers).where(dossiers.c.id.in_(gone)))


def moment() -> str:
    """Give the moment as the database has it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _digest(*parts: object) -> str:
    return sha256(json.dumps([str(part) for part in parts]).encode()).hexdigest()


def listed(place: Place) -> list[dict[str, Any]]:
    """Give what a list shows of each dossier, the last changed first; SavedError when they cannot be read."""
    plain = dossiers.c.slug, dossiers.c.name, dossiers.c.as_of, dossiers.c.changed_at, dossiers.c.variant_of
    moments = dossiers.c.archived_at, dossiers.c.deleted_at
    wanted = select(*plain, *moments).order_by(dossiers.c.changed_at.desc(), dossiers.c.id.desc())
    with reading(place) as connection:
        rows = [] if connection is None else [dict(row) for row in connection.execute(wanted).mappings()]
    for row in rows:
        row["archived"], row["deleted"] = (row.pop(moment.name) is not None for moment in moments)
    return rows
