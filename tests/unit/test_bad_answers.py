"""Answers that cannot be taken are refused with a reason, and nothing already answered is lost."""

from datetime import date
from typing import Any

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.typed.refusals import TypedError
from petr_advisor.typed.values import read


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("structure.form", "asociation", "Did you mean `association`"),
        ("structure.frm", "association", "Did you mean `structure.form`"),
        ("members.communes", -3, "-3 is outside"),
        ("members.communes", "many", "not a whole number"),
        ("members.for_share", "0.66", "exact fraction such as 2/3"),
        ("members.for_share", "3/2", "between 0 and 1"),
        ("members.for_share", "1/00", "exact fraction such as 2/3"),
        ("members.for_share", "1e999999999", "exact fraction such as 2/3"),
        ("members.for_share", "٢/٣", "exact fraction such as 2/3"),
        ("members.for_share", "1" * 5_000, "exact fraction such as 2/3"),
        ("members.communes", "--5", "not a whole number"),
        ("members.communes", "²", "not a whole number"),
        ("procedure.begun", "maybe", "write yes or no"),
    ],
)
def test_refused_with_a_reason(consultation: Consultation, fact: str, value: Any, words: str) -> None:
    with pytest.raises(AnswerError, match=words.replace("`", ".")) as raised:
        consultation.answer(fact, value)
    assert raised.value.told("fr") != raised.value.told("en")


def test_an_entity_that_is_not_listed(consultation: Consultation) -> None:
    found = consultation.list_entities("member", {"a": {"member.kind": "cc"}})
    with pytest.raises(AnswerError, match="no member `z`"):
        found.answer("member.vote", "for", "z")
    with pytest.raises(AnswerError, match="say of which one"):
        found.answer("member.vote", "for")


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2014, 1, 28), date(2099, 1, 1)])
def test_a_date_of_law_out_of_range(small: KnowledgeBase, day: date) -> None:
    with pytest.raises(AnswerError, match="2014"):
        Consultation.start(small, day)


def test_too_many_members(consultation: Consultation) -> None:
    with pytest.raises(AnswerError, match="at most"):
        consultation.list_entities("member", {f"m{n}": {} for n in range(500)})


def test_a_day_before_the_law_is_refused_with_the_reason() -> None:
    """What is wrong, and which of two answers to correct, in the language in use."""
    base = load()
    petr = Consultation.start(base, date(2026, 11, 24), ["evolution"]).answer("structure.legal_form", "petr")
    with pytest.raises(AnswerError) as refused:
        petr.answer("petr.started_on", "2012-01-01")
    assert "There is no PETR before 29 January 2014" in refused.value.told("en")
    assert "pas avant le 29/01/2014. Le PETR n'existe que depuis" in refused.value.told("fr")
    with pytest.raises(TypedError) as typed:
        read(base.facts["petr.started_on"], "1/1/2012", "fr")
    assert "corriger la date, ou la forme de la structure" in typed.value.text.fr


def test_what_a_file_may_say_of_a_choice_is_told_by_its_name(consultation: Consultation) -> None:
    """The label alone would be refused when written."""
    with pytest.raises(AnswerError) as raised:
        consultation.answer("structure.form", "Syndicat mixte fermé")
    assert "closed («" in raised.value.told("fr")
