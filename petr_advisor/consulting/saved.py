"""A consultation as a file to hand on: the events as JSON, with a checksum that tells damage.

The answers are kept apart from the rule base: one saved with another version of it is taken up again, and what no
longer fits is set apart and told.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from petr_advisor.consulting.answers import (
    NO_REMARK,
    Answered,
    Chosen,
    Event,
    GivenBy,
    Listed,
    Recorded,
    Remark,
    Seated,
    Skipped,
    Struck,
    Withdrawn,
)
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.reading import ReadingError, read_file
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.procedures.record import Done
from petr_advisor.words.texts import Text

FORMAT = 2
"""Format 1 had no checksum; it is still read."""
MAX_BYTES = 50_000_000


class SavedError(PetrAdvisorError):
    """A saved consultation that cannot be read or written; the text says what to do."""


@dataclass(frozen=True)
class Resumed:
    """A consultation taken up again."""

    consultation: Consultation
    name: str
    """The name given to it."""
    set_apart: tuple[Text, ...]
    """What could not be taken up, in words, because the rule base has changed."""
    same_base: bool
    """Whether the rule base is the one it was saved with."""


def read(path: Path, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None) -> Resumed:
    """Read a file at its own date of law or another; one without a name goes by the file's. SavedError if bad."""
    found = decode(content_of(path), path.name, base, engine, as_of)
    return found if found.name else replace(found, name=path.stem)


def content_of(path: Path) -> bytes:
    """Give what a file holds; SavedError when it is no file, too large, or cannot be read."""
    try:
        return read_file(path, MAX_BYTES)
    except ReadingError as error:
        raise refused(error) from error


def refused(error: ReadingError) -> SavedError:
    """Say why a saved consultation, or where it should be, cannot be read."""
    return SavedError.of("saved.left-as-it-is", error=error.text)


def encode(consultation: Consultation, name: str) -> bytes:
    """Give what the file of a consultation holds; SavedError when it could not be read again."""
    content = to_json(consultation, name)
    signed = {"checksum": _checksum(content), **content}
    found = json.dumps(signed, ensure_ascii=False, indent=1).encode()
    if len(found) > MAX_BYTES:
        raise SavedError.of("saved.too-large")
    return found


def decode(
    content: bytes, file: str, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None
) -> Resumed:
    """Read a file at its own date of law or another; SavedError when it is damaged or another version's."""
    return rebuilt(opened(content, file), file, base, engine, as_of)


def opened(content: bytes, file: str) -> dict[str, Any]:
    """Give what a file says, not yet taken up; SavedError when it is damaged or another version's."""
    try:
        data = dict(json.loads(content.decode()).items())
        version = _version(data)
        if version not in {1, FORMAT}:
            raise _other_version(file, version)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise SavedError.of("saved.damaged", file=file) from error
    return data


def rebuilt(
    data: Mapping[str, Any], called: str, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None
) -> Resumed:
    """Rebuild a consultation at its own date of law or another; SavedError, which calls it so, for what is damaged."""
    try:
        return from_json(data if as_of is None else {**data, "as_of": as_of.isoformat()}, base, engine)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise SavedError.of("saved.damaged", file=called) from error


def _version(data: Mapping[str, Any]) -> Any:
    """Give the format of a file; ValueError when its content is not what was written."""
    content = dict(data)
    signed = content.pop("checksum", None)
    if signed is None and content["format"] == FORMAT:
        raise ValueError("no checksum")
    if signed is not None and signed != _checksum(content):
        raise ValueError("another checksum")
    return content["format"]


def _checksum(content: Mapping[str, Any]) -> str:
    """Give the digest of what a file says, however it is laid out."""
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _other_version(file: str, version: object) -> SavedError:
    return SavedError.of("saved.other-version", file=file, version=str(version), format=FORMAT)


def to_json(consultation: Consultation, name: str = "") -> dict[str, Any]:
    """Give a consultation as plain JSON values."""
    return {
        "format": FORMAT,
        "name": name,
        "as_of": consultation.as_of.isoformat(),
        "key_questions": list(consultation.key_questions),
        "rule_base": consultation.base.hash,
        "engine": consultation.engine.name,
        "events": [event_to_json(event) for event in consultation.events],
    }


def from_json(data: Mapping[str, Any], base: KnowledgeBase, engine: Engine | None = None) -> Resumed:
    """Rebuild a consultation, event by event; what the rule base no longer knows is set apart."""
    questions = [question for question in data["key_questions"] if question in base.key_questions]
    consultation = Consultation.start(base, date.fromisoformat(data["as_of"]), questions or None, engine)
    apart: list[Text] = []
    name = data.get("name", "")
    if not isinstance(name, str):
        raise TypeError("the name is not a text")
    name.encode()  # half a letter, which no file can hold, is a ValueError
    events: list[Event] = []
    for event in replayed(consultation, data["events"]):
        if isinstance(event, AnswerError):
            apart.append(event.text)
        else:
            events.append(event)
    taken_up = replace(consultation, events=tuple(events))
    return Resumed(taken_up, name, tuple(apart), data.get("rule_base") == base.hash)


