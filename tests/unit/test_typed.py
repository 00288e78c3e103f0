"""What a person types: read in their language, or refused with a reason."""

from datetime import date
from fractions import Fraction

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.options import day
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import Ask, FactType, ValueType
from petr_advisor.typed.refusals import Proposal, TypedError
from petr_advisor.typed.values import read, read_or_unknown
from petr_advisor.words.texts import Language, Text

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
        ("fraction", "57 %", "fr", Fraction(57, 100)),
        ("fraction", "57%", "en", Fraction(57, 100)),
        ("fraction", "57,5 %", "fr", Fraction(575, 1000)),
        ("fraction", "0.25", "en", Fraction(1, 4)),
        ("fraction", "34 %", "fr", Fraction(34, 100)),
        ("fraction", "2/3 (66,7 %)", "fr", Fraction(2, 3)),
        ("amount", "12 000,00 €", "fr", 12_000),
        ("amount", "€12,000", "en", 12_000),
        ("date", "27-01-2024", "fr", date(2024, 1, 27)),
        ("date", "1ER MARS 2024", "fr", date(2024, 3, 1)),
        ("date", "27 fe\u0301vr. 2024", "fr", date(2024, 2, 27)),
        ("date", "le 15 aout 2024", "fr", date(2024, 8, 15)),
        ("date", "January 27, 2024", "fr", date(2024, 1, 27)),
        ("date", "27th of January 2024", "en", date(2024, 1, 27)),
        ("yes_no", "OUI", "en", True),
        ("yes_no", "2", "fr", False),
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
        ("date", "27 brumaire 2014", "fr", "30/06/2015"),
        ("date", "01/01/1700", "fr", "entre le"),
        ("fraction", "66,6 %", "fr", "n’est pas exact"),
        ("fraction", "0.66", "en", "n’est pas exact"),
        ("fraction", "3/2", "fr", "de 0 à 1"),
        ("fraction", "1/0", "fr", "fraction"),
        ("fraction", "1/00", "fr", "fraction"),
        ("fraction", "66,7 %", "fr", "n’est pas exact s’il s’agit de 2/3"),
        ("fraction", "33 %", "fr", "n’est pas exact s’il s’agit de 1/3"),
        ("fraction", "57", "fr", "de 0 à 1"),
        ("fraction", "57", "fr", "tapez 57"),
        ("fraction", "150", "fr", "le premier nombre"),
        ("count", "²", "fr", "nombre entier"),
        ("count", "--5", "fr", "nombre entier"),
        ("count", "9" * 400, "fr", "entre 0"),
        ("count", "9" * 10_000, "fr", "trop long"),
        ("count", "12,000", "fr", "tapez 12\u202f000"),
        ("count", "1 2", "fr", "nombre entier"),
        ("amount", "12,50 €", "fr", "sans centimes"),
        ("date", "27 jui 2014", "fr", "30/06/2015"),
        ("date", "²7/01/2014", "fr", "30/06/2015"),
        ("yes_no", "peut-être", "fr", "choisir parmi « oui » ; « non »"),
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


@pytest.mark.parametrize("typed", ["juin 2014", "June 2014", "06/2014", "2014-06"])
def test_a_month_proposes_its_last_day(typed: str) -> None:
    """The day is proposed, not taken."""
    with pytest.raises(Proposal, match="30 June 2014") as proposal:
        read(kind("date"), typed, "fr")
    assert proposal.value.value == date(2014, 6, 30)


def test_a_year_proposes_its_last_day() -> None:
    """Whoever knows the year alone invents no day: what is understood is said, and taken by Enter."""
    with pytest.raises(Proposal, match="“2024” says the year only") as proposal:
        read(kind("date"), "2024", "fr")
    assert proposal.value.value == date(2024, 12, 31)


@pytest.mark.parametrize("typed", ["juin 2014", "2014"])
def test_a_month_or_a_year_out_of_range_is_not_proposed(typed: str) -> None:
    with pytest.raises(TypedError, match="must be between") as refused:
        read(kind("date", latest=date(2014, 1, 28)), typed, "fr")
    assert not isinstance(refused.value, Proposal)


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("member.kind", "CC", "cc"),
        ("member.kind", "communauté de communes", "cc"),
        ("member.kind", "COMMUNAUTE DE COMMUNES", "cc"),
        ("member.kind", "métropole", "metropole"),
        ("member.kind", "SIVOM", "commune_syndicate"),
        ("member.kind", "syndicat de communes", "commune_syndicate"),
        ("structure.legal_form", "syndicat mixte ferme", "closed_syndicate"),
        ("structure.legal_form", "association", "association"),
        ("structure.legal_form", "GIP", "gip"),
        ("structure.legal_form", "PETR", "petr"),
        ("structure.legal_form", "1", "association"),
    ],
)
def test_usual_words_for_a_choice(fact: str, typed: str, value: str) -> None:
    """A number, a key, a label without its explanation, an abbreviation: all are taken."""
    assert read(load().facts[fact], typed, "fr") == value


def test_words_that_stand_for_several_choices_are_refused_with_those() -> None:
    """« oui » begins two answers: both are named, and only those."""
    with pytest.raises(TypedError) as refused:
        read(load().facts["governance.a_la_carte"], "oui", "fr")
    assert "Oui, et les statuts" in refused.value.text.fr
    assert "Non" not in refused.value.text.fr


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_choice_of_the_vocabulary_is_read_from_its_words(language: Language) -> None:
    for kind_ in load().facts.values():
        for key, choice in kind_.choices.items():
            assert read(kind_, choice.label.in_(language), language) == key


def test_bounds_of_the_fact() -> None:
    """The bounds named are those of the fact."""
    with pytest.raises(TypedError) as error:
        read(kind("count", maximum=200), "201", "fr")
    assert "200" in error.value.text.fr


@pytest.mark.parametrize("typed", ["2014-06-15", "15/06/2014", "15 juin 2014", "15 June 2014"])
def test_an_option_takes_a_day_as_it_is_typed_elsewhere(typed: str) -> None:
    assert day("--as-of", typed) == date(2014, 6, 15)


@pytest.mark.parametrize("typed", ["juin 2014", "30/02/2014", "²014-06-15", "hier", ""])
def test_an_option_refuses_what_is_no_day(typed: str) -> None:
    """The option is named, and the reason is said in both languages."""
    with pytest.raises(PetrAdvisorError, match="--as-of") as refused:
        day("--as-of", typed)
    assert refused.value.told("fr") != refused.value.told("en")


def test_a_refusal_is_set_as_any_text_is_shown() -> None:
    """The labels that it names have the apostrophes of the list above it."""
    with pytest.raises(TypedError) as refused:
        read(load().facts["structure.legal_form"], "²", "fr")
    assert "d’intérêt public" in refused.value.told("fr")
    assert "'" not in refused.value.told("fr")


@pytest.mark.parametrize("type_", ["count", "amount", "date", "fraction"])
@pytest.mark.parametrize("typed", ["?", " ? ", "i", "I", " i "])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_key_of_what_is_not_known_says_it_where_figures_are_expected(
    type_: ValueType, typed: str, language: Language
) -> None:
    """« i » says « I do not know » everywhere else on the screen: as an answer of figures it can mean nothing else."""
    assert read_or_unknown(kind(type_), typed, language) is None


def test_one_letter_may_be_a_text() -> None:
    assert read_or_unknown(kind("text"), "i", "fr") == "i"
    assert read_or_unknown(kind("text"), "?", "fr") is None
