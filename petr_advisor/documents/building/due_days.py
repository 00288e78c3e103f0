"""The day of the law that a vote has to be held by, where the usual durations may take it past that day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import act_in
from petr_advisor.documents.model_roadmap import CalledVote, LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.planning.model import LATE


class Days(NamedTuple):
    """When something is done, in words, and the days that they tell."""

    said: str
    told: tuple[date, ...]


def days_of(desk: Desk, key: str, **fields: object) -> Days:
    """Say a phrase that tells days."""
    return Days(desk.phrase(key, **fields), tuple(value for value in fields.values() if isinstance(value, date)))


def due_of(plan: Roadmap, task: RoadmapTask) -> date | None:
    """Give the first day of the law that a task, or what waits for it, may miss; none where its own days come before.

    A day counted from an act of the plan moves with that act, and is none; one that the State only aims at binds
    nobody who votes before.
    """
    return min((day for day in _days(plan, task) if day < task.latest), default=None)


def is_pressed(plan: Roadmap, task: RoadmapTask) -> bool:
    """Tell whether the usual durations may take a task, or what waits for it, past a day that the law fixes."""
    return any(True for _ in _days(plan, task))


def held_within(desk: Desk, plan: Roadmap, task: RoadmapTask, vote: CalledVote) -> tuple[Days, date | None]:
    """Say between which days a vote is held that a task only calls, and the day by which the law wants that task.

    What waits for the task counts too: past the day of either, the vote is too late.
    """
    days = _days(plan, task) if vote.before_end else ()
    due = min((day for day in days if day < vote.latest), default=None)
    if due is not None and vote.in_time:
        return Days(vote.in_time, (*(vote.brought or ()), *vote.then, due, vote.soonest, vote.latest)), due
    if due is not None:
        return _by(desk, vote.soonest, vote.latest, due), due
    if vote.before_end and (counted := _counted(plan, task, vote.latest)) is not None:
        return _by_end_of(desk, vote.soonest, vote.latest, counted), None
    return days_of(desk, "note.between", soonest=vote.soonest, latest=vote.latest), None


def held_before(desk: Desk, plan: Roadmap, task: RoadmapTask, due: date | None) -> Days:
    """Say between which days a task is done, with the end of a legal time by which what waits for it is wanted."""
    if due is None and task.in_time is None and not any(legal.counted and legal.state in LATE for legal in task.legal):
        counted = _counted(plan, task, task.latest)
        if counted is not None:
            return _by_end_of(desk, task.soonest, task.latest, counted, what="-next")
    return held(desk, task, due)


def own_due(task: RoadmapTask) -> date | None:
    """Give the same of the task alone, and that which ends its own days where nothing can be done after it."""
    last = task.latest if task.soonest < task.latest else date.min
    return min((day for day in _of(task) if day < task.latest or day == last), default=None)


def held(desk: Desk, task: RoadmapTask, due: date | None) -> Days:
    """Say between which days a task is done, with the day of the law that it may miss."""
    if task.in_time is not None:
        return in_good_time(desk, task)
    if due is None:
        if counted := next((legal for legal in task.legal if legal.counted and legal.state in LATE), None):
            return _by_end_of(desk, task.soonest, task.latest, counted)
        if task.soonest == task.latest:
            return _on(desk, task)
        return _by_receipt(desk, task) or days_of(desk, "note.between", soonest=task.soonest, latest=task.latest)
    whose = "-wished" if any(legal.wished and legal.day == due for legal in task.legal) else ""
    if due < task.soonest and not whose and due not in _of(task) and not task.completes:
        whose = "-next"  # the law wanted nothing of this act itself by that day
    return _by(desk, task.soonest, task.latest, due, whose)


def _by_receipt(desk: Desk, task: RoadmapTask) -> Days | None:
    """Say the end of a time that runs for each from its own receipt, where it may come before the plan's last day."""
    act = act_in(desk, task)
    event = desk.base.events.get(act.limit.from_ or "") if act is not None and act.limit is not None else None
    for legal in task.legal if event is not None and event.for_each else ():
        if legal.counted and legal.first is not None and legal.first < task.latest:
            days = {"soonest": task.soonest, "first": legal.first, "last": legal.day}
            return days_of(desk, "note.between-receipt", **days)
    return None


