"""Read one entry: whole, or without what is wrong in it so that the rest can be checked, or not at all."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.form_problems import FormProblem, form_problems, type_at
from petr_advisor.knowledge.yaml_reader import Path_
from petr_advisor.words.texts import Entry, Text

KINDS = tuple(name for name in KnowledgeBase.model_fields if name != "hash")
"""The kinds of entry, which are also the top-level keys a file may hold."""

_MODELS: dict[str, type[Entry]] = {kind: get_args(KnowledgeBase.model_fields[kind].annotation)[1] for kind in KINDS}

_READ_IN_PART = frozenset(
    {"norms", "cures", "options", "procedures", "requirement_groups", "regimes", "tables", "rules", "conflicts"}
)
"""Kinds of which a part can be checked without what is wrong; of a fact or a point, values might be lacking."""


Model = TypeVar("Model", bound=Entry)


def read_entry(kind: str, raw: Any) -> tuple[Entry | None, tuple[FormProblem, ...]]:
    """Give an entry with what is wrong with its form; None when nothing can be read."""
    model = _MODELS[kind]
    try:
        return model.model_validate(raw), ()
    except ValidationError as error:
        problems = tuple(form_problems(model, error))
    places = [path for path, _, _ in problems]
    return read_in_part(model, raw, places) if kind in _READ_IN_PART else None, problems


def read_in_part(model: type[Model], raw: Any, places: list[Path_]) -> Model | None:
    """Read an entry without what stands at some places, and without what that leaves incomplete."""
    kept = deepcopy(raw)
    while places:
        if not all(_stand_in(model, kept, path) or _take_out(kept, path) for path in places):
            return None
        try:
            return model.model_validate(kept)
        except ValidationError as error:
            places = [path for path, _, _ in form_problems(model, error)]
    return None


def _stand_in(model: type[Entry], node: Any, path: Path_) -> bool:
    """Put a text where one is badly written or lacking, which no other check looks at."""
    held = next((path[:end] for end in range(1, len(path) + 1) if type_at(model, path[:end]) is Text), None)
    if held is None or any(isinstance(part, int) for part in held) or not _holds(node, held[:-1]):
        return False
    for part in held[:-1]:
        node = node[part]
    node[held[-1]] = {"fr": "…", "en": "…"}
    return True


def _take_out(node: Any, path: Path_) -> bool:
    """Take out what stands at a place, or what holds it: a whole list, for the lines of the others to stay right."""
    named = next((number for number, part in enumerate(path) if isinstance(part, int)), len(path))
    path = path[:named]
    while path and not _holds(node, path):
        path = path[:-1]
    if not path:
        return False
    for part in path[:-1]:
        node = node[part]
    del node[path[-1]]
    return True


def _holds(node: Any, path: Path_) -> bool:
    for part in path:
        if not isinstance(node, Mapping) or part not in node:
            return False
        node = node[part]
    return True
