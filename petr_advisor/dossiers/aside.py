"""Answers that a team's server could not take: kept in files of this machine, and taken up once it is there again."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import Resumed, SavedError, content_of, encode, opened, rebuilt
from petr_advisor.dossiers.place import Place, Server
from petr_advisor.files.writing import keep
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase


@dataclass(frozen=True)
class Aside:
    """A dossier with answers that the server has not."""

    file: Path
    since: str
    """The digest of the dossier as the server had it before them; empty when it had none."""
    case: dict[str, Any]
    """The whole consultation, as a file to hand on has it."""

    def rebuilt(self, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None) -> Resumed:
        """Take the consultation up, at its own date of law or another; SavedError when it is damaged."""
        return rebuilt(self.case, self.file.name, base, engine, as_of)


def put(place: Place, slug: str, since: str, consultation: Consultation, name: str) -> Path | None:
    """Keep a consultation aside, and give the file; None where it is the machine itself that cannot save."""
    if not isinstance(place, Server):
        return None
    file = _file(place, slug)
    content = {"since": since, "case": encode(consultation, name).decode()}
    try:
        keep(file, json.dumps(content).encode())
    except OSError:
        return None
    return file


def find(place: Place, slug: str) -> Aside | None:
    """Give what was kept aside of a dossier; None for nothing, SavedError when it is damaged."""
    if not isinstance(place, Server) or not _file(place, slug).is_file():
        return None
    file = _file(place, slug)
    try:
        found = json.loads(content_of(file))
        return Aside(file, str(found["since"]), opened(found["case"].encode(), file.name))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise SavedError.of("saved.damaged", file=file) from error


def forget(place: Place, slug: str) -> None:
    """Take away what was kept aside: the server has it."""
    if isinstance(place, Server):
        with suppress(OSError):
            _file(place, slug).unlink(missing_ok=True)


def files(place: Place) -> tuple[Path, ...]:
    """Give what is kept aside, a file a dossier."""
    if not isinstance(place, Server):
        return ()
    with suppress(OSError):
        return tuple(sorted(place.aside.glob("*.json")))
    return ()


def _file(place: Server, slug: str) -> Path:
    return place.aside / f"{slug}.json"
