"""The history of a dossier: when each thing was said, what it replaced, what was taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petr_advisor.consulting.answers import Event, Listed, Recorded, Seated, Struck
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.saved import SavedError, replayed
from petr_advisor.dossiers.naming import slug_of
from petr_advisor.dossiers.place import place
from petr_advisor.dossiers.reading import no_such, taken_from
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase

if TYPE_CHECKING:
    from petr_advisor.dossiers.rows import Entry


@dataclass(frozen=True)
class Change:
    """Something said, or taken back."""

    at: datetime
    """When, in the time of the machine."""
    now: Event | None
    """What was said; None: what stood `before` was taken back."""
    before: Event | None
    """What it replaced, or what was taken back; None where nothing had been said."""


@dataclass(frozen=True)
class Moved:
    """The date of law or the key questions were set or changed."""

    at: datetime
    as_of: date
    key_questions: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """All that was ever said in a dossier, the first thing first."""

    consultation: Consultation
    """As it stands."""
    changes: tuple[Change | Moved, ...]


def history(name: str, base: KnowledgeBase, engine: Engine | None = None) -> History:
    """Read the history of a dossier; what this rule base no longer knows is left out. SavedError when there is none."""
    from petr_advisor.dossiers.rows import find  # noqa: PLC0415 - most commands read no dossier

    slug = slug_of(name)
    kept = find(place(), slug)
    if kept is None:
        raise no_such(name)
    consultation = taken_from(kept, slug, base, engine).consultation
    said = [entry for entry in kept.entries if entry.content is not None and "set" not in entry.content]
    begun = Consultation.start(base, consultation.as_of, consultation.key_questions, consultation.engine)
    try:
        events = iter(list(replayed(begun, [entry.content for entry in said if entry.content is not None])))
        return History(consultation, tuple(_changes(kept.entries, events)))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise SavedError.of("saved.damaged", file=f"« {name} »") from error


def _changes(entries: tuple["Entry", ...], events: Iterator[Event | AnswerError]) -> Iterator[Change | Moved]:
    standing: list[Event | AnswerError] = []
    for entry in entries:
        at = datetime.fromisoformat(entry.at).astimezone()
        if entry.content is not None and "set" in entry.content:
            found = entry.content["set"]
            yield Moved(at, date.fromisoformat(found["as_of"]), tuple(found["key_questions"]))
            continue
        gone = standing[entry.position :]
        del standing[entry.position :]
        yield from (Change(at, None, event) for event in reversed(gone) if not isinstance(event, AnswerError))
        if entry.content is None:
            continue
        event = next(events)
        if not isinstance(event, AnswerError):
            yield Change(at, event, _last_of(subject(event), standing))
        standing.append(event)


def _last_of(about: object, standing: list[Event | AnswerError]) -> Event | None:
    for event in reversed(standing):
        if not isinstance(event, AnswerError) and subject(event) == about:
            return event
    return None


def subject(event: Event) -> object:
    """Give what an event is about: two of the same subject replace each other."""
    match event:
        case Listed(kind=kind):
            return "list", kind
        case Recorded(done):
            return done.procedure, done.act, done.member, done.attempt
        case Struck(procedure, act, member, attempt):
            return procedure, act, member, attempt
        case Seated():
            return "seats"
        case _:
            return getattr(event, "key", None) or ("chosen", getattr(event, "question", None))
