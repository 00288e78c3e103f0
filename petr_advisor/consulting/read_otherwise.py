"""The day that another reading in force gives to what the law wants by one day under the prudent reading."""

from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class OtherDay:
    """The last day of what the law wants by another reading, where that one gives more time."""

    day: date
    """Where it moves with a plan, at the longest."""
    first: date | None = None
    """Where it does, at the shortest."""
    at_earliest: Text | None = None
    """Where it can only come later, in words: the day of the event that it runs from is known of no case."""

    @property
    def first_or_only(self) -> date:
        """Its day, at the shortest where it moves with a plan."""
        return self.first or self.day


def later_day(case: Consultation, act: str, day: date) -> OtherDay | None:
    """Give the last day on which an act still keeps, under some reading, a duty that the prudent one ends on `day`.

    None where no reading gives more time than that. `act` is `procedure/act`.
    """
    owed = (duty for duty in case.duties if duty.deadline == day and act in duty.rule.met_by)
    found = (later for duty in owed if (later := later_for(case, duty)) is not None)
    return max(found, key=lambda other: other.day, default=None)


def later_for(case: Consultation, duty: DutyOutcome) -> OtherDay | None:
    """Give the last day of a duty under some other reading; None where none gives more time."""
    found = (
        OtherDay(other.deadline, at_earliest=other.rule.limit.at_earliest if other.rule.limit else None)
        for other in case.duties_otherwise
        if _same(duty, other) and other.deadline and duty.deadline and other.deadline > duty.deadline
    )
    return max(found, key=lambda other: other.day, default=None)


def _same(duty: DutyOutcome, other: DutyOutcome) -> bool:
    """Tell whether a reading under which one falls has the other: what is owed is the same, on another day."""
    falls = {(found.point, found.reading) for found in duty.disputed if found.holds is False}
    holds = {(found.point, found.reading) for found in other.disputed if found.holds}
    return not falls.isdisjoint(holds) and (duty.rule.to, duty.of) == (other.rule.to, other.of)
