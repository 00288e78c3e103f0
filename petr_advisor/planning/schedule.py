"""Dates of tasks: earliest days forward, slack backward."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta

from petr_advisor.planning.model import Delay, DueDate, Outline, Task


def schedule(outlines: Sequence[Outline], start: date) -> tuple[Task, ...]:
    """Give each task its earliest days and its slack; none may come before one it waits for.

    A delay runs from date to date: the day on which the task before ends starts it and is not counted.
    """
    dated: dict[str, Task] = {}
    for outline in outlines:
        dated[outline.id] = _dated(outline, dated, start)
    latest = _latest(dated)
    return tuple(replace(task, slack=max((latest[task.id] - task.finish).days, 0)) for task in dated.values())


def _dated(outline: Outline, before: dict[str, Task], start: date) -> Task:
    event = max((before[each].finish for each in outline.after), default=None)
    first = start if event is None else event + timedelta(days=1)
    if outline.running and outline.due is not None:
        return _task(outline, first, max(outline.due.day, first), outline.due)
    finish = max(outline.duration.end(event or start), first)
    due = outline.due
    if due and due.origin == "law" and outline.duration.origin == "assumption" and first <= due.day < finish:
        # Nobody wrote how long the act takes, but the law says by when: what it leaves is taken.
        length = Delay(0, (due.day - first).days + 1, "assumption")
        return _task(replace(outline, duration=length), first, due.day, due)
    if due is None and outline.duration.origin == "law":
        due = DueDate(finish, "planned")
    return _task(outline, first, finish, due)


def _latest(tasks: dict[str, Task]) -> dict[str, date]:
    """Give the latest end of each task that delays nothing, its length in days being kept."""
    end = max((task.finish for task in tasks.values() if not task.aside), default=date.min)
    latest = dict.fromkeys(tasks, end)
    for task in reversed(tasks.values()):
        if task.aside:
            continue
        length = task.finish - (task.start - timedelta(days=1))
        for each in task.after:
            latest[each] = min(latest[each], latest[task.id] - length)
    return latest


def _task(outline: Outline, start: date, finish: date, due: DueDate | None) -> Task:
    known = {field.name: getattr(outline, field.name) for field in fields(Outline)}
    return Task(**{**known, "due": due}, start=start, finish=finish)
