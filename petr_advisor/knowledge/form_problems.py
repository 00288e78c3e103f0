"""What is wrong with the form of an entry: what pydantic found, told in the author's terms."""

import json
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from petr_advisor.knowledge.conditions import AllOf
from petr_advisor.knowledge.problems import FormError, nearest
from petr_advisor.knowledge.yaml_reader import Path_
from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

LONGEST_FOUND = 60
"""More of what was written tells an author nothing."""

_OF_KEY = "[key]"
"""Where pydantic complains of a name rather than of what stands under it."""
_SCALARS: dict[Any, str] = {str: "string", int: "whole", bool: "boolean", date: "day"}

FormProblem = tuple[Path_, Text, str | None]
"""Where it stands inside the entry, what is wrong, and the nearest valid name."""


def form_problems(model: type[BaseModel], error: ValidationError) -> Iterator[FormProblem]:
    """Tell what is wrong with an entry, each place once; a key missed for being misspelt is told as misspelt."""
    found = [(_place(model, detail["loc"]), detail) for detail in error.errors()]
    strange = [path for path, detail in found if detail["type"] == "extra_forbidden"]
    misspelt = {(*path[:-1], nearest(str(path[-1]), fields_at(model, path[:-1]))) for path in strange}
    told_of: set[Path_] = set()
    for path, detail in found:
        if path not in told_of and not (detail["type"] == "missing" and path in misspelt):
            told_of.add(path)
            yield _told(model, path, detail)


def fields_at(model: type[BaseModel], path: Path_) -> tuple[str, ...]:
    """Give the keys that may stand at a place."""
    found = [arm for arm in _arms(type_at(model, path)) if _is_model(arm)]
    return tuple(field.alias or name for arm in found for name, field in arm.model_fields.items())


def written(value: Any) -> str:
    """Write a value as in a file, cut when it is long."""
    text = str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_FOUND else f"{text[: LONGEST_FOUND - 1]}…"


def _told(model: type[BaseModel], path: Path_, detail: Any) -> FormProblem:
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    annotation = type_at(model, path)
    match detail["type"]:
        case "extra_forbidden":
            known = fields_at(model, path[:-1])
            return path, told("check.unknown-key", name=name, known=known), nearest(name, known)
        case "missing":
            return path, told("check.missing", name=name, expected=_expected(annotation)), None
        case "too_short":
            least = detail["ctx"]["min_length"]
            return path, told("check.too-few", name=name, least=least, expected=_expected(annotation)), None
        case "value_error":
            cause = detail["ctx"]["error"]
            assert isinstance(cause, FormError)  # noqa: S101 - the models raise no other
            return path, cause.text, None
    if detail["loc"][-1:] == (_OF_KEY,):
        annotation = get_args(type_at(model, path[:-1]))[0]
    said = {"expected": _expected(annotation), "found": written(detail["input"])}
    return path, told("check.expected", name=name, **said) if name else told("check.expected-here", **said), None


def _place(model: type[BaseModel], loc: Path_) -> Path_:
    """Give the place in the file of a place of pydantic's, which also names the types that it tried."""
    path: Path_ = ()
    for part in loc:
        if part == _OF_KEY or (type_at(model, (*path, part)) is None and not fields_at(model, path)):
            break
        path = (*path, part)
    return path


def type_at(model: Any, path: Path_) -> Any:
    """Give the type that the models expect at a place; None for a place that they do not know."""
    for part in path:
        model = next((inner for arm in _arms(model) if (inner := _inside(arm, part)) is not None), None)
    arms = _arms(model)
    return arms[0] if len(arms) == 1 else model


def _inside(arm: Any, part: str | int) -> Any:
    if _is_model(arm):
        fields = arm.model_fields.items()
        return next((field.annotation for name, field in fields if part == (field.alias or name)), None)
    if get_origin(arm) is dict and isinstance(part, str):
        return get_args(arm)[1]
    return get_args(arm)[0] if get_origin(arm) is tuple and isinstance(part, int) else None


def _arms(annotation: Any) -> tuple[Any, ...]:
    """Give the types that a type is a choice of; nothing else than an absent value stands for None."""
    if hasattr(annotation, "__metadata__"):
        return _arms(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(arm for arm in get_args(annotation) if arm is not type(None))
    return (annotation,)


def _is_model(arm: Any) -> bool:
    return isinstance(arm, type) and issubclass(arm, BaseModel)


def _expected(annotation: Any) -> Text:
    """Say what a type expects, with an example."""
    arms = _arms(annotation)
    first = arms[0]
    if AllOf in arms:
        return told("check.form.condition")
    if _is_model(first):
        return _expected_entry(first)
    if get_origin(first) is Literal:
        return told("check.form.choice", names=get_args(first))
    if get_origin(first) is dict:
        return told("check.form.mapping")
    if get_origin(first) is tuple:
        item = get_args(first)[0]
        return told("check.form.list-of", item=_expected(item)) if _is_model(item) else told("check.form.list")
    if len(arms) > 1:
        return told("check.form.value")
    return told(f"check.form.{_SCALARS.get(first, 'value')}")


def _expected_entry(model: type[BaseModel]) -> Text:
    if (key := f"check.form.{model.__name__}") in catalogue():
        return told(key)
    needed = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    return told("check.form.entry", fields=needed or list(model.model_fields))
