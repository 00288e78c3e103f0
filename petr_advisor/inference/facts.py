"""Facts: a value for a fact type, of the territory itself or of one entity of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal

Value = bool | int | str | Fraction | date
FactKey = tuple[str, str | None]
"""(fact type, entity identifier), with None for the territory itself."""

KnownBy = Literal["register", "measure", "calendar", "user", "rule", "supposed", "reading"]
"""Where a value comes from: the origins of the vocabulary, and what is supposed or read prudently."""


@dataclass(frozen=True)
class Range:
    """A number or a date known only to lie between two bounds, both included; None is no bound."""

    low: int | Fraction | date | None
    high: int | Fraction | date | None

    def holds(self, value: Any) -> bool:
        """Tell whether a value lies in it."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True)
class Known:
    """What is known of a fact, and from whom."""

    value: Value | Range
    by: KnownBy = "user"
    note: str = ""
    """A remark of the register or the measurement, such as the year of the data."""


@dataclass(frozen=True)
class EntityList:
    """The entities of a list, by identifier, and whether the list is known to be complete."""

    ids: tuple[str, ...] = ()
    complete: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything known before any rule is applied."""

    known: Mapping[FactKey, Known] = field(default_factory=dict)
    entities: Mapping[str, EntityList] = field(default_factory=dict)
    """The lists, by kind of entity; a kind that is absent was never listed."""

    def get(self, fact: str, of: str | None = None) -> Known | None:
        """Give what is known of a fact, if anything."""
        return self.known.get((fact, of))

    def day(self, fact: str, of: str | None = None) -> date | None:
        """Give the day that a date fact holds, if it is known exactly."""
        known = self.known.get((fact, of))
        return known.value if known is not None and isinstance(known.value, date) else None

    def with_known(self, more: Mapping[FactKey, Known]) -> "Facts":
        """Give the same facts with others added or replaced."""
        return Facts({**self.known, **more}, self.entities)
