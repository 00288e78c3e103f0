"""Save a consultation after every answer, and take it up again by name.

A saved consultation is a JSON file of the events, written beside and then renamed, so that it is never half written.
The answers are kept apart from the rule base: one saved with another version of it is taken up again, and what no
longer fits is set apart and told.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from petr_advisor.answers import Answered, Chosen, Event, Listed, Seated, Skipped, Withdrawn
from petr_advisor.consultation import AnswerError, Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.texts import Text
from petr_advisor.locations import consultations_folder
from petr_advisor.writing import keep

FORMAT = 1
MAX_BYTES = 5_000_000


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

    def name_to_save_under(self, asked: str) -> str:
        """Give its own name, unless its file goes by another: going on must not write over a third consultation."""
        try:
            return self.name if file_of(self.name) == file_of(asked) else asked
        except SavedError:
            return asked


def file_of(name: str) -> Path:
    """Give the file of a consultation; the name is reduced to plain letters, figures and hyphens."""
    slug = _slug(name)
    if not slug:
        raise SavedError(
            f"« {name} » gives no usable file name: use letters or figures",
            fr=f"« {name} » ne donne pas de nom de fichier : employer des lettres ou des chiffres",
        )
    return consultations_folder() / f"{slug}.json"


def _slug(name: str) -> str:
    spaced = re.sub(r"[^\w]+", "-", name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:80].rstrip("-")


def names() -> tuple[str, ...]:
    """Give the names of the saved consultations, the latest first."""
    folder = consultations_folder()
    try:
        files = [path for path in folder.glob("*.json") if path.is_file() and _slug(path.stem) == path.stem]
        return tuple(path.stem for path in sorted(files, key=lambda path: -path.stat().st_mtime))
    except OSError:  # a folder that cannot be read, a file that has just gone
        return ()


def save(consultation: Consultation, name: str) -> Path:
    """Save a consultation under a name; SavedError when the folder cannot be written."""
    path = file_of(name)
    text = json.dumps(to_json(consultation, name), ensure_ascii=False, indent=1)
    try:
        keep(path, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise SavedError(
            f"cannot save in {path.parent}: {reason}", fr=f"impossible d'enregistrer dans {path.parent} : {reason}"
        ) from error
    return path


def resume(name: str, base: KnowledgeBase, engine: Engine | None = None) -> Resumed:
    """Take a consultation up again by name; SavedError when there is none or its file is damaged."""
    path = file_of(name)
    if not path.exists():
        known = ", ".join(names()) or "none"
        raise SavedError(
            f"no saved consultation « {name} » (saved: {known})",
            fr=f"aucune consultation enregistrée sous « {name} » (enregistrées : {', '.join(names()) or 'aucune'})",
        )
    return read(path, base, engine)


def read(path: Path, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None) -> Resumed:
    """Read a saved consultation from a file, at its own date of law or another."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SavedError(
                f"{path.name} is too large to be a saved consultation",
                fr=f"{path.name} est trop gros pour être une consultation enregistrée",
            )
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise SavedError(
                f"{path.name} is not a consultation saved by this version (format {FORMAT})",
                fr=f"{path.name} n'est pas une consultation enregistrée par cette version (format {FORMAT})",
            )
        found = from_json(data if as_of is None else {**data, "as_of": as_of.isoformat()}, base, engine)
        return found if found.name else replace(found, name=path.stem)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise SavedError(
            f"{path.name} is damaged and was left untouched: {type(error).__name__}. "
            "Start a new consultation, or restore the file from a copy.",
            fr=f"{path.name} est abîmé et n'a pas été modifié : {type(error).__name__}. "
            "Commencer une autre consultation, ou reprendre le fichier d'une copie.",
        ) from error


def to_json(consultation: Consultation, name: str = "") -> dict[str, Any]:
    """Give a consultation as plain JSON values."""
    return {
        "format": FORMAT,
        "name": name,
        "as_of": consultation.as_of.isoformat(),
        "key_questions": list(consultation.key_questions),
        "rule_base": consultation.base.hash,
        "engine": consultation.engine.name,
        "events": [_event_to_json(event) for event in consultation.events],
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
    for raw in data["events"]:
        try:
            consultation = _replay(consultation, raw)
        except AnswerError as error:
            apart.append(Text(fr=error.fr, en=str(error)))
    return Resumed(consultation, name, tuple(apart), data.get("rule_base") == base.hash)


def _event_to_json(event: Event) -> dict[str, Any]:
    match event:
        case Answered(key, value, by):
            return {"answer": _key(key), "value": plain(value), "by": by}
        case Skipped(key):
            return {"skip": _key(key)}
        case Withdrawn(key):
            return {"withdraw": _key(key)}
        case Chosen(question, option):
            return {"choose": question, "option": option}
        case Seated(seats):
            return {"seats": dict(seats)}
        case Listed(kind, entities, complete):
            rows = None if entities is None else [
                {"id": identifier, "facts": [[fact, plain(value), by] for fact, value, by in values]}
                for identifier, values in entities
            ]  # fmt: skip
            return {"list": kind, "entities": rows, "complete": complete}


def _replay(consultation: Consultation, raw: Mapping[str, Any]) -> Consultation:
    if "answer" in raw:
        fact, of = raw["answer"]
        return (
            consultation.dont_know(fact, of)
            if raw["value"] is None
            else consultation.answer(fact, raw["value"], of, raw.get("by", "user"))
        )
    if "skip" in raw:
        return consultation.skip(*raw["skip"])
    if "withdraw" in raw:
        return consultation.withdraw(*raw["withdraw"])
    if "choose" in raw:
        return consultation.choose(raw["choose"], raw["option"])
    if "seats" in raw:
        return consultation.seat(dict(raw["seats"]))
    if raw["entities"] is None:
        return consultation.cannot_list(raw["list"])
    return consultation.list_entities_as_given(raw["list"], _rows(raw["entities"]), complete=raw["complete"])


def _rows(raw: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[str, Any, Any]]]:
    return {row["id"]: [(fact, value, by) for fact, value, by in row["facts"]] for row in raw}


def _key(key: FactKey) -> list[str | None]:
    return [key[0], key[1]]


def plain(value: Value | None) -> Any:
    """Write a value as in a file of the rule base."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, Fraction | date) else value
