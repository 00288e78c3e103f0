"""The acts of a plan one by one: its tasks, and those of the procedures that a task only calls."""

from collections.abc import Iterator
from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.unrolling import unrolled


def act_of(task: Task) -> str:
    """Give the act that a task does, whichever member it is done for, by `procedure/act`."""
    return task.id.partition("@")[0]


def steps(case: Consultation, plan: Roadmap) -> tuple[Task, ...]:
    """Give the tasks of a plan in order, then the acts of the procedures called, each once, on days of their own.

    An act of a procedure called may be done by another procedure that the plan holds, whose tasks so come first.
    """
    return (*plan.tasks, *(step for _, step in called_steps(case, plan)))


def called_steps(case: Consultation, plan: Roadmap) -> Iterator[tuple[Task, Task]]:
    """Give the acts of the procedures that a plan only calls, each once, with the task that stands for them."""
    situation = Situation(case)
    seen = {task.id.partition("/")[0] for task in plan.tasks}
    yield from ((task, step) for task in plan.tasks for step in _called(task, situation, seen))


def _called(task: Task, situation: Situation, seen: set[str]) -> Iterator[Task]:
    """Give the acts of the procedures that a task calls, and of those that they call in turn."""
    acts = situation.acts(act_of(task).partition("/")[0])
    calls = acts[act_of(task).partition("/")[2]].calls
    sure = task.certain and bool(calls and calls.all)
    for name in calls.names if calls else ():
        if name in seen:
            continue
        seen.add(name)
        for found in unrolled(situation, name, task.ready):
            step = replace(
                task, id=f"{name}/{found.name}", begins=found.ready, ready=found.ready, soonest=found.done,
                certain=sure and found.certain, milestone=found.act.milestone,
            )  # fmt: skip
            yield step
            yield from _called(step, situation, seen)
