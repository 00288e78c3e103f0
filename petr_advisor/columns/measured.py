"""A number measured in each row, exact or between two bounds, and its classes: what no condition tells apart.

Whole numbers and shares are compared exactly: a share is a whole number of a whole number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.column import Column
from petr_advisor.columns.planes import Rows
from petr_advisor.inference.atoms import allowed
from petr_advisor.inference.facts import Known, Range, Value
from petr_advisor.knowledge.conditions import ValueTest
from petr_advisor.knowledge.vocabulary import FactType

HAIR = Fraction(1, 10**30)
"""How far a bound that is excluded is put from its share, see `inference/atoms.py`."""

LARGEST = 2**62
"""Products below it fit in a machine word."""

Cut = tuple[Fraction, bool]
"""A bound, and whether the bound itself lies below the cut."""


@dataclass(frozen=True, eq=False)
class Measured:
    """What a measurement gives in each row: (low, high) of a whole number of `whole`, nothing where not known."""

    known: Rows
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    """As `low` where there is no highest value."""
    bounded: Rows
    """Whether there is a highest value."""
    full: Rows
    """Whether the number is known exactly."""
    whole: NDArray[np.int64] | None = None
    """What a share is a share of; None for a whole number."""

    def value(self, row: int) -> Value | Range:
        """Give the value of a row in which it is known."""
        low, high = self._number(self.low, row), self._number(self.high, row)
        if not self.bounded[row]:
            return Range(low, None)
        return low if self.full[row] else Range(low, high)

    def _number(self, numbers: NDArray[np.int64], row: int) -> int | Fraction:
        number = int(numbers[row])
        return number if self.whole is None else Fraction(number, int(self.whole[row]))

    def column(self, kind: FactType, tests: Iterable[ValueTest], as_of: date) -> Column:
        """Give the column: rows are of one class where all tests find them alike."""
        cuts = sorted({cut for test in tests for cut in _cuts(kind, test, as_of)})
        low, high = (self._cells(numbers, cuts) for numbers in (self.low, self.high))
        place = (low * (len(cuts) + 1) + np.where(self.bounded, high, 0)) * 4 + self.bounded * 2 + self.full
        rows = np.flatnonzero(self.known)
        _, first, classes = np.unique(place[rows], return_index=True, return_inverse=True)
        found = np.full(len(self.known), -1, dtype=np.int32)
        found[rows] = classes
        return Column(found, tuple(Known(self.value(int(rows[place])), "measure") for place in first))

    def _cells(self, numbers: NDArray[np.int64], cuts: list[Cut]) -> NDArray[np.int64]:
        """Give how many cuts lie below each number."""
        found = np.zeros(len(numbers), dtype=np.int64)
        whole = np.ones(1, dtype=np.int64) if self.whole is None else self.whole
        most = max(int(numbers.max(initial=0)), int(whole.max(initial=0)), 1)
        for bound, above in cuts:
            times, over = bound.denominator, bound.numerator
            exact = object if most * max(times, over, 1) >= LARGEST else np.int64
            left, right = numbers.astype(exact) * times, whole.astype(exact) * over
            found += ((left > right) if above else (left >= right)).astype(np.bool_)
        return found


def _cuts(kind: FactType, test: ValueTest, as_of: date) -> list[Cut]:
    """Give where the outcome of a test may change."""
    values, interval = allowed(kind, test, as_of)
    ends: list[tuple[Any, bool]] = [(value, above) for value in values for above in (False, True)]
    if interval is not None:
        low, high = interval
        ends += [(end, above) for end, above in ((low, False), (high, True)) if end is not None]
    return [_exact(Fraction(end), above=above) for end, above in ends]


def _exact(bound: Fraction, *, above: bool) -> Cut:
    """Give a bound that lies a hair from a share as that share, on the right side of it."""
    for away in (-HAIR, HAIR):
        if (near := bound + away).denominator < bound.denominator // 10**6:
            return near, away < 0  # what lies a hair above a share begins just above that share
    return bound, above


def yes_no_column(yes: Rows, no: Rows) -> Column:
    """Give the column of a yes or a no that was measured."""
    classes = np.where(yes, 0, np.where(no, 1, -1)).astype(np.int32)
    return Column(classes, (Known(value=True, by="measure"), Known(value=False, by="measure")))
