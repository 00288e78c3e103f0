"""What the law wants of the body before its first vote is held: nothing comes before it, and no vote carries it."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import named
from petr_advisor.documents.model_roadmap import LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.words.typography import no_capital


def owed_first(desk: Desk, plan: Roadmap, first: RoadmapTask | None) -> Iterator[str]:
    """Say what is owed that soon beside what comes first: whoever reads what to begin with would learn it too late."""
    for task, day in owed_with(desk, plan, first):
        act, when = no_capital(named(desk, task)), no_capital(task.dates_said)
        yield desk.phrase("note.owed-first", act=act, day=day, when=when)


def owed_with(desk: Desk, plan: Roadmap, first: RoadmapTask | None) -> Iterator[tuple[RoadmapTask, date]]:
    """Give it with its day; what votes of a procedure that it calls do is told by these, with the days that keep it."""
    voted = {vote.id.partition("/")[0] for vote in plan.called}
    votes = [task.to_hold[1] for task in plan.tasks if task.majority and task.certain and not task.milestone]
    until = min(votes, default=date.max)
    for task in plan.tasks:
        day = _day(task)
        if day is None or not plan.start <= day <= until or (first is not None and task.number == first.number):
            continue
        calls = desk.base.act(task.id).calls
        if task.majority or task.after or (calls is not None and not voted.isdisjoint(calls.names)):
            continue
        if task.certain and task.origin == "law" and _own(desk, task):
            yield task, day


def _day(task: RoadmapTask) -> date | None:
    """Give the first day that the law fixes for a task; none of a step that only notes that others are done."""
    return None if task.milestone else min((legal.day for legal in task.legal if _fixed(legal)), default=None)


def _fixed(legal: LegalDayPart) -> bool:
    return not legal.counted and not legal.wished


def _own(desk: Desk, task: RoadmapTask) -> bool:
    """Tell whether the body or its members do it: nobody who reads the note does what an authority owes."""
    actor = desk.base.actors[desk.base.act(task.id).who]
    return actor.of_the_body is not None or actor.voters is not None
