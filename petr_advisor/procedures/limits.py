"""By when an act is to be done: the last day of its limit, and why it moved."""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.knowledge.holidays import Holiday
from petr_advisor.knowledge.lengths import Length
from petr_advisor.knowledge.limits import Limit
from petr_advisor.procedures.counting import friday_of_week, last_day, last_day_before
from petr_advisor.procedures.working_days import DayOff, to_working_day


@dataclass(frozen=True)
class Due:
    """The last day of a limit, and from which day it was counted."""

    last: date
    """On that day the act is still in time."""
    limit: Limit
    event: date | None = None
    """The day of the event it runs from; None for a fixed day."""
    off: tuple[DayOff, ...] = ()
    """The days on which nobody works that it was moved from."""
    latest: date | None = None
    """Its last day if doubtful holidays hold there too."""
    doubtful: tuple[DayOff, ...] = ()
    """Those holidays."""


def due(
    limit: Limit, event: date | None, holidays: Mapping[str, Holiday], departements: Collection[str] | None
) -> Due | None:
    """Give the last day of a limit from the day of its event, or None where it has none that is known.

    It is moved by the holidays of the départements in which it ends; None where these are not known.
    """
    day = _unmoved(limit, event)
    if day is None:
        return None
    found = Due(day, limit, event)
    if limit.moved is None:
        return found
    moved = to_working_day(day, holidays, departements)
    return replace(found, last=moved.day, off=moved.off, latest=moved.latest, doubtful=moved.doubtful)


def _unmoved(limit: Limit, event: date | None) -> date | None:
    if limit.by is not None:
        return limit.by
    if limit.yearly is not None:
        return _in_year(limit, event)
    if event is None:
        return None
    if limit.kind in {"at_once", "same_day"}:
        return event
    if limit.length is None:
        return None
    return _counted(limit, limit.length, event)


def _counted(limit: Limit, length: Length, event: date) -> date:
    if limit.weekday is not None:
        return friday_of_week(event, length.n)
    return last_day_before(event, length) if limit.kind == "before" else last_day(event, length)


def _in_year(limit: Limit, event: date | None) -> date | None:
    """Give the first such day of the year on or after the event, or that of the year after it."""
    if event is None or limit.yearly is None:
        return None
    day, of = limit.yearly, limit.yearly.of
    found = _day_of_year(event.year + (of == "year_after"), day.month, day.day)
    return found if of == "year_after" or found >= event else _day_of_year(event.year + 1, day.month, day.day)


def _day_of_year(year: int, month: int, day: int) -> date:
    """Give a day of a year; 29 February is the last of February in other years."""
    return date(year, month, min(day, monthrange(year, month)[1]))
