"""A dossier held open: who else would write to it is told, and nothing is written over unseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, cast

from petr_advisor.consulting.answers import Event
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import Resumed, SavedError, event_to_json
from petr_advisor.dossiers import aside
from petr_advisor.dossiers.importing import take_over
from petr_advisor.dossiers.locks import HeldElsewhereError, Lock, lock
from petr_advisor.dossiers.naming import file_waiting, is_taken, numbered, slug_of, taken_by, waits
from petr_advisor.dossiers.place import File, Place, place
from petr_advisor.dossiers.reading import no_such, resume, taken_from
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import clean

SLOW = 1.0
"""Seconds after which a failure is one that nobody should wait for at each answer."""
PAUSE = 15.0
"""Seconds until a server that made somebody wait is tried again."""

if TYPE_CHECKING:
    from sqlite3 import Connection

    from petr_advisor.dossiers.rows import Head, Kept


@dataclass
class Held:
    """A name to save a consultation under, which no other process takes; to be released."""

    name: str
    """As the person gave it; it changes when another hand has written to the dossier."""
    slug: str
    """What leads to it."""
    _place: Place
    variant_of: str | None = None
    """What leads to the dossier it was begun from."""
    instead_of: str | None = None
    """The dossier that bears the name asked for, as its person gave it, where another name was taken."""
    _lock: Lock | None = None
    _head: "Head | None" = None
    """The dossier as it was read or written here; None when there was none."""
    _events: tuple[Event, ...] = ()
    """What was said in it, as it was read or written here."""
    _whole: bool = True
    """Whether all that the database has of it was taken up."""
    _open: "Connection | None" = None
    """The file of the database, left open: saving is quicker."""
    news: Text | None = None
    """What is to be told when it is opened."""
    _refused: tuple[SavedError, float] | None = None
    """Why the server did not take an answer, and until when it is not asked again."""

    @property
    def at_hand(self) -> bool:
        """Whether it is in a file of this machine, which answers at once."""
        return isinstance(self._place, File)

    def keep(self, consultation: Consultation) -> Text | None:
        """Save a consultation; SavedError when it cannot be.

        Where another hand has written to the dossier, both are kept: this one goes under a name of its own, which is
        told.
        """
        moved = None
        if self._lock is not None:
            self._lock.renew()
        while not self._write(consultation):
            moved = self._move_apart()
        return moved

    def keep_somewhere(self, consultation: Consultation) -> Text | None:
        """Save a consultation as `keep` does; where a server cannot take it, aside on this machine, which is told.

        SavedError where it can be kept nowhere.
        """
        started = monotonic()
        try:
            if self._refused is not None and started < self._refused[1]:
                raise self._refused[0]
            moved = self.keep(consultation)
        except SavedError as error:
            if self._refused is None or self._refused[0] is not error:
                self._refused = (error, monotonic() + PAUSE) if monotonic() - started > SLOW else None
            since = self._head.digest if self._head is not None else ""
            file = aside.put(self._place, self.slug, since, consultation, self.name)
            if file is None:
                raise
            return told("saved.aside", why=error.text, file=file)
        self._refused = None
        return moved

    def release(self) -> None:
        """Let another process take it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if self._open is not None:
            self._open.close()
            self._open = None

    def _write(self, consultation: Consultation) -> bool:
        """Write what was said since the last time; False, with nothing written, when it is no longer as it was left."""
        from petr_advisor.dossiers.on_sqlite import left_open  # noqa: PLC0415
        from petr_advisor.dossiers.rows import Entry, add  # noqa: PLC0415 - a consultation may never be saved

        wanted = _head(consultation, self.name)
        if self._head is not None and consultation.events == self._events and wanted.setting == self._head.setting:
            return True
        if self._head is None and waits(self.slug):  # a file of an earlier version came there meanwhile
            return False
        said = [Entry(at, None if event is None else event_to_json(event)) for at, event in self._said(consultation)]
        found = add(self._place, self.slug, self._head, wanted, said, variant_of=self.variant_of)
        if found is None:
            return False
        self._head, self._events, self._whole = found, consultation.events, True
        aside.forget(self._place, self.slug)
        if isinstance(self._place, File):
            self._open = self._open or left_open(self._place)
        return True

    def take_in(self, left: aside.Aside, found: Resumed, since: str) -> Resumed:
        """Save what was kept aside; where the dossier has changed since, under a name of its own. News tell it."""
        slug, moved = self.slug, None
        if left.since != since:
            moved = self._move_apart()
        try:
            self.keep(found.consultation)
        except SavedError:  # not yet: it is told with the next answer, and waits
            return found
        aside.forget(self._place, slug)
        self.news = moved or told("saved.aside-taken")
        return found

    def _said(self, consultation: Consultation) -> Iterator[tuple[int, Event | None]]:
        """Give what was said since, each with its place among the events; None only takes back."""
        before, after = self._events if self._whole else (), consultation.events
        pairs = enumerate(zip(before, after, strict=False))
        alike = next((n for n, (old, new) in pairs if old is not new and old != new), min(len(before), len(after)))
        if len(after) == alike and (len(before) > alike or not self._whole):
            yield alike, None
        yield from enumerate(after[alike:], alike)

    def _move_apart(self) -> Text:
        fresh, before = begin(self.name), self.name
        self.release()
        self.name, self.slug, self._lock, self._head = fresh.name, fresh.slug, fresh._lock, None
        self._events = ()
        return told("saved.moved-apart", before=before, name=self.name)


