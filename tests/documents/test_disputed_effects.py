"""What the readings of a disputed point would change, in words."""

from datetime import date

import pytest

from petr_advisor import Consultation, load
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.matters import disputed_parts
from petr_advisor.files.locations import examples_folder
from petr_advisor.words.texts import Language
from tests.documents.conftest import case_in

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
    assert "24 avril 2027" in said[0]
    assert "ne jouerait pas" not in said[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_reading_changes_is_told_as_what_it_is(language: Language) -> None:
    """A risk that falls is no obligation; an act of the law on which a point bears is not of prudence for that."""
    case = case_in(examples_folder() / "evolution" / "running" / "creation-one-silent.yaml")
    options = {option.id for outcome in case.outcomes for option in outcome.routes}
    parts = disputed_parts(Desk(language, consultation=case), options)
    said = [effect for part in parts for reading in part.readings for effect in reading.effects]
    forgetting = {"fr": "oublier l’accord des communes", "en": "forgetting the communes"}[language]
    about_the_risk = [effect for effect in said if forgetting in effect]
    assert about_the_risk
    assert not [effect for effect in about_the_risk if {"fr": "obligation", "en": "duty"}[language] in effect]
    votes = {"fr": "votent la création", "en": "approve the creation"}[language]
    prudent = {"fr": "par prudence", "en": "out of prudence"}[language]
    assert [effect for effect in said if votes in effect]
    assert not [effect for effect in said if votes in effect and prudent in effect]
