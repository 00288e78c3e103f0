"""The days of the law that bind what a draft is of."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.roadmap_words import other_day, state
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.knowledge.templates import Blank
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import LATE, Roadmap, Task, Wish
from petr_advisor.words.voice import Voice


def deadlines(case: Consultation, plan: Roadmap, procedure: str, after: date) -> Iterator[LegalDay]:
    """Give the days of the law after a day that bind acts of a procedure, or acts that consist of it."""
    for task in plan.tasks:
        calls = case.base.act_under(task.id, case.followed).calls
        if procedure in (calls.names if calls is not None else (procedure_of(task.id),)):
            yield from (legal for legal in task.legal if legal.day > after and not legal.wished)


def deadline(case: Consultation, plan: Roadmap, procedure: str, after: date) -> date | None:
    """Give the first day of the law by which a procedure acts; none of one that moves with the plan: it is counted."""
    found = min(deadlines(case, plan, procedure, after), key=lambda legal: legal.day, default=None)
    return found.day if found is not None and (not found.counted or found.first == found.day) else None


def _missed(case: Consultation, plan: Roadmap, procedure: str) -> LegalDay | None:
    """Give the first day of the law to come that a plan cannot keep."""
    days = deadlines(case, plan, procedure, case.as_of)
    return next((legal for legal in days if legal.soonest > legal.day), None)


def late_day(case: Consultation, plan: Roadmap, procedure: str) -> date | None:
    """Give the first day of the law, past or to come, that a plan surely does not keep."""
    days = deadlines(case, plan, procedure, date.min)
    return next((legal.day for legal in days if legal.soonest > legal.day), None)


def told(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> str | None:
    """Tell those who vote the days that a plan does not keep, or may not: of the law, and for which the State wants it.

    Of the first day of the law that it cannot keep, by each reading, and where the plan leads.
    """
    missed = _missed(case, plan, procedure)
    said = [_missed_told(missed, voice)] if missed else list(_at_risk_told(case, plan, procedure, voice))
    return " ".join((*said, *_wished_told(case, plan, procedure, voice))) or None


def _at_risk_told(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> Iterator[str]:
    found = (legal for legal in deadlines(case, plan, procedure, case.as_of) if legal.state == "at_risk")
    for legal in islice(found, 1):
        if legal.first == legal.day:
            yield voice.phrase("draft.at-risk-told", day=legal.day)
        else:
            span = voice.phrase("note.day-between", first=legal.first, day=legal.day)
            yield voice.phrase("draft.at-risk-told-counted", span=span)


def _wished_told(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> Iterator[str]:
    for task in plan.tasks:
        for legal in task.legal if procedure_of(task.id) == procedure else ():
            if legal.wished and legal.day >= case.as_of and legal.state in LATE:
                key = "draft.wished-told-at-risk" if legal.state == "at_risk" else "draft.wished-told"
                yield voice.phrase(key, day=legal.day, soonest=legal.soonest)


def _missed_told(missed: LegalDay, voice: Voice) -> str:
    if missed.otherwise is None:
        return voice.phrase("draft.deadline-told", day=missed.day, soonest=missed.leads_to)
    days = {"day": missed.day, "soonest": missed.leads_to}
    return voice.phrase("draft.deadline-told-disputed", otherwise=other_day(missed.otherwise, voice), **days)


def late(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> str | None:
    """Say to whoever prepares the act the day that a plan cannot keep, and that it is another by another reading."""
    missed = _missed(case, plan, procedure)
    if missed is None:
        return None
    key = "draft.deadline-out-of-reach" if missed.state == "out_of_reach" else "draft.deadline-missed"
    said = voice.phrase(key, day=missed.day, soonest=missed.leads_to)
    if missed.otherwise is None:
        return said
    key = "draft.deadline-otherwise-too" if missed.missed_otherwise else "draft.deadline-otherwise"
    return f"{said} {voice.phrase(key, day=other_day(missed.otherwise, voice))}"


def at_risk(task: Task, voice: Voice) -> Iterator[str]:
    """Say the days of the law that an act keeps at the shortest only: the span in which it is planned goes beyond."""
    for legal in task.legal:
        if legal.state != "at_risk" or legal.wished:
            continue
        key = "draft.deadline-at-risk" if legal.first == legal.day else "draft.deadline-at-risk-counted"
        yield voice.phrase(key, first=legal.first, day=legal.day)


def aimed_at(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> Iterator[str]:
    """Say the days to come for which the State wants an act of a procedure, and whether the plan keeps them."""
    for task in plan.tasks:
        for legal in task.legal if procedure_of(task.id) == procedure else ():
            if legal.wished and legal.day >= case.as_of:
                words = {"who": task.who, "does": task.does, "state": state(legal, plan, voice, alone=True)}
                yield voice.phrase("draft.aimed-at", day=legal.day, **words)


def kept_days(task: Task) -> Iterator[date]:
    """Give the days of the law that an act keeps whatever time it takes: not those that move with the plan."""
    yield from sorted(legal.day for legal in task.legal if legal.state == "met" and not (legal.counted or legal.wished))


def due(case: Consultation, blank: Blank, on: date) -> date | None:
    """Give the last day of the first duty of a place that a case owes by a known day: still to come, or past."""
    days = {duty.id: duty.deadline for duty in case.duties if duty.deadline is not None}
    last = next((days[key] for key in blank.due or blank.passed if key in days), None)
    return last if last is not None and (last < on) == bool(blank.passed) else None


def wished(wish: Wish, voice: Voice) -> date | str:
    """Give the day of effect wished; one that the plan cannot keep is said to be out of reach, not written as it is."""
    return wish.day if wish.kept else voice.phrase("draft.wish-late", day=wish.day, soonest=wish.soonest)


def wish_told(wish: Wish | None, voice: Voice) -> str | None:
    """Warn of a day of effect wished that the plan cannot keep."""
    if wish is None or wish.kept:
        return None
    return voice.phrase("draft.wish-out-of-reach", day=wish.day, soonest=wish.soonest)