def replayed(begun: Consultation, events: Iterable[Mapping[str, Any]]) -> Iterator[Event | AnswerError]:
    """Read events one by one, in a consultation that has just begun; an AnswerError for each that no longer fits."""
    ground, lists = begun, dict[str, Event]()
    for raw in events:
        try:
            event = _replay(ground, raw).events[-1]
        except AnswerError as error:
            yield error
            continue
        if isinstance(event, Listed):  # an event is checked against the lists in force: all the others need not be
            lists[event.kind] = event  # folded again for each, which took minutes
            ground = replace(begun, events=tuple(lists.values()))
        yield event


def event_to_json(event: Event) -> dict[str, Any]:
    """Write one event as plain JSON values."""
    match event:
        case Answered(key, value, by, remark):
            return {"answer": _key(key), "value": plain(value), "by": by, **remark_to_json(remark)}
        case Skipped(key):
            return {"skip": _key(key)}
        case Withdrawn(key, denied):  # a version that knows of nothing denied reads an answer taken back
            return {"withdraw": _key(key), **({} if denied is None else {"denied": denied})}
        case Chosen(question, option):
            return {"choose": question, "option": option}
        case Seated(seats):
            return {"seats": dict(seats)}
        case Recorded(done):
            return {"record": done_to_json(done)}
        case Struck(procedure, act, member, attempt):
            return {"strike": [procedure, act, member, attempt]}
        case Listed(kind, entities, complete, remark):
            rows = None if entities is None else [
                {"id": identifier, "facts": [[fact, plain(value), by] for fact, value, by in values]}
                for identifier, values in entities
            ]  # fmt: skip
            return {"list": kind, "entities": rows, "complete": complete, **remark_to_json(remark)}


def _replay(consultation: Consultation, raw: Mapping[str, Any]) -> Consultation:
    if "answer" in raw:
        fact, of = raw["answer"]
        remark = remark_from_json(raw)
        return (
            consultation.dont_know(fact, of, remark)
            if raw["value"] is None
            else consultation.answer(fact, raw["value"], of, _given_by(raw.get("by", "user")), remark)
        )
    if "skip" in raw:
        return consultation.skip(*raw["skip"])
    if "withdraw" in raw:
        fact, of = raw["withdraw"]
        denied = raw.get("denied")
        return consultation.withdraw(fact, of) if denied is None else consultation.deny(fact, denied, of)
    if "choose" in raw:
        return consultation.choose(raw["choose"], raw["option"])
    if "seats" in raw:
        return consultation.seat(dict(raw["seats"]))
    if "record" in raw:
        return consultation.record(done_from_json(raw["record"]))
    if "strike" in raw:
        return consultation.strike(*raw["strike"])
    if raw["entities"] is None:
        return consultation.cannot_list(raw["list"], remark_from_json(raw))
    rows = _rows(raw["entities"])
    return consultation.list_entities_as_given(
        raw["list"], rows, complete=raw["complete"], remark=remark_from_json(raw)
    )


def remark_to_json(remark: Remark) -> dict[str, Any]:
    """Write what was said beside an answer; nothing for nothing, so that older versions read what they wrote."""
    return {field.name: value for field in fields(remark) if (value := getattr(remark, field.name))}


def remark_from_json(raw: Mapping[str, Any]) -> Remark:
    """Read what was said beside an answer; TypeError for what is no remark."""
    note, source, supposed = raw.get("note", ""), raw.get("source", ""), raw.get("supposed", False)
    if not (isinstance(note, str) and isinstance(source, str) and isinstance(supposed, bool)):
        raise TypeError("not a remark")
    return Remark(note, source, supposed) if note or source or supposed else NO_REMARK


def done_to_json(done: Done) -> dict[str, Any]:
    """Write a recorded act: its names, and what is known of it."""
    found = {field.name: getattr(done, field.name) for field in fields(done)}
    return {
        name: str(value) if isinstance(value, date) else value for name, value in found.items() if value is not None
    }


def done_from_json(raw: Mapping[str, Any]) -> Done:
    """Read a recorded act."""
    days = {name: date.fromisoformat(raw[name]) for name in ("on", "received", "effect") if name in raw}
    return Done(**{**raw, **days})


def _rows(raw: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[str, Any, Any]]]:
    return {row["id"]: [(fact, value, _given_by(by)) for fact, value, by in row["facts"]] for row in raw}


def _given_by(by: Any) -> GivenBy:
    """Read who gave an answer; ValueError for nobody that can."""
    if by not in get_args(GivenBy):
        raise ValueError("not one who gives answers")
    found: GivenBy = by
    return found


def _key(key: FactKey) -> list[str | None]:
    return [key[0], key[1]]


def plain(value: Value | None) -> Any:
    """Write a value as in a file of the rule base."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, Fraction | date) else value
