"""What a person types for a number, a date, a fraction or a text, read in their language.

A mistake is told with what was expected and an example; nothing is guessed.
"""

import re
from datetime import date
from fractions import Fraction

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.report.typography import clean
from petr_advisor.tui.phrases import phrase
from petr_advisor.wording import MONTHS_EN, MONTHS_FR, day, number

MAX_NUMBER = 10**9
"""Where the vocabulary sets no bound."""
MAX_TEXT = 500
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


class TypedError(PetrAdvisorError, ValueError):
    """Something typed that cannot be read; `text` says why and what would do, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read(kind: FactType, typed: str, language: Language) -> Value:
    """Read what was typed for a fact; a TypedError says what was expected."""
    if kind.type in {"count", "amount"}:
        return _number(kind, typed, language)
    if kind.type == "date":
        return _date(kind, typed)
    if kind.type == "fraction":
        return _fraction(typed)
    text = _SPACES.sub(" ", clean(typed)).strip()
    if not text:
        raise TypedError(phrase("typed.empty"))
    if len(text) > MAX_TEXT:
        raise TypedError(phrase("typed.long", limit=MAX_TEXT))
    return text


def _number(kind: FactType, typed: str, language: Language) -> int:
    plain = _SPACES.sub("", typed).removesuffix("€")
    if language == "en" and re.fullmatch(r"\d{1,3}(,\d{3})+", plain):
        plain = plain.replace(",", "")
    negative = re.fullmatch(r"[-−–]\d+", plain)
    if not plain.isascii() or not plain.isdigit():
        if not negative:
            raise TypedError(phrase("typed.number"))
        value = -1
    else:
        value = int(plain[:12])
    low, high = kind.minimum or 0, kind.maximum if kind.maximum is not None else MAX_NUMBER
    if not low <= value <= high:
        raise TypedError(
            Text(
                fr=phrase("typed.bounds", low=number(low, "fr"), high=number(high, "fr")).fr,
                en=phrase("typed.bounds", low=number(low, "en"), high=number(high, "en")).en,
            )
        )
    return value


def _date(kind: FactType, typed: str) -> date:
    value = read_date(typed)
    low, high = kind.earliest or date(1800, 1, 1), kind.latest or date(2100, 12, 31)
    check_date(value, low, high, kind.limits)
    return value


def check_date(value: date, low: date, high: date, why: Text | None = None) -> None:
    """Refuse a day out of range, naming the range and, where it is said, the reason."""
    if not low <= value <= high:
        fr = phrase("typed.dates", low=day(low, "fr"), high=day(high, "fr")).fr
        en = phrase("typed.dates", low=day(low, "en"), high=day(high, "en")).en
        raise TypedError(Text(fr=f"{fr} {why.fr}", en=f"{en} {why.en}") if why else Text(fr=fr, en=en))


def read_date(typed: str) -> date:
    """Read a day: 27/01/2014, 27 janvier 2014, 27 January 2014 or 2014-01-27."""
    text = _SPACES.sub(" ", typed).strip().casefold()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        parts = (found[1], found[2], found[3])
    elif found := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", text):
        parts = (found[3], found[2], found[1])
    elif found := re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)? ([^\W\d]+) (\d{4})", text):
        parts = (found[3], str(_month(found[2])), found[1])
    else:
        raise TypedError(phrase("typed.date"))
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise TypedError(phrase("typed.no_such_day")) from error


def _month(word: str) -> int:
    for months in (MONTHS_FR, MONTHS_EN):
        names = [month.casefold() for month in months]
        if word in names:
            return names.index(word) + 1
    raise TypedError(phrase("typed.date"))


def _fraction(typed: str) -> Fraction:
    plain = _SPACES.sub("", typed)
    if re.search(r"[.,%]", plain):
        raise TypedError(phrase("typed.not_exact"))
    if not re.fullmatch(r"\d{1,12}(/\d{1,12})?", plain) or re.search(r"/0+$", plain):
        raise TypedError(phrase("typed.fraction"))
    value = Fraction(plain)
    if value > 1:
        raise TypedError(phrase("typed.above_one"))
    return value
