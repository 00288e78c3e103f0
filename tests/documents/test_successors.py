"""What a body that ends has signed passes to whoever succeeds it, and the answer says so."""

import pytest

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.words.languages import LANGUAGES, Language
from petr_advisor.words.speech import told

from .conftest import READING, case_in, report_of

CASE = READING / "petr-fusion-de-tous-2026.yaml"


def _decisions(case: Consultation, language: Language) -> str:
    report = report_of(case, language)
    assert report.note is not None
    return " ".join(answer.decision for answer in report.note.answers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contract_in_force_is_said_to_pass_to_the_successor(language: Language) -> None:
    case = case_in(CASE).answer("contract.crte_scale", "petr").answer("contract.projects_listed", "yes")
    passes = told("decision-passes-on", successor=who_acts(case, "merged-epci")).in_(language)
    assert passes in _decisions(case, language)
    stays = case.answer("member.merges", "no", case.facts.entities["member"].ids[-1])  # the PETR goes on
    assert passes not in _decisions(stays, language)


def test_nothing_is_said_to_pass_where_nothing_is_signed() -> None:
    case = case_in(CASE)
    assert told("decision-passes-on", successor=who_acts(case, "merged-epci")).fr not in _decisions(case, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scot_of_the_petr_is_said_to_extend_to_who_joins(language: Language) -> None:
    joins = case_in(READING / "petr-entree-hors-delai-2026.yaml")
    assert told("decision-area-grows").in_(language) in _decisions(joins, language)
    nobody = joins.answer("petr.change_planned", "none")
    assert told("decision-area-grows").in_(language) not in _decisions(nobody, language)
