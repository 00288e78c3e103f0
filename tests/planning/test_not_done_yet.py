"""What an act of the plan is to do is not told as done, though the answers after it are weighed as if it were."""

from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

FILE = examples_folder() / "project" / "approved-is-not-the-next.yaml"


def planned(variant: str) -> Roadmap:
    found = next(each for each in load_scenarios(FILE, real_base()) if each.name.endswith(variant))
    held = found.consultation(engine("native"))
    return roadmap(held, held.as_of)


def test_associating_is_done_where_it_was_and_not_where_the_plan_does_it() -> None:
    associates = real_base().act("project-updated/associates").does
    assert any(associates.en in text.en for text in planned("the-next").done)
    plan = planned("departement-comes")
    assert "partner-associated/associates" in {task.id for task in plan.tasks}
    assert not any(associates.en in text.en for text in plan.done)
