"""Delays as the law counts them.

One convention, to be confirmed with the prefecture for a given act: a delay in months runs from date to date and ends
at the end of the day that bears the same number, or of the last day of the month when there is none. It has run out
from the next day.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from petr_advisor.knowledge.lengths import Rounding
from petr_advisor.knowledge.problems import FormError

_MONTHS = {"month": 1, "year": 12}
_DELAY = re.compile(r"(\d+)\s+(day|month|year)s?")


@lru_cache(10_000)
def months_on(day: date, months: int, rounding: Rounding) -> date:
    """Give the same day of the month some months on (or back, below zero), rounded where that day is missing."""
    found = day + relativedelta(months=months)
    return found if rounding == "down" or found.day == day.day else found + timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """Give the last day of a delay in months that starts from `day`."""
    return months_on(day, months, "down")


def end_of_delay(day: date, delay: str) -> date:
    """Give the last day of a delay written `3 months`, `2 years` or `10 days`; FormError when it is not so written."""
    match = _DELAY.fullmatch(delay.strip())
    if match is None:
        raise FormError.of("check.not-a-delay", value=delay)
    number, unit = int(match[1]), match[2]
    try:
        return day + timedelta(days=number) if unit == "day" else add_months(day, number * _MONTHS[unit])
    except (ValueError, OverflowError) as error:
        raise FormError.of("check.delay-too-long", value=delay) from error


def latest_start(as_of: date, delay: str) -> date:
    """Give the latest day from which the delay has run out on `as_of`."""
    day = as_of - (end_of_delay(as_of, delay) - as_of) - timedelta(days=4)
    while end_of_delay(day + timedelta(days=1), delay) < as_of:
        day += timedelta(days=1)
    return day
