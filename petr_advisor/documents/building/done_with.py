"""What an answer asks for that a vote of another one holds: nobody votes it twice, and the plan has it there alone."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.lines import DUE, REPAIR
from petr_advisor.words.typography import no_capital


def done_with(desk: Desk, plan: Roadmap, options: Collection[str]) -> str | None:
    """Say with which act of the plan what some options ask for is voted, by whom and when; None where it has its own.

    Its act only calls a procedure that an act of another answer calls: one text, voted once. What mends today's state
    is another text, although the same procedure carries it.
    """
    found = shared_vote(desk, plan, options)
    if found is None:
        return None
    calling = found.calling
    way = next(group.option for group in plan.groups if group.number == calling.group)
    step = desk.phrase("running.act", who=no_capital(calling.who), does=calling.title)
    when = desk.phrase("note.between", soonest=found.first, latest=found.last)
    does = desk.phrase("running.act", who=no_capital(desk.actor(found.act.who)), does=desk.say(found.act.does))
    return desk.phrase("note.done-with", way=way, act=step, when=when, does=does)


class Shared(NamedTuple):
    """The act of another answer that calls the votes of what is asked for, the act that asks, and their days."""

    calling: RoadmapTask
    act: Act
    first: date
    last: date


def shared_vote(desk: Desk, plan: Roadmap, options: Collection[str]) -> Shared | None:
    """Give what some options ask for and have no act for, where another answer has it voted."""
    own = [name for key in options for name in desk.base.options[key].procedures]
    if any(task.id.partition("/")[0] in own for task in plan.tasks):
        return None
    beside = {group.number for group in plan.groups if group.id.startswith((DUE, REPAIR))}
    theirs = {task.number: task for task in plan.tasks if task.group not in beside}
    for act in (act for procedure in own for act in desk.base.procedures[procedure].acts.values()):
        names = act.calls.names if act.calls else ()
        votes = [vote for vote in plan.called if vote.id.partition("/")[0] in names and vote.task in theirs]
        if votes:
            calling = theirs[votes[0].task]
            return Shared(calling, act, *sessions(plan, calling, names))
    return None


def sessions(plan: Roadmap, calling: RoadmapTask, procedures: Collection[str]) -> tuple[date, date]:
    """Give between which days bodies sit for procedures that an act calls; its own days where none is voted.

    The act itself is done only once all of that is over: whoever waits for its days has missed the sessions.
    """
    here = [vote for vote in plan.called if vote.task == calling.number and vote.before_end]
    votes = [vote for vote in here if vote.id.partition("/")[0] in procedures]
    days = [day for vote in votes for day in vote.to_hold] or calling.to_hold
    return min(days), max(days)


def done_in_part(desk: Desk, plan: Roadmap, options: Collection[str]) -> str | None:
    """Say which act of the plan does over, in part, what some options asked for and is done; None where none does."""
    task = done_over(desk, plan, options)
    if task is None:
        return None
    act = desk.phrase("running.act", who=no_capital(task.who), does=task.title)
    return desk.phrase("note.done-in-part", act=act, when=task.dates_said)


def done_over(desk: Desk, plan: Roadmap, options: Collection[str]) -> RoadmapTask | None:
    """Give that act."""
    own = {name for key in options for name in desk.base.options[key].procedures}
    for task in plan.tasks:
        held = (key.partition("/")[0] for key in desk.base.act(task.id).contains)
        if task.certain and not own.isdisjoint(held):
            return task
    return None
