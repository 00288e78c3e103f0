"""A limit that ends on a day on which nobody works goes on to the next, and says why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from petr_advisor.checking import load
from petr_advisor.knowledge.holidays import Holiday
from petr_advisor.procedures.working_days import Moved, to_working_day
from petr_advisor.words.texts import Text

HOLIDAYS = load().holidays
ANYWHERE = ("45",)


def test_easter_monday_is_the_reason_told() -> None:
    """5 April 2026 is Easter Sunday, a Sunday; the Monday is off too."""
    found = to_working_day(date(2026, 4, 5), HOLIDAYS, ANYWHERE)
    assert found == Moved(date(2026, 4, 7), ((date(2026, 4, 5), "sunday"), (date(2026, 4, 6), "easter-monday")))


def test_a_working_day_does_not_move() -> None:
    assert to_working_day(date(2026, 4, 9), HOLIDAYS, ANYWHERE) == Moved(date(2026, 4, 9))


def test_alsace_moselle_has_26_december() -> None:
    """Saturday the 26th in 2026; in 2025 a Friday, off in Strasbourg and not in Orléans."""
    assert to_working_day(date(2025, 12, 26), HOLIDAYS, ("67",)).day == date(2025, 12, 29)
    assert to_working_day(date(2025, 12, 26), HOLIDAYS, ANYWHERE).day == date(2025, 12, 26)


def test_good_friday_holds_in_some_communes_only() -> None:
    """The prudent day is not moved; the other is said, with the holiday on which it turns."""
    found = to_working_day(date(2026, 4, 3), HOLIDAYS, ("67",))
    assert (found.day, found.latest) == (date(2026, 4, 3), date(2026, 4, 7))
    assert found.doubtful == ((date(2026, 4, 3), "good-friday"), (date(2026, 4, 6), "easter-monday"))


def test_over_two_departements_a_holiday_of_one_is_doubtful() -> None:
    found = to_working_day(date(2025, 12, 26), HOLIDAYS, ("57", "54"))
    assert (found.day, found.latest) == (date(2025, 12, 26), date(2025, 12, 29))
    assert "saint-stephen" in [why for _, why in found.doubtful]


def test_an_unknown_departement_leaves_local_holidays_doubtful() -> None:
    assert to_working_day(date(2026, 5, 22), HOLIDAYS, None).latest == date(2026, 5, 26)
    assert to_working_day(date(2026, 5, 22), HOLIDAYS, ("972",)).day == date(2026, 5, 26)


@pytest.mark.parametrize(
    ("departement", "year", "count"),
    [("45", 2026, 11), ("67", 2026, 13), ("972", 2026, 12), ("976", 2015, 12), ("973", 2026, 12)],
)
def test_how_many_holidays_a_departement_has(departement: str, year: int, count: int) -> None:
    held = [found for found in HOLIDAYS.values() if not found.departements or departement in found.departements]
    assert len({found.day(year) for found in held}) == count


def test_the_moving_holidays_of_2026() -> None:
    """From the calendars printed for that year."""
    moving = {key: found.day(2026) for key, found in HOLIDAYS.items() if found.after_easter is not None}
    assert moving == {
        "good-friday": date(2026, 4, 3),
        "easter-monday": date(2026, 4, 6),
        "ascension": date(2026, 5, 14),
        "whit-monday": date(2026, 5, 25),
    }


@given(st.dates(date(2014, 1, 1), date(2040, 12, 31)))
def test_a_limit_never_ends_on_a_day_off_nor_goes_far(day: date) -> None:
    found = to_working_day(day, HOLIDAYS, ANYWHERE)
    assert to_working_day(found.day, HOLIDAYS, ANYWHERE).off == ()
    assert 0 <= (found.day - day).days <= 5
    assert len(found.off) == (found.day - day).days


@pytest.mark.parametrize(
    "days", [{}, {"each_year": "05-08", "after_easter": 1}, {"each_year": "02-30"}, {"each_year": "8 mai"}]
)
def test_a_holiday_has_one_day_of_the_year(days: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Holiday.model_validate({"label": Text(fr="x", en="x"), "norms": ["n"], **days})
