"""What is open while an answer waits changes nothing of what it waits for."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

MEANWHILE = {"fr": "En attendant, cette voie est ouverte : ", "en": "Meanwhile this option is open: "}
STAYING = {"fr": "« Rester comme aujourd’hui »", "en": "“Stay as today”"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_body_is_no_way_to_wait_for_one(language: Language) -> None:
    """A syndicate made meanwhile would take the PETR's place, and need the consent that the PETR waits for."""
    report = report_of(case_in(READING / "creation-accord-des-communes-inconnu-2026.yaml"), language)
    (asked,) = report.questions
    _, _, meanwhile = asked.explanation.replace("\u00a0", " ").partition(MEANWHILE[language])
    assert meanwhile.startswith(STAYING[language])
    titles = {option.id: option.title for option in asked.options}
    assert titles["ordinary-closed-syndicate"].startswith(("Créer un", "Create an"))
