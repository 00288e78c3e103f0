"""The answer names what is wanted and open where another way is proposed: and what speaks most against it."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

SAID = {
    "fr": ("Ce qui est voulu, « Créer un PETR (L. 5741-1) », vient après", "beaucoup pour si peu"),
    "en": ("The option wanted, “Create a PETR (L.5741-1)”, comes after", "a lot for so little"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_petr_planned_is_named_where_agreements_are_proposed(language: Language) -> None:
    found = report_of(case_in(READING / "sans-structure-enclave-inconnue-2026.yaml"), language).note
    assert found is not None
    (evolution,) = (answer.decision for answer in found.answers if answer.question == "evolution")
    assert all(part in evolution.replace("\u00a0", " ").replace("\u202f", " ") for part in SAID[language])


def test_what_is_wanted_and_answers_the_question_is_not_told_to_come_after_itself() -> None:
    found = report_of(case_in(READING / "syndicat-de-scot-ecrit-de-la-region-2026.yaml")).note
    assert found is not None
    assert not any("Ce qui est voulu" in answer.decision.replace("\u00a0", " ") for answer in found.answers)


def test_a_petr_planned_is_not_denied_where_the_answer_before_leaves_none() -> None:
    found = report_of(case_in(READING / "sans-structure-enclave-inconnue-2026.yaml")).note
    assert found is not None
    (services,) = (answer.decision for answer in found.answers if answer.question == "services")
    assert "ni projet de PETR" not in services.replace("\u00a0", " ")
    assert not any("Financer l’équipe" in answer.decision for answer in found.answers)
