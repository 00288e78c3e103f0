"""From the day of an event to the last day of a limit, forwards and backwards.

The day of the event does not count. Months and years run from date to date; where the day of the month is missing the
rounding is named, never a default. A clear time (délai franc) ends a day later: neither its first day nor its last is
in it.
"""

from datetime import date, timedelta

from petr_advisor.inference.calendar import months_on
from petr_advisor.knowledge.lengths import Length, Unit

_DAYS: dict[Unit, int] = {"day": 1, "clear_day": 1, "week": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "clear_month": 1, "year": 12}
_CLEAR = frozenset({"clear_day", "clear_month"})
_FRIDAY = 4


def last_day(event: date, length: Length) -> date:
    """Give the last day of a limit that runs from an event: the act is still in time on that day."""
    return _moved_by(event, length, length.n) + timedelta(days=length.unit in _CLEAR)


def last_day_before(event: date, length: Length) -> date:
    """Give the last day for what must be done at least some time before an event."""
    return _moved_by(event, length, -length.n) - timedelta(days=length.unit in _CLEAR)


def friday_of_week(event: date, weeks: int) -> date:
    """Give the Friday of the week that comes some weeks after that (Monday to Sunday) of an event."""
    return event - timedelta(days=event.weekday()) + timedelta(weeks=weeks, days=_FRIDAY)


def _moved_by(event: date, length: Length, n: int) -> date:
    if length.rounding is None:
        return event + timedelta(days=n * _DAYS[length.unit])
    return months_on(event, n * _MONTHS[length.unit], length.rounding)
