"""The days that a note tells apart from its tables: of what comes first, of votes that its answers name."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.due_days import due_of, held
from petr_advisor.documents.building.note_answers import beginning, voted_days
from petr_advisor.documents.building.note_dates import told_first
from petr_advisor.documents.building.taking_effect import voted_with_the_first
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask


def voted_beside(desk: Desk, report: Report) -> Iterator[date]:
    """Give the first and last days of votes that are told so."""
    plan = report.roadmap
    if plan is None:
        return
    for task in _first(desk, plan):
        if task.majority:
            yield from _days(desk, plan, task)
    for days in voted_with_the_first(desk, plan):
        yield from days
    for found in report.questions:
        yield from voted_days(desk, plan, found)


def done_beside(desk: Desk, report: Report) -> Iterator[date]:
    """Give the last days of what is done without a vote that are told so."""
    plan = report.roadmap
    if plan is None:
        return
    begun = (beginning(plan, found) for found in report.questions) if len(report.questions) > 1 else ()
    for task in (*_first(desk, plan), *filter(None, begun)):
        if not task.majority:
            yield max(_days(desk, plan, task))


def _first(desk: Desk, plan: Roadmap) -> list[RoadmapTask]:
    numbers = told_first(desk, plan)
    return [task for task in plan.tasks if task.number in numbers]


def _days(desk: Desk, plan: Roadmap, task: RoadmapTask) -> tuple[date, ...]:
    return held(desk, task, due_of(plan, task)).told
