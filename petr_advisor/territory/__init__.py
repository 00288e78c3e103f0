"""Who is concerned: the register of EPCIs, the borders between them, the seats of a council."""

from petr_advisor.territory.borders import Borders, BordersError, PerimeterMeasure
from petr_advisor.territory.register import Epci, EpciKind, Register, RegisterError
from petr_advisor.territory.seat_check import SeatFault, check
from petr_advisor.territory.seat_errors import MembersError, PopulationError, SeatError, SeatTotalError
from petr_advisor.territory.seats import SeatPlan, SeatRule, SeatShare, propose

__all__ = [
    "Borders",
    "BordersError",
    "Epci",
    "EpciKind",
    "MembersError",
    "PerimeterMeasure",
    "PopulationError",
    "Register",
    "RegisterError",
    "SeatError",
    "SeatFault",
    "SeatPlan",
    "SeatRule",
    "SeatShare",
    "SeatTotalError",
    "check",
    "propose",
]
