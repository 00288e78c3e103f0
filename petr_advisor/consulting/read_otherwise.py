"""The day that another reading in force gives to what the law wants by one day under the prudent reading."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome


def later_day(case: Consultation, act: str, day: date) -> date | None:
    """Give the last day on which an act still keeps, under some reading, a duty that the prudent one ends on `day`.

    None where no reading gives more time than that. `act` is `procedure/act`.
    """
    owed = (duty for duty in case.duties if duty.deadline == day and act in duty.rule.met_by)
    return max((later for duty in owed if (later := later_for(case, duty)) is not None), default=None)


def later_for(case: Consultation, duty: DutyOutcome) -> date | None:
    """Give the last day of a duty under some other reading; None where none gives more time."""
    days = (other.deadline for other in case.duties_otherwise if _same(duty, other))
    return max((day for day in days if day is not None and duty.deadline and day > duty.deadline), default=None)


def _same(duty: DutyOutcome, other: DutyOutcome) -> bool:
    """Tell whether a reading under which one falls has the other: what is owed is the same, on another day."""
    falls = {(found.point, found.reading) for found in duty.disputed if found.holds is False}
    holds = {(found.point, found.reading) for found in other.disputed if found.holds}
    return not falls.isdisjoint(holds) and (duty.rule.to, duty.of) == (other.rule.to, other.of)
