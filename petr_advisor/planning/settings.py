"""What a plan is asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlanSettings:
    """What is planned, and from when."""

    option: str | None = None
    """An option chosen for its key question before the course is planned; none when None."""
    start: date | None = None
    """The date of law when None."""
    effect: date | None = None
    """A wished day of effect, from which the acts are counted back as well."""


BEST_NOW = PlanSettings()
