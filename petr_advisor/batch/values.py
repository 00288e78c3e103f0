"""A cell of a table, as the vocabulary takes it."""

import re
from datetime import date, datetime
from typing import Any

from petr_advisor.knowledge.vocabulary import FactType

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_YES_NO = {"true": True, "false": False}


def cell(raw: Any) -> Any:
    """Give what stands in a cell, None where it is empty; a day with its time is that day."""
    if isinstance(raw, str):
        return raw.strip() or None
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, float) and raw != raw:  # noqa: PLR0124 - what is not a number is not itself
        return None
    return raw


def typed(kind: FactType | None, value: Any) -> Any:
    """Give a cell's value in the type of its fact; what does not fit is left as it is, for the vocabulary to refuse."""
    if kind is None or isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():  # a column of whole numbers with gaps is read as floats
        value = int(value)
    if not isinstance(value, str):
        return value
    if kind.type in {"count", "amount"} and _WHOLE.fullmatch(value):
        return int(value)
    return _YES_NO.get(value.lower(), value) if kind.type == "yes_no" else value


def questions_in(raw: Any) -> tuple[str, ...]:
    """Give the key questions that a cell names, apart or in a list; none for an empty cell."""
    names = raw if isinstance(raw, list | tuple) else [] if raw is None else str(raw).split("|")
    return tuple(str(name).strip() for name in names)
