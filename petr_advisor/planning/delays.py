"""Delays and days read from deadlines, those in words included.

Most deadlines of the rule base are written in words (« three months from the notification »), as their event is not a
fact of the case. Only plain wordings are read, from the English text; of any other nothing is known.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from petr_advisor.knowledge.acts import Deadline
from petr_advisor.planning.model import Delay, DueDate, Origin
from petr_advisor.words.speech import months
from petr_advisor.words.texts import Text

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: value for value, word in enumerate(_UNITS, 1)} | {"fifteen": 15, "eighteen": 18, "seventy-five": 75}
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LENGTH = re.compile(rf"\b(?:({_WORD}) to )?({_WORD}) (day|month|year)s?\b")
_ADVICE = re.compile(r"\b(allow|advised|usual|preferably)\b")
_EFFECT = re.compile(
    r"date of effect|takes effect|\b(creation|set-up|installation)\b|\bpublication\b(?! of the dissolution)"
)
_MONTHS = months("en")
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"(each year )?(before|by|until) (\d{{1,2}}) ({_MONTH})(?: (\d{{4}}))?")
_END_OF_MONTH = re.compile(rf"by the end of ({_MONTH}) (\d{{4}})")


@dataclass(frozen=True)
class FoundDay:
    """A day read from words."""

    day: date
    yearly: bool
    seasonal: bool
    """Whether the words give no year."""


def read_delay(deadline: Deadline | None) -> Delay | None:
    """Give the length of a deadline, or None when nobody wrote one."""
    if deadline is None or deadline.by is not None:
        return None
    if deadline.after is not None:
        origin: Origin = "advice" if deadline.recommended else "law"
        return Delay(deadline.months or 0, deadline.days or 0, origin, deadline.text)
    return _in_words(deadline.text, recommended=deadline.recommended) if deadline.text else None


def _in_words(text: Text, *, recommended: bool) -> Delay | None:
    words = text.en
    if words == "each year":
        return Delay(12, 0, "advice" if recommended else "law", text)
    match = _LENGTH.search(words)
    if match is None or words.startswith("at the end of"):
        return None
    shortest, longest, unit = match[1], _NUMBERS[match[2]], match[3]
    months = {"day": 0, "month": longest, "year": 12 * longest}[unit]
    days = (longest if unit == "day" else 0) - ("less one day" in words)
    advised = recommended or _ADVICE.search(words) is not None
    return Delay(
        months,
        days,
        "advice" if advised else "law",
        text,
        _NUMBERS[shortest] if shortest else None,
        "effect" if runs_from_effect(text) else "previous",
    )


def runs_from_effect(text: Text | None) -> bool:
    """Tell whether a deadline in words runs from the date of effect rather than ends before it."""
    return text is not None and not text.en.startswith("before") and _EFFECT.search(text.en) is not None


def read_due(deadline: Deadline | None, computed: date | None) -> DueDate | None:
    """Give the day of a deadline when it is known without a plan."""
    if deadline is None:
        return None
    day = computed or deadline.by
    if day is None and (found := read_day(deadline.text, date.min)) and not found.seasonal:
        day = found.day
    return DueDate(day, "advice" if deadline.recommended else "law") if day else None


def read_day(text: Text | None, on_or_after: date) -> FoundDay | None:
    """Give a day written as « before 15 September », « by the end of April 2027 »; a day with no year comes next."""
    if text is None:
        return None
    if match := _END_OF_MONTH.fullmatch(text.en):
        month, year = _MONTHS.index(match[1]) + 1, int(match[2])
        return FoundDay(date(year, month, monthrange(year, month)[1]), yearly=False, seasonal=False)
    match = _DAY.fullmatch(text.en)
    if match is None:
        return None
    month, number = _MONTHS.index(match[4]) + 1, int(match[3])
    earlier = timedelta(days=1 if match[2] == "before" else 0)
    if match[5]:
        return FoundDay(date(int(match[5]), month, number) - earlier, yearly=bool(match[1]), seasonal=False)
    year = on_or_after.year
    if year > 1 and date(year, month, number) - earlier < on_or_after:
        year += 1
    return FoundDay(date(year, month, number) - earlier, yearly=bool(match[1]), seasonal=True)
