"""What a plan is asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlanSettings:
    """What is planned, and from when."""

    option: str | None = None
    """The option chosen in the case, else the best, when None."""
    start: date | None = None
    """The date of law when None."""


BEST_NOW = PlanSettings()
