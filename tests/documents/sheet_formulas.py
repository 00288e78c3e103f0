"""What the formulas of a sheet give, worked out without an office program: the few functions that the workbook uses."""

import math
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta

_TOKEN = re.compile(
    r"(?P<text>\"[^\"]*\")|(?P<range>\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)|(?P<cell>(?<![A-Z'!])\$?[A-Z]{1,2}\$?\d+)"
    r"|(?P<other>'[^']+'!\$?[A-Z]+\$?\d+)|(?P<sign><>|<=|>=|=)"
)
_SIGNS = {"<>": "!=", "=": "=="}


class Blank:
    """An empty cell: nothing as a text, nought as a number."""

    def __eq__(self, other: object) -> bool:
        return other in {"", 0} or isinstance(other, Blank)

    def __hash__(self) -> int:
        return 0

    def __mul__(self, other: float) -> float:
        return 0

    def __gt__(self, other: object) -> bool:
        return isinstance(other, int | float) and other < 0

    def __lt__(self, other: object) -> bool:
        return isinstance(other, date) or (isinstance(other, int | float) and other > 0)


EMPTY = Blank()


class Sheet:
    """A sheet of a workbook, with its formulas worked out when they are read."""

    def __init__(self, sheet: Any, today: date) -> None:
        self.sheet, self.today = sheet, today

    def value(self, place: str) -> Any:
        """Give what a cell shows."""
        found = self.sheet[place.replace("$", "")].value
        if isinstance(found, datetime):
            return found.date()
        if isinstance(found, str) and self.sheet[place.replace("$", "")].data_type == "f":
            worked_out = self.formula(found[1:])
            return EMPTY if worked_out == "" else worked_out
        return EMPTY if found is None else found

    def formula(self, text: str) -> Any:
        """Work out a formula."""
        names = {name: getattr(self, name.lower() + "_") for name in NAMES}
        return eval(_TOKEN.sub(_python, text), {**LITERALS, "v": self.value, "r": self.cells, **names})  # noqa: S307 - our own formulas

    def cells(self, span: str) -> list[Any]:
        """Give what the cells of a range show."""
        found = self.sheet[span.replace("$", "")]
        return [self.value(cell.coordinate) for row in found for cell in row]

    @staticmethod
    def if_(condition: bool, then: Any, otherwise: Any) -> Any:  # noqa: FBT001 - as a sheet calls it
        return then if condition else otherwise

    def and_(self, *conditions: bool) -> bool:
        return all(conditions)

    def or_(self, *conditions: bool) -> bool:
        return any(conditions)

    def not_(self, condition: bool) -> bool:  # noqa: FBT001 - as a sheet calls it
        return not condition

    def sum_(self, cells: list[Any]) -> float:
        return sum(_numbers(cells))

    def count_(self, cells: list[Any]) -> int:
        return len(list(_numbers(cells)))

    def rows_(self, cells: list[Any]) -> int:
        return len(cells)

    def countblank_(self, cells: list[Any]) -> int:
        return sum(isinstance(cell, Blank) for cell in cells)

    def countif_(self, cells: list[Any], wanted: Any) -> int:
        return sum(cell == wanted for cell in cells)

    def sumifs_(self, summed: list[Any], cells: list[Any], wanted: Any) -> float:
        return sum(_numbers(value for value, cell in zip(summed, cells, strict=True) if cell == wanted))

    def sumproduct_(self, first: list[Any], second: list[Any]) -> float:
        pairs = zip(first, second, strict=True)
        return sum(float(a * b) for a, b in pairs if not isinstance(a, Blank) and not isinstance(b, Blank))

    def max_(self, *found: Any) -> float:
        return max(_numbers(_flat(found)), default=0)

    def min_(self, *found: Any) -> float:
        return min(_numbers(_flat(found)), default=0)

    def int_(self, value: float) -> int:
        return math.floor(value)

    def round_(self, value: float, digits: int) -> float:
        return round(value, digits)

    def roundup_(self, value: float, _: int) -> int:
        return math.ceil(value)

    def today_(self) -> date:
        return self.today

    @staticmethod
    def edate_(day: Any, months: int) -> Any:
        return EMPTY if isinstance(day, Blank) else day + relativedelta(months=months)


LITERALS: dict[str, Any] = {"__builtins__": {}, "TRUE": True, "FALSE": False}
NAMES = (
    "IF", "AND", "OR", "NOT", "SUM", "COUNT", "ROWS", "COUNTBLANK", "COUNTIF", "SUMIFS", "SUMPRODUCT", "MAX", "MIN",
    "INT", "ROUND", "ROUNDUP", "TODAY", "EDATE",
)  # fmt: skip


def _python(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "range":
            return f"r({found[0]!r})"
        case "cell":
            return f"v({found[0]!r})"
        case "sign":
            return _SIGNS.get(found[0], found[0])
        case _:
            return found[0]


def _numbers(cells: Any) -> Iterator[float]:
    return (cell for cell in cells if isinstance(cell, int | float))


def _flat(found: tuple[Any, ...]) -> Iterator[Any]:
    for each in found:
        yield from each if isinstance(each, list) else [each]
