"""Where what follows from a scenario is not what it expects."""

from dataclasses import dataclass

from petr_advisor.explaining.explanations import Explanation


@dataclass(frozen=True)
class Difference:
    """An expectation that does not hold."""

    about: str
    """What it is about (`options.l5741-4`)."""
    expected: str
    found: str
    how: Explanation | None = None
    """How what was found was reached."""
