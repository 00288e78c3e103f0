"""Walk over an entry, as it is written or once it is read: every value in it, with its path."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from petr_advisor.knowledge.yaml_reader import Path_


def parts(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Give a value then all that it holds, each before what it holds itself; a condition is one value."""
    waiting: list[tuple[Path_, Any]] = [(path, value)]
    while waiting:
        here, found = waiting.pop()
        yield here, found
        if not isinstance(found, str):
            waiting += [((*here, key), inner) for key, inner in reversed(tuple(_held(found)))]


def _held(value: object) -> Iterable[tuple[Any, object]]:
    if isinstance(value, BaseModel):
        return ((key, getattr(value, name)) for key, name in _fields(type(value)))
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple | list) else ()


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of an entry, each as it is written and as it is read."""
    return tuple((field.alias or name, name) for name, field in kind.model_fields.items())
