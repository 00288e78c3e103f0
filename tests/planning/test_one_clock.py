"""What comes before or after acts that shortened times bring forward is counted from those times, as they are."""

from datetime import timedelta

import pytest

from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import READING, case_in

SHORTENED = (
    "gip-terme-proche-2026",
    "petr-commune-part-2014",
    "petr-projet-en-retard-cper-2026",
    "petr-transfert-scot-2026",
)
"""The cases of which a plan keeps a day of the law by shortened times."""


def plan_of(name: str) -> Roadmap:
    held = case_in(READING / f"{name}.yaml")
    return roadmap(held, held.as_of)


def shortened(plan: Roadmap) -> list[Task]:
    return [task for task in plan.tasks if task.in_time and not task.in_time.within_usual]


@pytest.mark.parametrize("name", SHORTENED)
def test_what_the_law_wants_before_is_not_told_after(name: str) -> None:
    """The opinions that a vote of March waits for had their usual days, up to July: whoever followed them missed it."""
    plan = plan_of(name)
    assert shortened(plan) != []
    for act in shortened(plan):
        before = [task for task in map(plan.task, act.after) if task.group == act.group and task.origin == "law"]
        late = [task.id for task in before if task.certain and task.to_hold[1] > act.to_hold[1]]
        assert late == [], act.id


@pytest.mark.parametrize("name", SHORTENED)
def test_what_follows_begins_once_they_are_done(name: str) -> None:
    """One chart cut the votes in December and had the order that follows them in September, after the GIP's end."""
    plan = plan_of(name)
    held = {task.id for task in shortened(plan)}
    following = [task for task in plan.tasks if not held.isdisjoint(task.after) and task.id not in held]
    assert following != [] or name == "petr-commune-part-2014"
    for task in following:
        last = max(plan.task(each).to_hold[1] for each in task.after)
        assert task.begins <= last + timedelta(days=1), task.id


@pytest.mark.parametrize("name", SHORTENED)
def test_the_acts_of_a_procedure_are_told_in_the_order_in_which_they_come(name: str) -> None:
    plan = plan_of(name)
    for task in plan.tasks:
        own = (plan.task(each) for each in task.after)
        procedure = task.id.partition("/")[0]
        before = [
            each for each in own if each.id.partition("/")[0] == procedure and each.certain and each.origin == "law"
        ]
        assert [each.id for each in before if plan.number(each.id) > plan.number(task.id)] == [], task.id


@pytest.mark.parametrize("name", ["gip-terme-proche-2026", "gip-de-collectivites-seules-au-terme-2026"])
def test_nothing_of_what_prolongs_a_body_comes_after_its_end(name: str) -> None:
    held = case_in(READING / f"{name}.yaml")
    plan = roadmap(held, held.as_of)
    (term,) = {each.day for each in held.terms if each.term.ends_the_body and each.day is not None}
    own = [task for task in plan.tasks if task.id.startswith("gip-prolongation/")]
    assert own != []
    assert [task.id for task in own if task.to_hold[1] > term] == []
    assert all(legal.day <= term for task in own for legal in task.legal)


def test_no_day_that_can_slip_is_left_to_what_is_held_by_its_last_day() -> None:
    plan = plan_of("gip-terme-proche-2026")
    assert {task.slack for task in shortened(plan)} == {0}
    assert {task.id for task in shortened(plan)} <= {*plan.critical}
