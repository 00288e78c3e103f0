"""Errors about the seats of a council."""

from petr_advisor.errors import PetrAdvisorError


class SeatError(PetrAdvisorError, ValueError):
    """Base of the errors about seats."""


class MembersError(SeatError):
    """Fewer than two members, or seats given to a body that is not a member."""


class PopulationError(SeatError):
    """A population that is not a whole number of inhabitants within bounds."""


class SeatTotalError(SeatError):
    """A number of seats that no lawful distribution can have."""
