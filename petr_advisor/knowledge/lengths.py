"""Lengths of time as values: how long a limit is, and how long an act usually takes."""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

Unit = Literal["day", "clear_day", "week", "month", "clear_month", "year"]
"""A clear day or month (délai franc) counts neither the day it runs from nor the day it ends."""

Rounding = Literal["down", "up"]
"""Where the month has no such day: its last day, or the first day of the next month."""

_OF_MONTHS = frozenset({"month", "clear_month", "year"})

_ORDER: dict[str, int] = {"day": 1, "clear_day": 1, "week": 7, "month": 30, "clear_month": 30, "year": 365}
"""Days in a unit, near enough to tell which of two spans is the longer."""


class Span(Entry):
    """A number of units of time."""

    n: int = Field(ge=0)
    """How many."""
    unit: Unit
    """Of what."""

    @property
    def in_months(self) -> bool:
        """Whether it runs from date to date, in months or years."""
        return self.unit in _OF_MONTHS

    @property
    def rough_days(self) -> int:
        """Days, near enough to compare spans; never used to count a date."""
        return self.n * _ORDER[self.unit]


class Length(Span):
    """The length of a limit; months and years say what to do where the month has no such day."""

    rounding: Rounding | None = None
    """Compulsory for months and years, refused elsewhere."""

    @model_validator(mode="after")
    def _rounded(self) -> Self:
        if self.in_months != (self.rounding is not None):
            raise FormError.of("check.length-rounding" if self.rounding is None else "check.length-not-rounded")
        return self


class Duration(Entry):
    """How long an act usually takes: practice always, never a legal date."""

    shortest: Span
    """At its shortest."""
    longest: Span
    """At its longest."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.longest.rough_days < self.shortest.rough_days:
            raise FormError.of("check.duration-disorder")
        return self


class DurationKind(Duration):
    """A usual duration, named once and used by every act of its kind."""

    label: Text
    """What takes that long (« avis de la CDCI »)."""


def takes_read(raw: Any) -> Any:
    """Leave the name of a kind of duration, or a duration in full, as it is; refuse a duration in words."""
    if isinstance(raw, str) and " " in raw.strip():
        raise FormError.of("check.duration-in-words", value=raw)
    return raw
