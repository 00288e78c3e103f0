"""From when to when a plan runs: to the end of what is proposed; of what is due anyway where nothing is."""

from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap
from tests.planning.plans import plans

READ = examples_folder() / "reading"


def plan_of(name: str) -> Roadmap:
    return next(plan for _, _, plan in plans([READ / f"{name}.yaml"]))


def test_a_plan_of_what_is_due_anyway_runs_to_its_end() -> None:
    plan = plan_of("petr-dechets-inconnu-2015")
    assert plan.tasks
    assert all(task.beside for task in plan.tasks)
    assert plan.start < plan.soonest < plan.finish == plan.last_day


def test_what_goes_beside_does_not_hold_the_end_of_what_is_proposed() -> None:
    plan = plan_of("sieges-illegaux-et-retrait-2026")
    assert any(task.beside for task in plan.tasks)
    assert plan.finish == max(task.latest for task in plan.tasks if not task.beside)
