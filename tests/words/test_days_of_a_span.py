"""A span of days whose two ends are one day is said as that day, in every phrase of the catalogue."""

import re
from datetime import date, timedelta

import pytest

from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.notation import fill, places
from petr_advisor.words.texts import Language

SPAN = re.compile(r"\b(?:entre le|between) <([a-z_]+)> (?:et le|and) <([a-z_]+)>", re.IGNORECASE)
DAY = date(2015, 11, 16)
LANGUAGES: tuple[Language, ...] = ("fr", "en")
SPANS = [
    (key, language) for key, text in catalogue().items() for language in LANGUAGES if SPAN.search(text.in_(language))
]


def said(key: str, language: Language, last: date) -> str:
    """Say a phrase whose first span goes from one day to another; every other field holds words."""
    phrase = catalogue()[key].in_(language)
    first, end = SPAN.findall(phrase)[0]
    fields = {name: ["words"] for name in places(phrase)} | {first: DAY, end: last}
    return fill(phrase, fields, lambda value, _: str(value), zero_is_one=True)


@pytest.mark.parametrize(("key", "language"), SPANS)
def test_one_day_is_no_span(key: str, language: Language) -> None:
    span = re.compile(rf"(?:entre le|between) {DAY} ", re.IGNORECASE)
    assert not span.search(said(key, language, DAY))
    assert re.search(rf"\b(?:le|on) {DAY}\b", said(key, language, DAY), re.IGNORECASE)
    assert span.search(said(key, language, DAY + timedelta(1)))


def test_there_are_spans_in_both_languages() -> None:
    assert {language for _, language in SPANS} == {*LANGUAGES}
