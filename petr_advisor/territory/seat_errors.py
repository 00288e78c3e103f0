"""Errors about the seats of a council, each with its text in French and English."""

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Text


class SeatError(PetrAdvisorError, ValueError):
    """Base of the errors about seats; as a string it is the English text."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en, fr)
        self.text = Text(fr=fr, en=en)


class MembersError(SeatError):
    """Fewer than two members, or seats given to a body that is not a member."""


class PopulationError(SeatError):
    """A population that is not a whole number of inhabitants within bounds."""


class SeatTotalError(SeatError):
    """A number of seats that no lawful distribution can have."""
