"""Seats of a body that several bodies make: counted on all its members, or not at all."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part
from petr_advisor.procedures.record import Done

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

CASE = READING / "fusion-scot-caduc-2026.yaml"
"""A merger with the syndicate of a wider SCoT."""


def merging(**answers: str) -> Consultation:
    case = case_in(CASE)
    for fact, value in answers.items():
        case = case.answer(fact.replace("__", "."), value)
    return case


def test_nothing_is_shared_among_those_listed_alone_where_others_sit_too() -> None:
    report = report_of(merging())
    assert report.governance is not None
    assert not report.governance.total
    assert report.note is not None
    assert report.note.seats is not None
    assert squeezed("a aussi les membres de l’autre syndicat") in squeezed(report.note.seats)


def test_the_members_listed_are_all_of_them_where_the_perimeter_is_one() -> None:
    report = report_of(merging(territory__scot_cover="same"))
    assert report.governance is not None
    assert report.governance.total


def test_a_text_that_only_a_first_resolution_asks_for_is_not_put_to_the_vote() -> None:
    case = merging().record(Done("syndicates-merger", "start", date(2026, 9, 14)))
    told = squeezed(question_part(Desk("fr", consultation=case), "governance").decision)
    assert squeezed("Le texte engagé doit prévoir de partager les sièges") in told
    assert squeezed("déjà soumis au vote") not in told
