"""The acts of a plan by name, and what of it leads to one, or to the effect of a way."""

from collections.abc import Iterable, Mapping

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.knowledge.procedures import Act


def act_in(desk: Desk, task: RoadmapTask) -> Act | None:
    """Give the act that a task consists in, under the readings followed; None where it is none of a procedure."""
    procedure, _, name = task.id.partition("/")
    found = desk.base.procedures.get(procedure)
    known = found is not None and name in found.acts
    return desk.base.act_under(task.id, desk.consultation.followed) if known else None


def named(desk: Desk, task: RoadmapTask) -> str:
    """Say who does what."""
    return desk.phrase("running.act", who=task.who, does=task.title)


def leading_to_effect(desk: Desk, plan: Roadmap) -> frozenset[int]:
    """Give the numbers of the tasks that the effect of a way waits for, and of those that make it."""
    return leading_to(desk, plan, (task.number for task in plan.tasks if _makes_effect(desk, task)))


def leading_to(desk: Desk, plan: Roadmap, numbers: Iterable[int]) -> frozenset[int]:
    """Give the numbers of some tasks and of all that they wait for.

    Those that the case may not call for are among them, although the plan at its shortest does not wait for these.
    """
    tasks: Mapping[int, RoadmapTask] = {task.number: task for task in plan.tasks}
    numbered = {task.id: task.number for task in plan.tasks}
    left = list(numbers)
    found: set[int] = set()
    while left:
        number = left.pop()
        if number not in found and number in tasks:
            found.add(number)
            task = tasks[number]
            act, procedure = act_in(desk, task), task.id.partition("/")[0]
            written = (numbered.get(f"{procedure}/{name}") for name in (act.after if act is not None else ()))
            left += [*task.after, *filter(None, written)]
    return frozenset(found)


def _makes_effect(desk: Desk, task: RoadmapTask) -> bool:
    procedure, _, name = task.id.partition("/")
    found = desk.base.procedures.get(procedure)
    return found is not None and name in found.effect_at
