"""What the readings of a disputed point would change, in words."""

from datetime import date

from petr_advisor import Consultation, load
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.matters import disputed_parts
from petr_advisor.words.texts import Language

ANSWERS = {"structure.legal_form": "petr", "petr.project_approved": True, "project.revision": "due"}


def _effects(language: Language) -> list[str]:
    consultation = Consultation.start(load(), date(2026, 11, 26), ["project"])
    for fact, value in ANSWERS.items():
        consultation = consultation.answer(fact, value)
    parts = {part.id: part for part in disputed_parts(Desk(language, consultation=consultation), ())}
    return [effect for reading in parts["d-project-clocks"].readings for effect in reading.effects]


def test_a_duty_that_only_gets_another_last_day_is_said_once_with_that_day() -> None:
    said = [effect for effect in _effects("fr") if "réviser le projet" in effect]
    assert len(said) == 1
    assert "30 avril 2027" in said[0]
    assert "ne jouerait pas" not in said[0]
