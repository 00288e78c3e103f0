"""What a scenario expects of the plan."""

from datetime import date
from typing import Literal

from petr_advisor.planning.legal_days import State
from petr_advisor.words.texts import Entry

ABSENT = "absent"
"""Written of an act that the plan must not hold."""


class PlannedAct(Entry):
    """What a plan must say of an act; what is not named is free."""

    earliest: date | None = None
    """The day on which it is done at the shortest usual durations."""
    latest: date | None = None
    """The same at the longest."""
    legal: date | None = None
    """The legal day in the worst state."""
    state: State | Literal["none"] | None = None
    """That state; `none` when no legal day binds it."""
    last: date | None = None
    """Its last day for the wished day of effect."""
    prudent: date | None = None
    """The day by which to do it out of prudence, for the wished day of effect."""


class Planned(Entry):
    """What plan is made, and what it must say as a whole."""

    option: str | None = None
    """The option to choose first."""
    start: date | None = None
    """Its first day; the date of law when absent."""
    effect: date | None = None
    """A wished day of effect."""
    reach: State | None = None
    """Whether the wished day can be kept."""
    unmet: tuple[str, ...] | None = None
    """The legal days that no act meets, all of them."""
    none: bool = False
    """Whether there must be nothing to plan."""
