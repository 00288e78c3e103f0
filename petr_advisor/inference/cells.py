"""Cells: the values of a fact, grouped by what they do to the atoms on it.

Two values in one cell decide every atom alike, so exactness needs one representative of each cell and no more.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from petr_advisor.inference.atoms import allowed, satisfied
from petr_advisor.inference.facts import Range, Value
from petr_advisor.knowledge.conditions import ValueTest
from petr_advisor.knowledge.vocabulary import FactType


@dataclass(frozen=True)
class Cell:
    """Values that no atom tells apart."""

    representatives: tuple[Value, ...]
    """Values of the cell: all of them for words, the ends for numbers and dates."""
    truths: tuple[bool, ...]
    """The outcome of each test, in the order of the tests."""


def cells_of(kind: FactType, tests: tuple[ValueTest, ...], as_of: date, live: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    """Give the cells of a fact type; `live` restricts a disputed point to its readings in force."""
    groups: dict[tuple[bool, ...], list[Value]] = {}
    values = _representatives(kind, tests, as_of, live)
    for value, truths in zip(values, satisfied(kind, tests, values, as_of), strict=True):
        groups.setdefault(truths, []).append(value)
    return tuple(Cell(tuple(values), truths) for truths, values in groups.items())


def possible_cells(
    kind: FactType, tests: tuple[ValueTest, ...], cells: tuple[Cell, ...], known: Value | Range, as_of: date
) -> tuple[int, ...]:
    """Give the numbers of the cells that agree with what is known of a fact."""
    ends = (known.low, known.high) if isinstance(known, Range) else (known,)
    found = set(satisfied(kind, tests, (end for end in ends if end is not None), as_of))
    if not isinstance(known, Range):
        return tuple(number for number, cell in enumerate(cells) if cell.truths in found)
    return tuple(
        number
        for number, cell in enumerate(cells)
        if cell.truths in found or any(_inside(value, known) for value in cell.representatives)
    )


def _representatives(kind: FactType, tests: tuple[ValueTest, ...], as_of: date, live: tuple[str, ...]) -> list[Value]:
    match kind.type:
        case "yes_no":
            return [True, False]
        case "one_of":
            return [choice for choice in kind.choices if not live or choice in live]
        case "text" | "list":
            return []
    points: set[Any] = set()
    for test in tests:
        values, interval = allowed(kind, test, as_of)
        points.update(values)
        points.update(bound for bound in interval or () if bound is not None)
    return _around(kind, sorted(points))


def _around(kind: FactType, points: list[Any]) -> list[Value]:
    """Give each point, its neighbours and the ends, inside the bounds of the type."""
    low: Any
    high: Any
    step: Any
    if kind.type == "date":
        low, high, step = kind.earliest or date(1800, 1, 1), kind.latest or date(2100, 12, 31), timedelta(days=1)
    elif kind.type == "fraction":
        low, high, step = Fraction(0), Fraction(1), Fraction(1, 10**30)
    else:
        low, high, step = kind.minimum or 0, kind.maximum if kind.maximum is not None else 10**9, 1
    found = {low, high}
    for point in points:
        found.update(value for value in (point - step, point, point + step) if low <= value <= high)
    return sorted(found)


def _inside(value: Any, known: Range) -> bool:
    return (known.low is None or value >= known.low) and (known.high is None or value <= known.high)
