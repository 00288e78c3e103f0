"""An operation planned and closed has an answer: why it is, what is disputed of it, whom to ask."""

import pytest

from petr_advisor.files.locations import examples_folder
from petr_advisor.words.texts import Language
from tests.documents.conftest import case_in, report_of

LEFT = examples_folder() / "life" / "mobility-left-to-the-region.yaml"
SAID = {
    "fr": ("Ce qui est voulu est fermé", "mobilité", "L. 1231-1", "contrat opérationnel de mobilité", "région"),
    "en": ("The option wanted is closed", "obility", "L.1231-1", "operational mobility contract", "region"),
}
DENIED = {"fr": "Aucune opération n’est envisagée", "en": "No operation is planned"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answer_names_what_is_wanted_and_why_it_is_closed(language: Language) -> None:
    (life,) = (part for part in report_of(case_in(LEFT), language).questions if part.id == "life")
    decision = life.decision.replace("\u00a0", " ")
    assert all(said in decision for said in SAID[language])
    assert SAID[language][0] not in life.explanation  # it is said once
    told = " ".join((decision, *(reason.text for reason in life.reasons))).replace("\u00a0", " ")
    assert DENIED[language] not in told


LINKED = examples_folder() / "reading" / "sans-structure-morceau-manquant-2026.yaml"
BARRED = {
    "fr": ("n’est pas ouvert en l’état", "Créer un PETR", "d’un seul tenant", "l’EPCI qui relie le territoire"),
    "en": ("not open as things stand", "Create a PETR", "in one piece", "the EPCI that links the territory"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answer_names_what_is_wanted_and_what_it_lacks_where_a_cure_is_not_known(language: Language) -> None:
    (evolution,) = report_of(case_in(LINKED), language).questions
    assert all(said in evolution.decision.replace("\u00a0", " ") for said in BARRED[language])


def test_a_way_that_is_wanted_and_proposed_is_not_told_as_barred() -> None:
    case = case_in(LINKED).answer("perimeter.one_piece", "yes")
    (evolution,) = report_of(case, "fr").questions
    assert "Ce qui est voulu" not in evolution.decision.replace("\u00a0", " ")
