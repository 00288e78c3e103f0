"""What is owed late, or by a day that no act of the plan keeps: it is to be put right, or checked, before anything."""

from collections.abc import Iterator

from petr_advisor.documents.building.desk import NAMED, Desk
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.words.typography import capital, no_capital

MOST = 2
"""How many of them are told: the plan and the dates have them all."""


def pressing(desk: Desk, report: Report) -> tuple[str, ...]:
    """Say what is owed whatever is decided since a day that is past, then what the plan does not keep."""
    plan = report.roadmap
    unmet = (each for each in plan.milestones if each.unmet_said and not each.beside) if plan else ()
    said = [
        desk.phrase("note.unmet-first", day=each.day, act=capital(each.title), state=each.unmet_said) for each in unmet
    ]
    return tuple(dict.fromkeys((*_overdue(desk, report), *said)))[:MOST]


def owed_anyway(report: Report) -> Iterator[DutyPart]:
    """Give what is owed by a day whatever is decided, on no way in particular."""
    for duty in report.duties:
        if duty.kind == "obligation" and duty.anyway and not duty.options and not duty.advised and duty.deadline:
            yield duty


def _overdue(desk: Desk, report: Report) -> Iterator[str]:
    same: dict[tuple[object, str], list[str]] = {}
    for duty in owed_anyway(report):
        if duty.deadline and duty.deadline < desk.consultation.as_of:
            same.setdefault((duty.deadline, duty.does), []).append(duty.who)
    for (day, does), who in same.items():
        more = [desk.phrase("and-others", n=len(who) - NAMED)] if len(who) > NAMED else []
        names = desk.listed((who[0], *map(no_capital, who[1:NAMED]), *more))
        yield desk.phrase("note.overdue-first", act=desk.labelled(names, does), day=day)
