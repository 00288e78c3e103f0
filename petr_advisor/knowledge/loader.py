"""Read the files of a rule base into a KnowledgeBase, or report every problem at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from petr_advisor.files.reading import shown, what_is
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.files import knowledge_files, knowledge_hash
from petr_advisor.knowledge.problems import FileError, Problem, nearest
from petr_advisor.knowledge.yaml_reader import Document, Path_, read_yaml

KINDS = tuple(name for name in KnowledgeBase.model_fields if name != "hash")
"""The kinds of entry, which are also the top-level keys a file may hold."""


class Places:
    """Where each entry of the rule base was written."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, str], Document] = {}

    def add(self, kind: str, key: str, document: Document) -> Document | None:
        """Record an entry; give the earlier document when it was already written."""
        earlier = self._documents.get((kind, key))
        self._documents.setdefault((kind, key), document)
        return earlier

    def raw(self, kind: str, key: str, path: Path_) -> Any:
        """Give what was written at a place inside an entry, or None."""
        document = self._documents.get((kind, key))
        node: Any = document.data if document else None
        for part in (kind, key, *path):
            try:
                node = node[part]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def problem(self, kind: str, key: str, path: Path_, message: str, near: str | None = None) -> Problem:
        """Make a problem about a place inside an entry."""
        document = self._documents.get((kind, key))
        if document is None:
            return Problem("knowledge", 0, f"{kind}.{key}", message, near)
        return document.problem((kind, key, *path), message, near)


def read_folder(folder: Path) -> tuple[KnowledgeBase, Places]:
    """Read a rule base without cross-checking it; a FileError holds all problems of form."""
    if what_is(folder) != "folder":
        raise _about_folder(
            folder, "no such folder: give the folder of a rule base", "aucun dossier de règles de ce nom"
        )
    files = knowledge_files(folder)
    if not files:
        raise _about_folder(folder, "the folder holds no .yaml file", "ce dossier ne contient aucun fichier .yaml")
    raw: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    places = Places()
    problems: list[Problem] = []
    for path in files:
        try:
            document = read_yaml(path, path.relative_to(folder).as_posix())
        except FileError as error:
            problems += error.problems
            continue
        problems += _collect(document, raw, places)
    try:
        base = KnowledgeBase.model_validate({**raw, "hash": "" if problems else knowledge_hash(folder)})
    except ValidationError as error:
        problems += [_as_problem(detail, places) for detail in error.errors()]
        raise FileError(problems) from error
    if problems:
        raise FileError(problems)
    return base, places


def _about_folder(folder: Path, en: str, fr: str) -> FileError:
    return FileError([Problem(shown(folder), 0, "", en)], fr=f"{shown(folder)} : {fr}")


def _collect(document: Document, raw: dict[str, dict[str, Any]], places: Places) -> Iterator[Problem]:
    """Sort a file's entries by kind; yield what is not an entry of a known kind, or was written before."""
    if not isinstance(document.data, Mapping):
        yield document.problem((), f"expected entries under {', '.join(KINDS)}")
        return
    for kind, entries in document.data.items():
        if kind not in raw:
            yield document.problem(
                (kind,), f"unknown kind of entry `{kind}`; expected {', '.join(KINDS)}", nearest(kind, KINDS)
            )
            continue
        if not isinstance(entries, Mapping):
            yield document.problem((kind,), "expected a mapping by identifier, such as my-rule: {…}")
            continue
        for key, entry in entries.items():
            if earlier := places.add(kind, key, document):
                first = f"{earlier.file}:{earlier.line((kind, key))}"
                yield document.problem((kind, key), f"duplicate identifier `{key}` (first in {first})")
            else:
                raw[kind][key] = entry


def _as_problem(detail: Any, places: Places) -> Problem:
    """Say a pydantic error as a problem of a file."""
    kind, key, *rest = (*detail["loc"], "", "")[:2] + tuple(detail["loc"][2:])
    path = tuple(part for part in rest if part != "[key]")
    message = detail["msg"].removeprefix("Value error, ")
    near = None
    if detail["type"] == "extra_forbidden":
        known = _known_keys(str(kind), path)
        message, near = f"unknown key `{path[-1]}`; expected one of {', '.join(known)}", nearest(str(path[-1]), known)
    elif detail["type"] == "missing":
        message = f"`{path[-1]}` is missing" if path else "is missing"
    elif detail["type"] not in {"value_error", "assertion_error"}:
        message = f"{message} (found {_short(detail['input'])})"
    return places.problem(str(kind), str(key), path, message, near)


def _known_keys(kind: str, path: Path_) -> tuple[str, ...]:
    """Give the keys allowed where a misspelt one stood, read from the models."""
    schema = KnowledgeBase.model_json_schema()
    node = schema["properties"].get(kind, {}).get("additionalProperties", {})
    for part in path[:-1]:
        node = _resolve(node, schema)
        node = node.get("items") or node.get("properties", {}).get(part) or node.get("additionalProperties") or {}
    return tuple(_resolve(node, schema).get("properties", {}))


def _resolve(node: Any, schema: Any) -> Any:
    """Follow references and optional values down to an object."""
    while True:
        if "anyOf" in node:
            node = next((part for part in node["anyOf"] if part.get("type") != "null"), {})
        elif "$ref" in node:
            node = schema["$defs"].get(node["$ref"].rsplit("/", 1)[-1], {})
        else:
            return node


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
