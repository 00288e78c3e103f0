"""What an answer lacks is mended in the plan: by acts of its own, or by those of the way, which say what they mend."""

import pytest

from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import case_in, real_base

OF_THE_WAY = {
    "evolution/cures/creation-redrawn.yaml": ("creation", "perimeter-redrawn"),
}
"""Remedies that acts of the way carry out, by case: the way and the remedy."""
DSIL = "dsil-through-contract"
OF_THEIR_OWN = {
    "contracts/ceiling-of-80-percent.yaml": (DSIL, "funding-plan-within-ceiling", DSIL),
    "evolution/matrix/pole-metropolitain.yaml": ("l5741-4", "prefect-position-on-pole", "petr-transformation"),
    "evolution/cures/sivom-becomes-community.yaml": ("creation", "sivom-to-community", "petr-creation"),
}
"""Remedies that have a procedure, by case: the way, that procedure and the one that comes after."""


def _plan(name: str, option: str) -> Roadmap:
    case = case_in(examples_folder() / name)
    return roadmap(case, case.as_of, option)


@pytest.mark.parametrize("name", OF_THE_WAY)
def test_an_act_of_the_way_says_which_remedy_it_is(name: str) -> None:
    option, cure = OF_THE_WAY[name]
    found = real_base().cures[cure]
    told = {task.id: task.mends for task in _plan(name, option).tasks if task.mends}
    assert told
    assert all(act in found.acts and titles == (found.title,) for act, titles in told.items())


@pytest.mark.parametrize("name", OF_THEIR_OWN)
def test_a_remedy_of_its_own_comes_before_the_way_that_needs_it(name: str) -> None:
    option, mending, mended = OF_THEIR_OWN[name]
    days: dict[str, list[tuple[object, object]]] = {}
    for task in _plan(name, option).tasks:
        days.setdefault(task.id.partition("/")[0], []).append((task.soonest, task.latest))
    assert max(days[mending]) < max(days[mended])
    assert min(days[mending]) < min(days[mended])


def test_the_project_that_a_mission_needs_is_approved_once() -> None:
    case = case_in(examples_folder() / "services" / "no-petr-no-approved-project.yaml")
    approved = {"territorial-project-first/approval", "delegated-missions/approves-territorial-project"}
    assert len(approved & {task.id for task in roadmap(case, case.as_of).tasks if task.majority}) == 1
