"""What the law wants within a time of which no day is known: it runs from an event to come, or from a day not told."""

from collections.abc import Iterator, Mapping

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import act_in
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.knowledge.limits import Limit
from petr_advisor.words.typography import no_capital

MOST = 2
"""How many of them are told beside the dates: the list of what is owed has them all."""
COSTLY = frozenset({"late", "lapses"})
"""What passing a limit does that whoever owes the act has to know."""


def without_day(desk: Desk, report: Report) -> tuple[str, ...]:
    """Say what is owed on the way taken within a time that an event to come begins.

    What an act of the plan meets, or has the same time as, is told with that act.
    """
    tasks = report.roadmap.tasks if report.roadmap else ()
    planned = {task.id for task in tasks}
    acts = (act_in(desk, task) for task in tasks)
    told = {*desk.base.facts, *(act.limit.from_ for act in acts if act is not None and act.limit is not None)}
    said = (
        desk.phrase(
            "note.undated", act=desk.labelled(no_capital(duty.who), duty.does), limit=desk.limit(desk.base, limit)
        )
        for duty, limit in _owed(desk, report)
        if duty.options
        and limit.kind == "maximum"
        and limit.from_ not in told
        and planned.isdisjoint(desk.base.rules[duty.rule].met_by)
    )
    return tuple(dict.fromkeys(said))[:MOST]


def stakes(desk: Desk, report: Report) -> Mapping[str, str]:
    """Say, by the fact that holds the day from which a time runs and is not known, what is owed within that time."""
    found: dict[str, str] = {}
    for duty, limit in _owed(desk, report):
        if limit.from_ in desk.base.facts:
            said = desk.phrase("note.stake", act=no_capital(duty.does), limit=desk.limit(desk.base, limit))
            found.setdefault(limit.from_, " ".join(filter(None, (said, duty.consequence))))
    return found


def _owed(desk: Desk, report: Report) -> Iterator[tuple[DutyPart, Limit]]:
    """Give the obligations of the law that have a limit, no day, and a cost when it is passed."""
    for duty in report.duties:
        limit = desk.base.rules[duty.rule].limit
        if duty.kind != "obligation" or duty.deadline is not None or limit is None or limit.passed is None:
            continue
        if not limit.is_advice and not limit.wished and limit.passed.does in COSTLY:
            yield duty, limit
