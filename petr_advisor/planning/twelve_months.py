"""The twelve months in which a new PETR draws up its territorial project, kept by its last approval."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from petr_advisor.inference.calendar import add_months
from petr_advisor.planning.model import DueDate, KeyDate, Outline, Task
from petr_advisor.planning.schedule import schedule
from petr_advisor.words.speech import told

TWELVE_MONTHS = "petr.project.12-months"
"""The norm that gives a new PETR twelve months."""
APPROVAL = "petr.project.approval"
"""The norm by which each EPCI approves the project."""
TWELVE_MONTHS_END = "project-12-months"
"""The identifier of their end among the dates to keep."""


def timed(outlines: Sequence[Outline], start: date, effect: str | None) -> tuple[tuple[Task, ...], tuple[str, ...]]:
    """Date the tasks, the project being written in the shorter of the advised times where the longer comes too late.

    Also give the tasks so shortened. Where a plan leads to a PETR, its last approval is due within the twelve months.
    """
    tasks = schedule(outlines, start)
    shortened: tuple[str, ...] = ()
    if _late(tasks, effect):
        ranges = [task.id for task in tasks if task.phase == 2 and task.kind == "step" and task.duration.shortest]
        shortened = tuple(ranges)
        tasks = schedule([_short(each) if each.id in ranges else each for each in outlines], start)
    last, day = approval(tasks), last_day(tasks, effect)
    if last is None or day is None or last.due is not None:
        return tasks, shortened
    due = DueDate(day, "planned")
    return tuple(replace(task, due=due) if task.id == last.id else task for task in tasks), shortened


def approval(tasks: Sequence[Task]) -> Task | None:
    """Give the last act that approves the project."""
    found = (task for task in tasks if task.kind == "step" and not task.aside and APPROVAL in task.norms)
    return max(found, key=lambda task: task.finish, default=None)


def last_day(tasks: Sequence[Task], effect: str | None) -> date | None:
    """Give the last day of the twelve months, when the date of effect is planned."""
    born = next((task for task in tasks if task.id == effect), None)
    return add_months(born.finish, 12) - timedelta(days=1) if born else None


def key_date(tasks: Sequence[Task], effect: str | None) -> KeyDate | None:
    """Give the end of the twelve months as a date to keep."""
    last, day = approval(tasks), last_day(tasks, effect)
    if last is None or day is None:
        return None
    return KeyDate(
        TWELVE_MONTHS_END, told("date.twelve-months"), day, "law", (TWELVE_MONTHS,), last.id, (day - last.finish).days
    )


def _late(tasks: Sequence[Task], effect: str | None) -> bool:
    last = approval(tasks)
    if last is None:
        return False
    day = last.due.day if last.due else last_day(tasks, effect)
    return day is not None and last.finish > day


def _short(outline: Outline) -> Outline:
    delay = outline.duration
    assert delay.shortest is not None  # noqa: S101 - only ranges are shortened
    months, days = (delay.shortest, delay.days) if delay.months else (0, delay.shortest)
    return replace(outline, duration=replace(delay, months=months, days=days, shortest=None))
