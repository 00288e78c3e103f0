"""An answer is said to meet a legal obligation only by an act that the case has it do."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part
from petr_advisor.inference.engines import engine

from .conftest import real_base
from .test_formats import squeezed

OWED = squeezed("Pour satisfaire à une obligation légale")


def _change(revision: str) -> str:
    """Tell how the change is led in a PETR whose project is to be revised after the elections."""
    case = Consultation.start(real_base(), date(2026, 10, 9), ("change",), engine("native"))
    for fact, value in {
        "structure.legal_form": "petr",
        "petr.project_approved": "yes",
        "project.revision": revision,
        "change.presidents": "most",
        "change.lead": "one_elected",
    }.items():
        case = case.answer(fact, value)
    return squeezed(question_part(Desk("fr", consultation=case), "change").decision)


def test_starting_again_from_a_project_to_be_revised_meets_the_duty() -> None:
    assert _change("due").startswith(OWED)


def test_a_revision_under_way_is_followed_and_its_day_is_that_of_the_project() -> None:
    told = _change("under_way")
    assert OWED not in told
    assert squeezed("accompagner la révision du projet de territoire déjà engagée") in told
