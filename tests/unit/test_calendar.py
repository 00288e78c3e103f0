"""Months counted from date to date, to the end of the last day."""

from datetime import date

import pytest

from petr_advisor.inference.calendar import add_months, end_of_delay, latest_start


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2014, 7, 27), 3, date(2014, 10, 27)),
        (date(2014, 11, 30), 3, date(2015, 2, 28)),
        (date(2015, 11, 30), 3, date(2016, 2, 29)),
        (date(2014, 1, 31), 1, date(2014, 2, 28)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
    ],
)
def test_end_of_month_and_leap_years(start: date, months: int, end: date) -> None:
    """A month that lacks the day ends on its own last day."""
    assert add_months(start, months) == end


def test_a_delay_has_run_out_from_the_next_day() -> None:
    """Three months from 27 July are still running on 27 October."""
    assert latest_start(date(2014, 10, 27), "3 months") < date(2014, 7, 27)
    assert latest_start(date(2014, 10, 28), "3 months") == date(2014, 7, 27)


@pytest.mark.parametrize("delay", ["3 months", "1 year", "10 days", "2 years"])
def test_latest_start_is_the_last_day_that_works(delay: str) -> None:
    """The day found has run out; the next one has not."""
    for as_of in (date(2016, 2, 29), date(2016, 3, 1), date(2026, 5, 31), date(2026, 6, 1)):
        start = latest_start(as_of, delay)
        assert end_of_delay(start, delay) < as_of
        assert end_of_delay(date.fromordinal(start.toordinal() + 1), delay) >= as_of


def test_a_delay_that_is_not_one() -> None:
    """The message shows how to write it."""
    with pytest.raises(ValueError, match="3 months"):
        end_of_delay(date(2014, 1, 1), "trois mois")
