"""Walk over an entry, as it is written or once it is read: every value in it, with its path."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from petr_advisor.knowledge.yaml_reader import Path_


def parts(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Give a value then all that it holds, each before what it holds itself; a condition is one value."""
    yield path, value
    for key, inner in _held(value):
        yield from parts(inner, (*path, key))


def _held(value: object) -> Iterable[tuple[Any, object]]:
    if isinstance(value, BaseModel):
        return ((field.alias or name, getattr(value, name)) for name, field in type(value).model_fields.items())
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple | list) else ()
