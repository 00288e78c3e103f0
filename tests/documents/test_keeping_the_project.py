"""A project that is kept is not kept « as it is » where what is planned extends it; what it lacks is in the plan."""

import pytest

from petr_advisor.consulting.naming import named_in
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of, started

CASE = READING / "petr-projet-garde-actes-manquants-2024.yaml"
EXTENDED = {
    "fr": "jusqu’à la fusion, puis de l’étendre par une révision",
    "en": "until the merger, then extend it by a revision",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_project_that_a_merger_extends_is_said_to_be_extended(language: Language) -> None:
    report = report_of(case_in(CASE, "merger"), language)
    assert report.note is not None
    (said,) = [answer.decision for answer in report.note.answers if answer.question == "project"]
    assert EXTENDED[language] in said.replace("\u00a0", " ")


def test_what_a_project_that_is_kept_lacks_is_in_the_plan() -> None:
    plan = report_of(case_in(CASE)).roadmap
    assert plan is not None
    groups = {group.number for group in plan.groups if group.id == "project"}
    kept = {task.id for task in plan.tasks if task.group in groups}
    assert kept == {"project-kept/coordinates-park"}
    # the clauses that a signed agreement lacks wait for nothing: their amendment has its own steps
    assert "agreement-completed/sign" in {task.id for task in plan.tasks}


def test_nothing_is_planned_for_a_project_that_lacks_nothing() -> None:
    plan = report_of(case_in(CASE, "nothing-lacking")).roadmap
    assert plan is None or not any(task.id.startswith("project-kept/") for task in plan.tasks)


@pytest.mark.parametrize("form", ["association", "petr"])
def test_nothing_is_kept_where_no_project_is_approved(form: str) -> None:
    """Doing nothing has its own name there: nothing approved is kept as it is."""
    case = started("project").answer("structure.legal_form", form)
    case = case.answer("petr.project_approved", "no") if form == "petr" else case
    names: dict[Language, str] = {"fr": "Rester sans projet approuvé", "en": "Stay without an approved project"}
    for language, title in names.items():
        assert named_in(case, case.base.options["project-kept"]).title.in_(language) == title
