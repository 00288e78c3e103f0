"""Limits counted from the day of their event, in each unit, forwards and backwards."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petr_advisor.inference.calendar import months_on
from petr_advisor.knowledge.lengths import Length, Rounding, Unit
from petr_advisor.procedures.counting import friday_of_week, last_day, last_day_before


def span(n: int, unit: Unit, rounding: Rounding | None = None) -> Length:
    return Length(n=n, unit=unit, rounding=rounding)


DAYS = st.dates(date(2014, 1, 29), date(2040, 12, 31))
ROUNDINGS: tuple[Rounding, ...] = ("down", "up")


def worked_out() -> list[dict[str, str]]:
    lines = (Path(__file__).parent / "dates_calc.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize(
    "case", worked_out(), ids=lambda case: f"{case['start']}+{case['years']}y{case['months']}m{case['days']}d"
)
@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_dates_agree_with_those_worked_out_by_others(case: dict[str, str], rounding: Rounding) -> None:
    """Years and months are added together and rounded once; days come after."""
    months = int(case["years"]) * 12 + int(case["months"])
    found = months_on(date.fromisoformat(case["start"]), months, rounding) + timedelta(days=int(case["days"]))
    assert found == date.fromisoformat(case[rounding])


@pytest.mark.parametrize(
    ("event", "length", "end"),
    [
        (date(2026, 9, 10), span(3, "month", "down"), date(2026, 12, 10)),
        (date(2026, 11, 30), span(3, "month", "down"), date(2027, 2, 28)),
        (date(2026, 11, 30), span(3, "month", "up"), date(2027, 3, 1)),
        (date(2026, 3, 15), span(1, "year", "down"), date(2027, 3, 15)),
        (date(2027, 5, 10), span(2, "clear_month", "down"), date(2027, 7, 11)),
        (date(2026, 11, 2), span(15, "day"), date(2026, 11, 17)),
        (date(2026, 11, 2), span(3, "clear_day"), date(2026, 11, 6)),
        (date(2026, 11, 2), span(4, "week"), date(2026, 11, 30)),
    ],
)
def test_the_last_day_of_a_limit(event: date, length: Length, end: date) -> None:
    assert last_day(event, length) == end


@pytest.mark.parametrize(
    ("event", "length", "day"),
    [
        (date(2027, 3, 31), span(4, "month", "down"), date(2026, 11, 30)),
        (date(2026, 11, 20), span(5, "clear_day"), date(2026, 11, 14)),
        (date(2026, 11, 20), span(15, "day"), date(2026, 11, 5)),
        (date(2026, 12, 31), span(6, "month", "down"), date(2026, 6, 30)),
    ],
)
def test_what_must_be_done_some_time_before(event: date, length: Length, day: date) -> None:
    """Five clear days before a meeting of the 20th: sent on the 14th, neither day counted."""
    assert last_day_before(event, length) == day


def test_the_friday_of_the_fourth_week_after_the_election_of_mayors() -> None:
    assert friday_of_week(date(2026, 3, 29), 4) == date(2026, 4, 24)
    assert friday_of_week(date(2026, 3, 23), 4) == friday_of_week(date(2026, 3, 29), 4)


@pytest.mark.parametrize("unit", ["month", "clear_month", "year"])
def test_a_length_in_months_names_its_rounding(unit: Unit) -> None:
    with pytest.raises(ValueError, match="rounding"):
        span(3, unit)


@given(DAYS, st.integers(1, 40))
def test_rounding_matters_only_at_the_end_of_a_month(event: date, n: int) -> None:
    down, up = last_day(event, span(n, "month", "down")), last_day(event, span(n, "month", "up"))
    assert down == up or event.day > 28
    assert up - down in {timedelta(0), timedelta(days=1)}


@given(DAYS, DAYS, st.integers(1, 24), st.sampled_from(ROUNDINGS))
def test_a_later_event_never_ends_sooner(one: date, other: date, n: int, rounding: Rounding) -> None:
    first, second = sorted((one, other))
    length = span(n, "month", rounding)
    assert last_day(first, length) <= last_day(second, length)


@given(DAYS, st.integers(1, 60))
def test_clear_days_are_whole_days_between(event: date, n: int) -> None:
    """Backwards and forwards there are n whole days between the two, neither counted."""
    assert (last_day(event, span(n, "clear_day")) - event).days - 1 == n
    assert (event - last_day_before(event, span(n, "clear_day"))).days - 1 == n