def begin(name: str, variant_of: str | None = None) -> Held:
    """Hold a name that nothing bears and nobody holds: this one, else with a number after it. SavedError if bad.

    It may be begun as a variant of another dossier.
    """
    names = numbered(name)
    if (held := _if_free(next(names))) is None:
        there = taken_by(slug_of(name)) or name
        held = next(held for each in names if (held := _if_free(each)) is not None)
        held.instead_of = there
    held.variant_of = variant_of
    return held


def begin_as(name: str) -> Held:
    """Hold this very name; SavedError when something bears it or another process holds it."""
    held = _if_free(name)
    if held is None:
        raise SavedError.of("saved.name-taken", name=taken_by(slug_of(name)) or name)
    return held


def take_up(name: str, base: KnowledgeBase, engine: Engine | None = None) -> tuple[Held, Resumed]:
    """Hold a dossier and read it; HeldElsewhereError when another has it open, else as `resume`.

    A file of an earlier version is taken over into the database first.
    """
    from petr_advisor.dossiers.rows import find  # noqa: PLC0415 - as above

    slug, here = slug_of(name), place()
    if not is_taken(slug):
        raise no_such(name)
    held = Held(name, slug, here, _lock=lock(here, slug, name))
    try:
        kept, left = find(here, slug), aside.find(here, slug)
        if kept is None and left is None:
            take_over(file_waiting(slug), base, engine)
            kept = cast("Kept", find(here, slug))
        if kept is not None:
            found = taken_from(kept, slug, base, engine)
            held.name, held._head, held._events = found.name, kept.head, found.consultation.events
            held._whole = not found.set_apart
        if left is not None:
            found = held.take_in(left, left.rebuilt(base, engine), kept.head.digest if kept else "")
    except BaseException:
        held.release()
        raise
    return held, found


def copy(
    name: str, base: KnowledgeBase, engine: Engine | None = None, under: str | None = None
) -> tuple[Held, Resumed]:
    """Read a dossier, open elsewhere or not, to go on with it under another name: any free one if None."""
    found = resume(name, base, engine)
    return (begin(found.name) if under is None else begin_as(under)), found


def save(consultation: Consultation, name: str) -> str:
    """Save a consultation once, over what the name holds, and give what leads to it; SavedError when it cannot be."""
    from petr_advisor.dossiers.rows import find  # noqa: PLC0415 - as above

    slug, here = slug_of(name), place()
    kept = find(here, slug)
    held = Held(name, slug, here, _lock=lock(here, slug, name), _head=kept.head if kept else None, _whole=False)
    try:
        held.keep(consultation)
    finally:
        held.release()
    return held.slug


def _head(consultation: Consultation, name: str) -> "Head":
    from petr_advisor.dossiers.rows import Head  # noqa: PLC0415 - as above

    found = consultation
    return Head(clean(name), found.as_of.isoformat(), found.key_questions, found.base.hash, found.engine.name)


def _if_free(name: str) -> Held | None:
    slug, here = slug_of(name), place()
    if is_taken(slug):
        return None
    try:
        held = Held(name, slug, here, _lock=lock(here, slug, name))
    except HeldElsewhereError:
        return None
    if is_taken(slug):  # whoever held it has just saved and left
        held.release()
        return None
    return held
