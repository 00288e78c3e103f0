"""The days of the law that bind what a draft is of."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import act_of


def deadlines(case: Consultation, plan: Roadmap, procedure: str, after: date) -> Iterator[LegalDay]:
    """Give the days of the law after a day that bind acts of a procedure, or acts that consist of it."""
    for task in plan.tasks:
        key = act_of(task)
        calls = case.base.act_under(key, case.followed).calls
        if procedure in (calls.names if calls is not None else (procedure_of(key),)):
            yield from (legal for legal in task.legal if legal.day > after)


def due(case: Consultation, duties: Sequence[str]) -> date | None:
    """Give the last day of the first of some duties that a case owes by a known day."""
    days = {duty.id: duty.deadline for duty in case.duties if duty.deadline is not None}
    return next((days[key] for key in duties if key in days), None)
