"""By what groupings are ranked: each criterion a number a grouping, the smallest or the largest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.problems import nearest

Measure = Literal["members", "population", "regions", "departements", "compactness", "centre", "balance", "open"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
"""Members; inhabitants; régions; départements; nearness to a disc; km from those who look to the middle; share of the
largest member; options that are open."""
_LARGEST_FIRST = frozenset({"population", "compactness", "open"})
_FORM = re.compile(r"(?:(most|least)-)?([a-z]+)(?:=([0-9]+))?")


@dataclass(frozen=True)
class Criterion:
    """A criterion."""

    measure: Measure
    largest_first: bool
    near: int | None = None
    """The number to come near to, instead of the largest or the smallest."""

    @property
    def said(self) -> str:
        """As it is written."""
        if self.near is not None:
            return f"{self.measure}={self.near}"
        return f"{'most' if self.largest_first else 'least'}-{self.measure}"

    def keys(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give what orders groupings, the best first."""
        if self.near is not None:
            return np.abs(numbers - self.near)
        return -numbers if self.largest_first else numbers


def _criterion(measure: Measure) -> Criterion:
    return Criterion(measure, largest_first=measure in _LARGEST_FIRST)


_FIRST: tuple[Measure, ...] = ("regions", "departements", "compactness")
USUAL = tuple(map(_criterion, _FIRST))
"""The ranking where none is stated."""


def read_criteria(texts: Iterable[str]) -> tuple[Criterion, ...]:
    """Read criteria, the first one first, apart or with commas: `members`, `least-population`, `population=50000`."""
    found = tuple(_read(word.strip()) for text in texts for word in text.split(",") if word.strip())
    return found or USUAL


def _read(word: str) -> Criterion:
    form = _FORM.fullmatch(word)
    measure = next((each for each in MEASURES if form and each == form[2]), None)
    if form is None or measure is None or (form[1] and form[3]):
        near = nearest(form[2] if form else word, MEASURES)
        key = "perimeter.criterion-near" if near else "perimeter.criterion"
        raise PetrAdvisorError.of(key, word=word, known=MEASURES, **({"near": near} if near else {}))
    usual = _criterion(measure)
    if form[3]:
        return Criterion(measure, usual.largest_first, int(form[3]))
    return Criterion(measure, form[1] == "most" if form[1] else usual.largest_first)
