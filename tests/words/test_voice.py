"""What the voice says in each language."""

from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from petr_advisor.inference.facts import Range, Value
from petr_advisor.knowledge.law import Confidence, InForcePeriod, Reading
from petr_advisor.knowledge.lengths import Duration, Length
from petr_advisor.knowledge.vocabulary import FactType, Origin
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import Voice

FRENCH, ENGLISH = Voice("fr"), Voice("en")


def kind(type_: str) -> FactType:
    label = Text(fr="Donnée", en="Fact")
    return FactType.model_validate({"type": type_, "label": label, "given_by": ("calendar",)})


@pytest.mark.parametrize(
    ("type_", "value", "french", "english"),
    [
        ("count", 12000, "12\u202f000", "12,000"),
        ("amount", 12000, "12\u202f000\u202f€", "12,000\u202f€"),
        ("fraction", Fraction(2, 3), "2/3 (66,7\u202f%)", "2/3 (66.7%)"),
        ("fraction", Fraction(2001, 4001), "50,0\u202f%", "50.0%"),
        ("date", date(2014, 1, 1), "1er janvier 2014", "1 January 2014"),
        ("yes_no", True, "oui", "yes"),
        ("count", None, "je ne sais pas", "I do not know"),
        ("count", Range(2, None), "au moins 2", "at least 2"),
        ("count", Range(None, 1500), "au plus 1\u202f500", "at most 1,500"),
        ("date", Range(date(2014, 1, 2), date(2014, 1, 3)), "de 2 janvier 2014 à 3 janvier 2014", "2 January 2014 to"),
    ],
)
def test_values(type_: str, value: Value | Range | None, french: str, english: str) -> None:
    assert FRENCH.value(kind(type_), value) == french
    assert ENGLISH.value(kind(type_), value).startswith(english)


@pytest.mark.parametrize(
    ("period", "french", "english"),
    [
        (None, "jamais", "never"),
        (InForcePeriod.model_validate({}), "sans date connue", "no known date"),
        (
            InForcePeriod.model_validate({"from": date(2014, 1, 1)}),
            "depuis le 1er janvier 2014",
            "since 1 January 2014",
        ),
        (InForcePeriod.model_validate({"to": date(2014, 1, 2)}), "jusqu’au 2 janvier 2014", "until 2 Jan"),
    ],
)
def test_periods(period: InForcePeriod | None, french: str, english: str) -> None:
    assert FRENCH.period(period) == french
    assert ENGLISH.period(period).startswith(english)


@pytest.mark.parametrize(
    ("language", "label", "listed", "quoted"),
    [("fr", "Étapes\u00a0:", "a\u202f; b", "«\u00a0a\u00a0»"), ("en", "Steps:", "a; b", "“a”")],
)
def test_marks(language: Language, label: str, listed: str, quoted: str) -> None:
    """The spaces of print, and those of the keyboard for a screen or a pipe."""
    voice = Voice(language)
    assert (voice.label("steps"), voice.listed("ab"), voice.quoted("a")) == (label, listed, quoted)
    typed = Voice(language, in_print=False)
    assert typed.label("steps") == label.replace("\u00a0", " ")


def test_what_is_told_in_both_languages_takes_texts_days_and_lists() -> None:
    """Each field is said after its kind, in each language."""
    told_ = told("why-not.no-cure", title=Text(fr="un acte", en="an act"), day=date(2014, 2, 3), period=["a", "b"])
    assert told_.fr == "Remède : un acte — n’existe pas au 3 février 2014 (a ; b)"
    assert told_.en == "Remedy: an act — does not exist on 3 February 2014 (a; b)"


def test_a_value_of_no_known_kind_is_a_fault() -> None:
    with pytest.raises(TypeError, match="no way to say a object"):
        FRENCH.phrase("days", n=object())


def test_a_name_that_is_not_utf8_is_shown_by_question_marks() -> None:
    """No text may hold half a letter, whatever a folder of the system is called."""
    assert told("saved.no-file-name", name=Path("cas\udce9")) == told("saved.no-file-name", name="cas?")


def test_what_takes_no_time_is_done_the_same_day() -> None:
    nothing = Length(n=0, unit="day")
    duration = Duration(shortest=nothing, longest=nothing)
    assert (FRENCH.takes(duration), ENGLISH.takes(duration)) == ("le jour même", "on the same day")


def test_every_giver_of_a_fact_has_a_name() -> None:
    assert all(voice.origin(giver) for voice in (FRENCH, ENGLISH) for giver in get_args(Origin))


@pytest.mark.parametrize("voice", [FRENCH, ENGLISH])
def test_no_norm_that_nobody_read_is_said_to_be_the_letter_of_its_text(voice: Voice) -> None:
    """« cité de mémoire, à confirmer » stood beside « Lecture : lettre du texte »."""
    for confidence, reading in product(get_args(Confidence), get_args(Reading)):
        said = voice.drawn(confidence, reading)
        assert said[0] == voice.confidence(confidence)
        assert (voice.reading(reading) in said) is ((confidence, reading) != ("recalled", "literal"))
