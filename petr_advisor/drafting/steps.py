"""The acts of a plan one by one: its tasks, and those of the procedures that a task only calls."""

from collections.abc import Iterator
from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.situation import Situation


def act_of(task: Task) -> str:
    """Give the act that a task does, whichever member it is done for, by `procedure/act`."""
    return task.id.partition("@")[0]


def steps(case: Consultation, plan: Roadmap) -> tuple[Task, ...]:
    """Give the tasks of a plan in order, then the acts of the procedures called, dated from their first day, each once.

    An act of a procedure called may be done by another procedure that the plan holds, whose tasks so come first.
    """
    situation = Situation(case)
    seen = {task.id.partition("/")[0] for task in plan.tasks}
    called = (step for task in plan.tasks for step in _called(task, situation, seen))
    return (*plan.tasks, *called)


def _called(task: Task, situation: Situation, seen: set[str]) -> Iterator[Task]:
    """Give the acts of the procedures that a task calls, and of those that they call in turn."""
    acts = situation.acts(act_of(task).partition("/")[0])
    calls = acts[act_of(task).partition("/")[2]].calls
    for name in calls.names if calls else ():
        if name in seen:
            continue
        seen.add(name)
        day = min(task.begins, task.soonest)
        sure = task.certain and bool(calls and calls.all)
        for key, act in situation.acts(name).items():
            holds = situation.truth(act.when)
            if holds is False or not act.included or (act.period is not None and not act.period.covers(day)):
                continue
            certain = sure and holds is True
            step = replace(task, id=f"{name}/{key}", begins=day, soonest=day, certain=certain, milestone=act.milestone)
            yield step
            yield from _called(step, situation, seen)
