"""The day that another reading in force gives to what the law wants by one day under the prudent reading."""

from datetime import date

from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.documents.building.desk import Desk


def later_day(desk: Desk, act: str, day: date) -> date | None:
    """Give the last day on which an act still keeps, under some reading, a duty that the prudent one ends on `day`.

    None where no reading gives more time than that. `act` is `procedure/act`.
    """
    case = desk.consultation
    owed = [duty for duty in case.duties if duty.deadline == day and act in duty.rule.met_by]
    later = [
        other.deadline
        for duty in owed
        for other in case.duties_otherwise
        if other.deadline is not None and other.deadline > day and _same(duty, other)
    ]
    return max(later, default=None)


def _same(duty: DutyOutcome, other: DutyOutcome) -> bool:
    """Tell whether a reading under which one falls has the other: what is owed is the same, on another day."""
    falls = {(found.point, found.reading) for found in duty.disputed if found.holds is False}
    holds = {(found.point, found.reading) for found in other.disputed if found.holds}
    return not falls.isdisjoint(holds) and (duty.rule.to, duty.of) == (other.rule.to, other.of)
