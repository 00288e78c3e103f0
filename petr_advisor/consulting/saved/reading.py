"""Read a saved consultation, whole or not at all: it is not locked for that, and never half written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from petr_advisor.consulting.saved.folder import SavedError, file_of, is_taken, names, refused
from petr_advisor.consulting.saved.form import MAX_BYTES, Resumed, decode
from petr_advisor.files.reading import ReadingError, read_file
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase


def resume(name: str, base: KnowledgeBase, engine: Engine | None = None) -> Resumed:
    """Take a consultation up again by name; SavedError when there is none or its file is damaged."""
    path = file_of(name)
    if not is_taken(path):
        known = ", ".join(names())
        raise SavedError(
            f"no saved consultation « {name} » (saved: {known or 'none'})",
            fr=f"aucune consultation enregistrée sous « {name} » (enregistrées : {known or 'aucune'})",
        )
    return read(path, base, engine)


def read(path: Path, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None) -> Resumed:
    """Read a saved consultation from a file, at its own date of law or another; SavedError says what is wrong."""
    return read_content(path, content_of(path), base, engine, as_of)


def read_content(
    path: Path, content: bytes, base: KnowledgeBase, engine: Engine | None = None, as_of: date | None = None
) -> Resumed:
    """Read what a file holds; a consultation that lost its name goes by the file's."""
    found = decode(content, path.name, base, engine, as_of)
    return found if found.name else replace(found, name=path.stem)


def content_of(path: Path) -> bytes:
    """Give what a file holds; SavedError when it is no file, too large, or cannot be read."""
    try:
        return read_file(path, MAX_BYTES)
    except ReadingError as error:
        raise refused(error) from error
