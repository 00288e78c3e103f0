"""A limit is told only where it runs: one from an event of another situation is never printed."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.roadmap_words import by_when
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import case_in

UPDATED = "project-updated/expressly-approves-updated"


def test_the_first_project_of_a_petr_to_be_created_has_a_year_from_its_birth_not_from_elections() -> None:
    case = case_in(examples_folder() / "reading" / "association-texte-a-mettre-a-jour-2014.yaml")
    task = next(task for task in roadmap(case, case.as_of).tasks if task.id == UPDATED)
    assert task.limit is not None
    assert task.limit.from_ == "petr-set-up"
    said = by_when(task, case, Desk("fr", consultation=case))
    assert said is not None
    assert "renouvellement" not in said
    line = next(line for line in case.course.lines if line.question == "project")
    assert line.option is not None
    (step,) = (step for step in line.option.acts if step.key == UPDATED)
    assert step.act.limit is None
