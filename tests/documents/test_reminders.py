"""What a territory must know beside an answer is told with it in the note and the plan, whatever the answer is."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model import Report
from tests.documents.conftest import READING, case_in, report_of

TWO_REGIONS = "écrire aussi à l’autre, pour sa part"
AFTER_THE_CRTE = "la demander dès maintenant à la préfecture"
ANOTHER_SUCCESSOR = "sur un autre repreneur du SCoT"
SAME_EPCIS = "le syndicat qui porte le SCoT, formé des seuls EPCI et de même périmètre, peut lui-même"
TO_ITS_END = "mené à son terme par la structure qui l’a signé"
REINSTALLED = "le comité est à réinstaller au plus tard le 24 avril 2026"
WAS_TO_BE_REINSTALLED = "le comité devait être réinstallé au plus tard le 24 avril 2026"
AFTER_THE_POLLS = "un seul texte approuvé après elles, l’entrant compris"
BY_THE_STATUTES = "donnent d’emblée le SCoT au PETR"
POWER_BY_THE_STATUTES = "donnent d’emblée cette compétence au PETR"
BEARER = "Si le PETR naît et reprend l’activité de l’association, le GAL change de porteur avant"
NOT_AGREED = "obtenir l’accord qui manque, ou demander au préfet un autre périmètre"
BY_AMENDMENT = "si le PETR peut entrer par avenant dans un contrat existant"
WITHOUT_IT = "un ou plusieurs EPCI à dominante rurale peuvent voter et signer sans l’attendre"
SIGNED_NOW = "la signer dès maintenant sur le projet en vigueur"
SYNDICATE_OF_SCOT: dict[str, str | bool | None] = {
    "procedure.under_way": "none",
    "territory.scot_cover": "same",
    "scot.bearer": "syndicate",
    "scot.syndicate_only_epcis": True,
}


def _case(name: str, said: dict[str, str | bool | None] | None = None) -> Consultation:
    case = case_in(READING / f"{name}.yaml")
    for fact, value in (said or {}).items():
        case = case.dont_know(fact) if value is None else case.answer(fact, value)
    return case


def _without_agreement(said: dict[str, str | bool]) -> Consultation:
    case = case_in(READING.parent / "course" / "agreement-of-a-kept-project.yaml")
    for fact, value in said.items():
        case = case.answer(fact, value)
    return case


def _noted(report: Report) -> str:
    assert report.note is not None
    return " ".join(
        part for answer in report.note.answers for part in (answer.decision, *(each.words for each in answer.parts))
    )


@pytest.mark.parametrize(
    ("case", "reminder"),
    [
        (_case("sans-structure-deux-regions-2026"), TWO_REGIONS),
        (_case("sans-structure-deux-regions-2026", {"contract.region_confirms": None}), TWO_REGIONS),
        (_case("sans-structure-deux-regions-2026"), AFTER_THE_CRTE),
        (_case("petr-crte-en-place-2026"), AFTER_THE_CRTE),
        (_case("association-porteuse-qui-finit-2026", {"perimeter.one_piece": None}), BEARER),
        (_case("petr-dissolution-scot-2026", {"scot.successor_agreed": True}), ANOTHER_SUCCESSOR),
        (_case("association-porteuse-qui-finit-2026", SYNDICATE_OF_SCOT), SAME_EPCIS),
        (_case("syndicat-ouvert-2026", SYNDICATE_OF_SCOT | {"structure.petr_planned": True}), SAME_EPCIS),
        (_case("association-appel-leader-2015"), TO_ITS_END),
        (_case("association-scot-six-ans-inconnu-2026"), BY_THE_STATUTES),
        (
            _case(
                "petr-a-creer-service-clause-fondatrice-2026",
                {"service.power": "to_transfer", "power.held_by_members": True},
            ),
            POWER_BY_THE_STATUTES,
        ),
        (_case("petr-entree-sieges-projet-2026").on(date(2026, 4, 20)), REINSTALLED),
        (_case("petr-entree-sieges-projet-2026"), WAS_TO_BE_REINSTALLED),
        (_case("petr-entree-avant-les-elections-2019"), AFTER_THE_POLLS),
        (_case("petr-un-seul-pacte-2021", {"contract.epcis_agree": False}), NOT_AGREED),
        (_case("petr-ruralite-apres-le-calendrier-2018"), BY_AMENDMENT),
        (case_in(READING.parent / "course" / "syndicate-that-becomes-a-petr.yaml"), WITHOUT_IT),
        # The agreement is signed on the project in force: the law does not ask it to wait for the text to come.
        (_without_agreement({"project.revision": "due"}), SIGNED_NOW),
        (_without_agreement({"project.themes": "some", "project.social": False}), SIGNED_NOW),
    ],
)
def test_a_reminder_is_told_beside_the_answer_and_by_the_plan(case: Consultation, reminder: str) -> None:
    report = report_of(case)
    assert reminder in _noted(report)
    assert report.roadmap is None or any(reminder in said for said in report.roadmap.assumptions)


@pytest.mark.parametrize(
    ("case", "reminder"),
    [
        (_case("petr-crte-en-place-2026"), TWO_REGIONS),
        (_case("association-porteuse-qui-finit-2026"), TO_ITS_END),
        (_case("petr-dissolution-scot-2026"), BY_THE_STATUTES),
        (_case("transformation-doffice-scot-dun-autre-2014"), BY_THE_STATUTES),
        (_case("petr-entree-agglomeration-2016"), REINSTALLED),
        (_case("petr-entree-sieges-projet-2026"), REINSTALLED),
        (_case("sans-structure-deux-regions-2026", {"contract.crte_scale": "unsettled"}), AFTER_THE_CRTE),
        (_case("petr-dissolution-scot-2026", {"scot.successor_agreed": False}), ANOTHER_SUCCESSOR),
        (
            _case("association-porteuse-qui-finit-2026", SYNDICATE_OF_SCOT | {"scot.syndicate_only_epcis": False}),
            SAME_EPCIS,
        ),
        # The PETR is proposed: the change of bearer is an answer, with its acts.
        (_case("association-porteuse-qui-finit-2026"), BEARER),
        (_case("petr-entree-avant-les-elections-2019", {"petr.change_planned": "none"}), AFTER_THE_POLLS),
        # The project is kept: its agreement is planned at once. One that is signed is amended after the revision.
        (_without_agreement({}), SIGNED_NOW),
        (_without_agreement({"project.revision": "due", "petr.agreement_signed": True}), SIGNED_NOW),
        (_without_agreement({"project.revision": "due", "petr.project_approved": False}), SIGNED_NOW),
    ],
)
def test_what_does_not_concern_a_case_is_not_told(case: Consultation, reminder: str) -> None:
    assert reminder not in _noted(report_of(case))
