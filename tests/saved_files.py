"""What tests of saved consultations share: files as earlier versions wrote them, and what the database holds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import encode
from petr_advisor.dossiers import slug_of
from petr_advisor.dossiers.naming import file_waiting
from petr_advisor.dossiers.place import place
from petr_advisor.dossiers.rows import Entry, add, find


def as_file(consultation: Consultation, name: str) -> Path:
    """Save a consultation as earlier versions did, each in a file."""
    path = file_waiting(slug_of(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(consultation, name))
    return path


def rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a saved file says, and leave it in the first format, which had no checksum."""
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["checksum"]
    data["format"] = 1
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def kept(slug: str) -> list[dict[str, Any]]:
    """Give the events that the database has of a dossier; none when it has no such dossier."""
    found = find(place(), slug)
    return found.events if found else []


def another_hand(slug: str) -> list[dict[str, Any]]:
    """Write to a dossier as a program that knows of no locks would, and give the events that it then has."""
    found = find(place(), slug)
    assert found is not None
    add(place(), slug, found.head, found.head, [Entry(len(found.events), {"skip": ["structure.form", None]})])
    return kept(slug)