def in_good_time(desk: Desk, task: RoadmapTask) -> Days:
    """Say between which days a task keeps a day of the law that usual durations may miss: the only ones to be told.

    That the usual ones are too late is told, not the days themselves: they are none on which to convene anybody.
    """
    assert task.in_time is not None  # noqa: S101 - it is for such a task
    first, last, due = task.in_time
    useful = "between-last-useful" if task.soonest <= due else "between-shortened-useful"
    return Days(desk.phrase(useful, first=first, last=last, due=due), (first, last))


def _by(desk: Desk, soonest: date, latest: date, due: date, whose: str = "") -> Days:
    if due < soonest:
        return days_of(desk, f"note.between-late{whose}", soonest=soonest, latest=latest, due=due)
    return days_of(desk, f"note.between-due{whose}", soonest=soonest, due=due)


def _by_end_of(desk: Desk, soonest: date, latest: date, counted: LegalDayPart, what: str = "") -> Days:
    """Say that something is done by the end of a legal time that an act of the plan sets, or after it."""
    if counted.day < soonest:
        return days_of(desk, "note.between-counted-late", soonest=soonest, latest=latest, last=counted.day)
    first = counted.first or counted.day
    days = {"soonest": soonest, "first": first, "last": counted.day}
    # the span of the end is told here: what it is to be at risk stands among the dates
    state = desk.phrase("note.at-risk") if counted.state == "at_risk" else counted.state_said
    return days_of(desk, f"note.between-counted{what}", **days, state=state)


def _counted(plan: Roadmap, task: RoadmapTask, latest: date) -> LegalDayPart | None:
    """Give the first end of a legal time, running from an act of the plan, that a task or what waits for it may miss.

    None where it comes after a day: what is done by then is in time.
    """
    ends = (legal for each in (task, *_completed(plan, task), *_waiting(plan, task)) for legal in each.legal)
    missed = [legal for legal in ends if legal.counted and legal.state in LATE and legal.day < latest]
    return min(missed, key=lambda legal: legal.day, default=None)


def _on(desk: Desk, task: RoadmapTask) -> Days:
    """Say the day of a task; of one that the law's day alone holds back, that the usual durations do not reach it."""
    missed = next((legal for legal in task.legal if legal.state in LATE and legal.day == task.latest), None)
    if missed is None:
        return Days(task.dates_said, (task.latest,))
    return days_of(desk, "note.at-latest", day=missed.day, state=missed.state_said)


def _days(plan: Roadmap, task: RoadmapTask) -> Iterator[date]:
    """Give the days of the law of a task, of what it completes, and of what waits for it, that may be missed."""
    yield from _of(task)
    for other in _completed(plan, task):
        yield from (legal.day for legal in other.legal if not legal.counted and not legal.wished)
    for other in _waiting(plan, task):
        yield from (legal.day for legal in other.legal if _missed(legal) and not legal.wished)


def _waiting(plan: Roadmap, task: RoadmapTask) -> Iterator[RoadmapTask]:
    """Give the tasks needed for sure that wait for one, near or far, in its part of the plan."""
    waiting, left = {task.number}, [task.number]
    while left:
        before = left.pop()
        for other in plan.tasks:
            if before in other.after and other.group == task.group and other.number not in waiting and other.certain:
                waiting.add(other.number)
                left.append(other.number)
                yield other


def _completed(plan: Roadmap, task: RoadmapTask) -> Iterator[RoadmapTask]:
    """Give the tasks that one completes: what the law wants by a day is there only once both are done."""
    yield from (other for other in plan.tasks if other.number in task.completes)


def _of(task: RoadmapTask) -> Iterator[date]:
    yield from (legal.day for legal in task.legal if _missed(legal))


def _missed(legal: LegalDayPart) -> bool:
    return legal.state in LATE and not legal.counted
