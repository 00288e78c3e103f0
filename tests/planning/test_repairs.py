"""A repair that is told has an act in the plan, or a day by which to check that what is done already holds it."""

from collections.abc import Iterator
from functools import cache

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.to_check import all_to_check, mends
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import steps
from tests.planning.plans import plans

FOLDERS = ("reading", "life", "governance")


@cache
def repaired() -> tuple[tuple[str, Consultation, Roadmap], ...]:
    """Give the shipped cases with something to mend, with their plan."""
    return tuple(_repaired())


def _repaired() -> Iterator[tuple[str, Consultation, Roadmap]]:
    files = (path for folder in FOLDERS for path in sorted((examples_folder() / folder).glob("*.yaml")))
    for name, held, plan in plans(files):
        if any(mends(line) for line in held.course.lines) or any(all_to_check(held)):
            yield name, held, plan


def acts_planned(held: Consultation, plan: Roadmap) -> set[str]:
    """Give the acts of a plan, with those that they call or contain."""
    acts = {task.id for task in steps(held, plan)}
    return acts | {inner for act in acts for inner in held.base.act(act).contains}


def acts_of(held: Consultation, option: str) -> set[str]:
    """Give the acts of an option, with those of the procedures that they call."""
    own = held.base.acts_of(option)
    called = {name for act in own.values() if act.calls for name in act.calls.names}
    return {*own, *(f"{name}/{act}" for name in called for act in held.base.procedures[name].acts)}


def _ids(line: CourseLine[Consultation]) -> set[str]:
    return {option.id for option in line.options}


def test_each_repair_that_is_told_is_planned_or_to_be_checked_by_a_day() -> None:
    looked_at = checked = 0
    for name, held, plan in repaired():
        planned = acts_planned(held, plan)
        days = {date.id: date.day for date in plan.key_dates}
        to_check = {found.option for found in all_to_check(held)}
        for line in held.course.lines:
            for option in line.to_carry_out[:1] if mends(line) or to_check.intersection(_ids(line)) else ():
                own = acts_of(held, option.id)
                looked_at += 1
                checked += option.id in to_check
                if option.id in to_check:
                    assert own.isdisjoint({task.id for task in plan.tasks}), (name, option.id)
                    assert days[f"check-{option.id}"] >= plan.start, (name, option.id)
                else:
                    assert not own.isdisjoint(planned), (name, option.id)
    assert looked_at > 10
    assert checked


def test_nothing_is_both_to_do_and_supposed_done() -> None:
    for name, _, plan in repaired():
        told = {f"{task.who.en}: {task.does.en}" for task in plan.tasks}
        assert told.isdisjoint({done.en for done in plan.done}), name
