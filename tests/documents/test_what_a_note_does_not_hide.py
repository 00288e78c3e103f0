"""A note says that votes are blocked, and offers nothing that is there already."""

from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import Extent, build
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.note_ways import ways
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteWay
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenario

from .conftest import real_base

READING = Path(__file__).parents[2] / "scenarios" / "reading"


def case(name: str) -> Consultation:
    return load_scenario(READING / f"{name}.yaml", real_base()).consultation(engine("native"))


def report(consultation: Consultation) -> Report:
    extent = Extent(annexes=False, pictures=False, beyond=False)
    return build(consultation, "fr", Adviser(), consultation.as_of, extent=extent)


def others(name: str, question: str) -> list[NoteWay]:
    consultation = case(name)
    told = report(consultation)
    found = ways(Desk("fr", consultation=consultation), told, told.questions, (), several=True).compared
    return [way for way in found if way.question == question]


def test_what_is_there_already_is_no_other_way() -> None:
    assert "scot-petr-bears" not in {way.option for way in others("petr-agglomeration-part-2026", "scot")}


def test_what_runs_on_a_closed_way_is_no_argument_against_staying() -> None:
    found = others("syndicat-enclave-inconnue-2026", "scot")
    assert found
    assert not [text for way in found for text in way.against if "Transformer un syndicat mixte en PETR" in text]


def life_of(name: str) -> str:
    return next(found.decision for found in report(case(name)).questions if found.id == "life")


def test_an_answer_whose_votes_are_blocked_says_so() -> None:
    said = "Les votes sont bloqués : si le refus de CC du Bourg-Neuf tient, la procédure est refusée le 26 juin 2015"
    assert said in life_of("petr-entree-bloquee-2015").replace("\N{NO-BREAK SPACE}", " ")
    assert "Les votes sont bloqués" not in life_of("petr-entree-2015")
