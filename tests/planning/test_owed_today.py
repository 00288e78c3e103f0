"""What the body of today owes on a day of the law waits for nothing that a course has still to make."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.lines import DUE
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import act_of
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

FILES = ("life/merging-today.yaml", "life/joining-today.yaml", "life/leaving-today.yaml")


def _plans() -> Iterator[tuple[str, Consultation, Roadmap]]:
    """Plan the operations of a PETR whose project is approved, and so to be revised after the elections."""
    for file in FILES:
        for scenario in load_scenarios(examples_folder() / file, real_base()):
            case = scenario.consultation(engine("native")).answer("petr.project_approved", "yes")
            try:
                yield scenario.name, case, roadmap(case, case.as_of)
            except PetrAdvisorError:
                continue


def test_what_is_due_whatever_is_chosen_waits_for_no_answer_of_the_course() -> None:
    looked_at = 0
    for name, case, plan in _plans():
        due = [task for task in plan.tasks if task.group.partition("/")[0] == DUE]
        own = {task.id for task in due}
        for task in due:
            looked_at += 1
            bodies = case.base.actors[case.base.act(act_of(task)).who].set_up_by
            assert {*task.after} <= own.union(bodies), (name, task.id)
    assert looked_at > 20
