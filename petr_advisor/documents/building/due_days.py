"""The day of the law that a vote has to be held by, where the usual durations may take it past that day."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.planning.model import LATE


def due_of(plan: Roadmap, task: RoadmapTask) -> date | None:
    """Give the first day of the law that a task, or what waits for it, may miss; none where its own days come before.

    A day counted from an act of the plan moves with that act, and is none; one that the State only aims at binds
    nobody who votes before.
    """
    return min((day for day in _days(plan, task) if day < task.latest), default=None)


def is_pressed(plan: Roadmap, task: RoadmapTask) -> bool:
    """Tell whether the usual durations may take a task, or what waits for it, past a day that the law fixes."""
    return any(True for _ in _days(plan, task))


def own_due(task: RoadmapTask) -> date | None:
    """Give the same of the task alone."""
    return min((day for day in _of(task) if day < task.latest), default=None)


def held(desk: Desk, task: RoadmapTask, due: date | None) -> str:
    """Say between which days a task is done, with the day of the law that it may miss."""
    if due is None:
        if counted := next((legal for legal in task.legal if legal.counted and legal.state in LATE), None):
            first = counted.first or counted.day
            days = {"soonest": task.soonest, "first": first, "last": counted.day}
            return desk.phrase("note.between-counted", **days, state=counted.state_said)
        if task.soonest == task.latest:
            return _on(desk, task)
        return desk.phrase("note.between", soonest=task.soonest, latest=task.latest)
    wished = "-wished" if any(legal.wished and legal.day == due for legal in task.legal) else ""
    if due < task.soonest:
        return desk.phrase(f"note.between-late{wished}", soonest=task.soonest, latest=task.latest, due=due)
    return desk.phrase(f"note.between-due{wished}", soonest=task.soonest, due=due)


def _on(desk: Desk, task: RoadmapTask) -> str:
    """Say the day of a task; of one that the law's day alone holds back, that the usual durations do not reach it."""
    missed = next((legal for legal in task.legal if legal.state in LATE and legal.day == task.latest), None)
    if missed is None:
        return task.dates_said
    return desk.phrase("note.at-latest", day=missed.day, state=missed.state_said)


def _days(plan: Roadmap, task: RoadmapTask) -> Iterator[date]:
    yield from _of(task)
    waiting, left = {task.number}, [task.number]
    while left:
        before = left.pop()
        for other in plan.tasks:
            if before in other.after and other.group == task.group and other.number not in waiting and other.certain:
                waiting.add(other.number)
                left.append(other.number)
                yield from (legal.day for legal in other.legal if _missed(legal) and not legal.wished)


def _of(task: RoadmapTask) -> Iterator[date]:
    yield from (legal.day for legal in task.legal if _missed(legal))


def _missed(legal: LegalDayPart) -> bool:
    return legal.state in LATE and not legal.counted
