"""Delays and days read from deadlines, and counted as the law counts them."""

from datetime import date

import pytest

from petr_advisor.knowledge.acts import Deadline
from petr_advisor.planning.delays import read_day, read_delay, read_due
from petr_advisor.planning.model import Delay
from petr_advisor.words.texts import Text


def months(number: int) -> Delay:
    return Delay(number, 0, "law")


@pytest.mark.parametrize(
    ("start", "delay", "end"),
    [
        (date(2014, 7, 27), months(3), date(2014, 10, 27)),
        (date(2026, 11, 30), months(3), date(2027, 2, 28)),
        (date(2027, 11, 30), months(3), date(2028, 2, 29)),
        (date(2028, 2, 29), months(12), date(2029, 2, 28)),
        (date(2027, 1, 1), Delay(12, -1, "law"), date(2027, 12, 31)),
        (date(2028, 2, 20), Delay(0, 15, "assumption"), date(2028, 3, 6)),
    ],
)
def test_a_delay_is_counted_as_the_law_counts_it(start: date, delay: Delay, end: date) -> None:
    """End of month, leap years, and the day of the event not counted."""
    assert delay.end(start) == end


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("three months from the notification", (3, 0, "law", None, "previous")),
        ("one to two months", (2, 0, "law", 1, "previous")),
        ("no time limit written; allow three months", (3, 0, "advice", None, "previous")),
        ("one month to answer, advised", (1, 0, "advice", None, "previous")),
        ("budget within three months of the creation", (3, 0, "law", None, "effect")),
        ("within twelve months of the date of effect (for safety, less one day)", (12, -1, "law", None, "effect")),
        ("one year from publication of the dissolution", (12, 0, "law", None, "previous")),
        ("seventy-five days", (0, 75, "law", None, "previous")),
        ("at the end of the three months", None),
        ("before the syndicate council votes", None),
    ],
)  # fmt: skip
def test_a_delay_in_words(words: str, expected: tuple[int, int, str, int | None, str] | None) -> None:
    """A length is read; of other wordings nothing is known."""
    found = read_delay(Deadline(text=Text(fr="…", en=words)))
    assert (found and (found.months, found.days, found.origin, found.shortest, found.runs_from)) == expected


def test_a_delay_of_advice_is_never_law() -> None:
    """What the rule base marks as recommended stays advice, whatever its wording."""
    found = read_delay(Deadline(text=Text(fr="…", en="two months"), recommended=True))
    assert found is not None
    assert found.origin == "advice"
    assert read_due(Deadline(by=date(2027, 1, 1), recommended=True), None).origin == "advice"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("before 15 September", date(2027, 9, 14)),
        ("each year before 30 September", date(2027, 9, 29)),
        ("by the end of April 2027", date(2027, 4, 30)),
        ("until 31 March 2026", date(2026, 3, 31)),
        ("by 30 June of the year after the powers end", None),
        ("mid-2027", None),
    ],
)
def test_a_day_in_words(words: str, day: date | None) -> None:
    """Only plain days are read; « before » leaves the day itself out."""
    found = read_day(Text(fr="…", en=words), date(2026, 11, 24))
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("words", "day", "yearly", "seasonal"),
    [
        ("before 15 March 2027", date(2027, 3, 14), False, False),
        ("by 15 March 2027", date(2027, 3, 15), False, False),
        ("by the end of February 2028", date(2028, 2, 29), False, False),
        ("by 24 November", date(2026, 11, 24), False, True),
        ("before 24 November", date(2027, 11, 23), False, True),
        ("each year by 31 January", date(2027, 1, 31), True, True),
    ],
)  # fmt: skip
def test_a_day_with_its_year_is_that_day_and_one_without_comes_next(
    words: str, day: date, *, yearly: bool, seasonal: bool
) -> None:
    """« Before » leaves the day itself out, with or without a year; today still counts."""
    found = read_day(Text(fr="…", en=words), date(2026, 11, 24))
    assert found is not None
    assert (found.day, found.yearly, found.seasonal) == (day, yearly, seasonal)
