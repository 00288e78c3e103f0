"""With what the plan of a note ends, where nothing that the note tells has that day."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.due_days import own_due
from petr_advisor.documents.building.leading import named
from petr_advisor.documents.model_note import NoteDate, NoteVote
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.documents.timeline import drawn_apart
from petr_advisor.inference.calendar import add_months
from petr_advisor.words.typography import no_capital

FAR = 12
"""Months after all the rest from which a part of the plan that goes on has to say with what."""

THROUGH = 2
"""Votes of what these acts call that are told with them, the last ones."""


def ends_with(desk: Desk, plan: Roadmap, votes: Sequence[NoteVote], dates: Sequence[NoteDate]) -> str | None:
    """Say with what the plan ends at the longest; nothing where the note tells one of these acts with that day."""
    last, end = _last(plan), last_day(plan)
    told = {plan.effect, *drawn_apart(plan), *_told(votes, dates, end)}
    if not last or any(task.number in told for task in last) or _with_the_rest(plan, last):
        return None
    said = desk.phrase("note.ends-with", acts=[no_capital(named(desk, task)) for task in last])
    through = list(_voted_through(desk, plan, last, {vote.act for vote in votes}))
    return f"{said} {desk.phrase('note.ends-through', votes=through)}" if through else said


def _voted_through(desk: Desk, plan: Roadmap, last: Sequence[RoadmapTask], told: Collection[str]) -> Iterator[str]:
    """Give the votes of what these acts call that no row tells, with their last day: what a body becomes is one."""
    numbers = {task.number for task in last}
    left = [vote for vote in plan.called if vote.task in numbers and vote.before_end and vote.id not in told]
    for vote in sorted(left, key=lambda each: each.latest)[-THROUGH:]:
        does = vote.does if vote.certain else f"{vote.does} ({desk.phrase('depends')})"
        yield desk.phrase("note.ends-vote", who=no_capital(vote.who), does=does, day=vote.latest)


def last_day(plan: Roadmap) -> date:
    """Give the last day of the plan: no later than that by which the law wants the act it ends with, if it can be."""
    last = [own_due(task) for task in _last(plan)]
    due = max((day for day in last if day is not None), default=plan.end)
    return due if None not in last and due >= plan.soonest else plan.end


def _with_the_rest(plan: Roadmap, last: Sequence[RoadmapTask]) -> bool:
    """Tell whether the parts that end last, which a chart names with their day, end little after the others."""
    parts = {task.group for task in last}
    others = max((task.to_hold[1] for task in plan.tasks if task.group not in parts), default=None)
    return others is not None and add_months(others, FAR) > plan.end


def _last(plan: Roadmap) -> list[RoadmapTask]:
    return [task for task in plan.tasks if task.to_hold[1] == plan.end and not task.beside]


def _told(votes: Sequence[NoteVote], dates: Sequence[NoteDate], end: date) -> Iterator[int]:
    """Give the tasks that votes and dates tell with a day, or of which a vote is under way until then.

    A vote of a procedure that a task calls tells its own days: not that the task is done.
    """
    own = (vote for vote in votes if vote.procedure is None)
    yield from (vote.task for vote in own if end in vote.days or (vote.awaited and vote.latest == end))
    yield from (each.task for each in dates if each.day == end and each.task is not None)
