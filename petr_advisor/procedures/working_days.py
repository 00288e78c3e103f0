"""Limits that move off a day on which nobody works, with the reason told.

Where a holiday holds in some communes only, or the département is not known, it is not known whether the limit moves:
both days are given, the earlier being that on which it is prudent to act.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from petr_advisor.knowledge.holidays import Holiday

_WEEKEND: Mapping[int, Literal["saturday", "sunday"]] = {5: "saturday", 6: "sunday"}

DayOff = tuple[date, str]
"""A day and why nobody works on it: `saturday`, `sunday`, or the identifier of a holiday."""


@dataclass(frozen=True)
class Moved:
    """The end of a limit that moves off days on which nobody works."""

    day: date
    """Its last day, moved off the days that are surely off."""
    off: tuple[DayOff, ...] = ()
    """The days surely off it was moved from, in order."""
    latest: date | None = None
    """Its last day if the doubtful holidays hold there too, where that differs."""
    doubtful: tuple[DayOff, ...] = ()
    """The holidays that it is not known whether they hold."""


def to_working_day(day: date, holidays: Mapping[str, Holiday], departements: Collection[str] | None) -> Moved:
    """Move the end of a limit to the next working day; None where the départements are not known."""
    sure, sure_off = _skip(day, {key for key, found in holidays.items() if _sure(found, departements)}, holidays)
    possible = {key for key, found in holidays.items() if _possible(found, departements)}
    latest, all_off = _skip(day, possible, holidays)
    if latest == sure:
        return Moved(sure, sure_off)
    doubtful = tuple(off for off in all_off if off not in sure_off and off[1] in holidays)
    return Moved(sure, sure_off, latest, doubtful)


def to_session_day(
    day: date, holidays: Mapping[str, Holiday], departements: Collection[str] | None, *, back: bool = False
) -> date:
    """Give the first day from a day on on which a council sits by habit: no Sunday, no day that is surely a holiday.

    Or the last one up to that day, going back.
    """
    sure = [found for found in holidays.values() if _sure(found, departements)]
    while _WEEKEND.get(day.weekday()) == "sunday" or any(found.day(day.year) == day for found in sure):
        day += timedelta(days=-1 if back else 1)
    return day


def _sure(holiday: Holiday, departements: Collection[str] | None) -> bool:
    if not holiday.departements:
        return True
    return bool(departements) and holiday.only_where is None and set(departements or ()) <= set(holiday.departements)


def _possible(holiday: Holiday, departements: Collection[str] | None) -> bool:
    return not holiday.departements or departements is None or not set(departements).isdisjoint(holiday.departements)


def _skip(day: date, keys: Collection[str], holidays: Mapping[str, Holiday]) -> tuple[date, tuple[DayOff, ...]]:
    off: list[DayOff] = []
    while (why := next(_why_off(day, keys, holidays), None)) is not None:
        off.append((day, why))
        day += timedelta(days=1)
    return day, tuple(off)


def _why_off(day: date, keys: Collection[str], holidays: Mapping[str, Holiday]) -> Iterator[str]:
    yield from sorted(key for key in keys if holidays[key].day(day.year) == day)
    if day.weekday() in _WEEKEND:
        yield _WEEKEND[day.weekday()]
