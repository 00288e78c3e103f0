"""A legal day of the calendar is told to the bodies that it binds today, never to one that is born later."""

import re
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.documents.texts import conclusions_text
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import case_in, note_of, real_base

READING = Path(__file__).parents[2] / "scenarios" / "reading"


@pytest.mark.parametrize(
    ("name", "when", "never"),
    [("sans-structure-projet-2026", "12 mois", r"20\d\d"), ("petr-projet-en-retard-2026", r"20\d\d", "12 mois")],
)
def test_the_project_of_a_petr_to_come_is_due_so_long_after_its_birth(name: str, when: str, never: str) -> None:
    scenario, *_ = load_scenarios(READING / f"{name}.yaml", real_base())
    case = scenario.consultation(engine("native"))
    line = next(line for line in case.course.lines if line.question == "project")
    assert line.state == "proposed"
    told = re.search(r"obligation légale[^.]*\.", conclusions_text(case, "fr").replace("\n", " "))
    assert told is not None
    assert re.search(when, told[0])
    assert not re.search(never, told[0])


def test_a_petr_set_up_since_the_elections_has_its_own_twelve_months() -> None:
    name = "petr-projet-en-retard-2026"
    scenario = next(each for each in load_scenarios(READING / f"{name}.yaml", real_base()) if "in-time" in each.name)
    case = scenario.consultation(engine("native"))
    days = {duty.deadline for duty in case.duties if "petr.project.12-months" in duty.rule.norms and duty.deadline}
    assert days == {date(2027, 7, 1)}


def test_a_day_after_the_end_of_who_owes_it_passes_to_who_takes_over() -> None:
    case = case_in(READING / "petr-dissolution-scot-leader-2026.yaml")
    review = next(each.text for each in note_of(case).dates if each.day == date(2028, 6, 15))
    assert "l’échéance passe à qui prend sa suite, alors le porteur du SCoT" in review
    sooner = case_in(READING / "petr-dissolution-scot-leader-2026.yaml", "scheme-due-before-the-end")
    review = next(each.text for each in note_of(sooner).dates if each.day == date(2027, 4, 15))
    assert "l’échéance passe" not in review
