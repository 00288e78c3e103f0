"""What a person types: read in their language, or refused with a reason."""

from datetime import date
from fractions import Fraction

import pytest

from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.knowledge.vocabulary import Ask, FactType, ValueType
from petr_advisor.tui.typed import TypedError, read

WORD = Text(fr="x", en="x")


def kind(type_: ValueType, **more: object) -> FactType:
    """Give a fact type to type a value for."""
    return FactType.model_validate({"type": type_, "label": WORD, "ask": Ask(text=WORD, help=WORD, why=WORD), **more})


@pytest.mark.parametrize(
    ("type_", "typed", "language", "value"),
    [
        ("count", "42000", "fr", 42_000),
        ("count", "42 000", "fr", 42_000),
        ("count", "42\u202f000", "fr", 42_000),
        ("count", "42,000", "en", 42_000),
        ("amount", "1 500 €", "fr", 1_500),
        ("date", "27/01/2014", "fr", date(2014, 1, 27)),
        ("date", "27 janvier 2014", "fr", date(2014, 1, 27)),
        ("date", "1er janvier 2014", "fr", date(2014, 1, 1)),
        ("date", "27 January 2014", "en", date(2014, 1, 27)),
        ("date", "2014-01-27", "en", date(2014, 1, 27)),
        ("fraction", "2/3", "fr", Fraction(2, 3)),
        ("fraction", " 60 000 / 90 000 ", "fr", Fraction(2, 3)),
        ("fraction", "1", "fr", Fraction(1)),
        ("text", "  deux   mots ", "fr", "deux mots"),
    ],
)
def test_read(type_: ValueType, typed: str, language: Language, value: Value) -> None:
    """What can be read is read exactly."""
    assert read(kind(type_), typed, language) == value


@pytest.mark.parametrize(
    ("type_", "typed", "language", "words"),
    [
        ("count", "", "fr", "nombre entier"),
        ("count", "-3", "fr", "entre 0"),
        ("count", "−3", "fr", "entre 0"),
        ("count", "99999999999999", "fr", "entre 0"),
        ("count", "42,5", "fr", "nombre entier"),
        ("count", "٤٢", "fr", "nombre entier"),
        ("date", "30/02/2014", "fr", "n’existe pas"),
        ("date", "27 brumaire 2014", "fr", "27/01/2014"),
        ("date", "01/01/1700", "fr", "entre le"),
        ("fraction", "66,6 %", "fr", "n’est pas exact"),
        ("fraction", "0.66", "en", "n’est pas exact"),
        ("fraction", "3/2", "fr", "de 0 à 1"),
        ("fraction", "1/0", "fr", "fraction"),
        ("text", "   ", "fr", "Tapez"),
        ("text", "x" * 501, "fr", "trop long"),
    ],
)
def test_refused(type_: ValueType, typed: str, language: Language, words: str) -> None:
    """What cannot be read is refused in both languages, with what would do."""
    with pytest.raises(TypedError) as error:
        read(kind(type_), typed, language)
    assert words in error.value.text.fr
    assert error.value.text.en


def test_bounds_of_the_fact() -> None:
    """The bounds named are those of the fact."""
    with pytest.raises(TypedError) as error:
        read(kind("count", maximum=200), "201", "fr")
    assert "200" in error.value.text.fr
