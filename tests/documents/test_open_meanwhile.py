"""What is open while an answer waits changes nothing of what it waits for."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

MEANWHILE = {"fr": "En attendant, une voie est ouverte : ", "en": "Meanwhile one option is open: "}
AMONG = {
    "fr": "En attendant, plusieurs voies sont ouvertes, dont ",
    "en": "Meanwhile several options are open, among them ",
}
STAYING = {"fr": "« Rester comme aujourd’hui »", "en": "“Stay as today”"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_body_is_no_way_to_wait_for_one(language: Language) -> None:
    """A syndicate made meanwhile would take the PETR's place, and need the consent that the PETR waits for."""
    report = report_of(case_in(READING / "creation-accord-des-communes-inconnu-2026.yaml"), language)
    (asked,) = report.questions
    _, _, meanwhile = asked.explanation.replace("\u00a0", " ").partition(AMONG[language])
    assert meanwhile.startswith(STAYING[language])
    titles = {option.id: option.title for option in asked.options}
    assert titles["ordinary-closed-syndicate"].startswith(("Créer un", "Create an"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_way_that_is_open_alone_is_said_so(language: Language) -> None:
    """Beside others that are open as well, it is one of them."""
    report = report_of(case_in(READING / "petr-dechets-inconnu-2015.yaml"), language)
    services = next(question for question in report.questions if question.id == "services")
    opened = [option for option in services.options if option.status == "open"]
    assert len(opened) == 1
    assert MEANWHILE[language] in services.explanation.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_body_does_meanwhile_is_told_of_that_body(language: Language) -> None:
    """What the association signs before the PETR is there is weighed, proved and argued for of the association."""
    report = report_of(case_in(READING / "contrat-signe-en-attendant-le-petr-2015.yaml"), language)
    contracts = next(question for question in report.questions if question.id == "contracts")
    signed, later = (
        next(option for option in contracts.options if option.id == f"region-contract-{body}")
        for body in ("pays", "petr")
    )
    assert signed.status == "open"
    assert {each.state for each in signed.requirements} <= {"met", "to_come", "acquired"}
    assert any(merit.favours for merit in signed.merits)
    # The PETR does not sign today: it is to be created first.
    assert later.status == "conditional"
    # Another theme goes on being told of the PETR that the answers before lead to.
    agreement = next(option for option in contracts.options if option.id == "territorial-agreement")
    assert next(each for each in agreement.requirements if each.key.endswith("/petr")).state == "met"
