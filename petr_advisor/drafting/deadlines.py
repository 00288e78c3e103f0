"""The days of the law that bind what a draft is of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.roadmap_words import other_day, state
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.knowledge.blanks import Blank
from petr_advisor.knowledge.templates import Passage
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import LATE, Roadmap, Task, Wish
from petr_advisor.planning.steps import leads_to_end
from petr_advisor.procedures.order import all_before
from petr_advisor.words.notation import places
from petr_advisor.words.voice import Voice


def deadlines(case: Consultation, plan: Roadmap, procedure: str, after: date) -> Iterator[LegalDay]:
    """Give the days of the law after a day that bind acts of a procedure, or acts that consist of it."""
    for task in plan.tasks:
        calls = act_of(case, task.id).calls
        if procedure in (calls.names if calls is not None else (procedure_of(task.id),)):
            yield from (legal for legal in task.legal if legal.day > after and not legal.wished)


def deadline(case: Consultation, plan: Roadmap, procedure: str, after: date) -> date | None:
    """Give the first day of the law by which a procedure acts; none of one that moves with the plan: it is counted."""
    found = min(deadlines(case, plan, procedure, after), key=lambda legal: legal.day, default=None)
    return found.day if found is not None and (not found.counted or found.first == found.day) else None


@dataclass(frozen=True)
class _Bound:
    """A day of the law that binds an act."""

    legal: LegalDay
    step_of: Task | None
    """The act that it is a step of, whose day it is; none of its own."""


@dataclass(frozen=True)
class Bearing:
    """What a draft does for an act of the plan, whose days of the law it tells or not."""

    key: str
    """The act, by `procedure/act`."""
    opening: bool = False
    """Whether it comes before that act: it is a step of it."""
    beside: bool = False
    """Whether it is put to another vote of the same meeting: no day of that act is its own."""


def _bound(case: Consultation, plan: Roadmap, of: Bearing) -> Iterator[_Bound]:
    """Give the days of the law of an act, then those of the acts that it is a step of."""
    if of.beside:
        return
    key = of.key
    own = [task for task in plan.tasks if _is_of(case, plan, task, key)]
    yield from (_Bound(legal, task if of.opening else None) for task in own for legal in task.legal)
    for task in plan.tasks:
        if task not in own:
            yield from (_Bound(legal, task) for legal in task.legal if _leads_to(case, plan, key, task, legal))


def _is_of(case: Consultation, plan: Roadmap, task: Task, key: str) -> bool:
    """Tell whether an act is a task of the plan, completes it, or is that by which what the task consists of ends."""
    calls, (called, _, name) = act_of(case, task.id).calls, key.partition("/")
    if calls is not None and called in calls.names:
        return name in case.base.procedures[called].effect_at
    return task.id == key or any(each.id == key and task.id in each.completes for each in plan.tasks)


def _leads_to(case: Consultation, plan: Roadmap, key: str, task: Task, legal: LegalDay) -> bool:
    """Tell whether an act is a step of a task: what is done before the event from which a time runs is none of it."""
    if leads_to_end(case.base.procedures, task.id, key):
        return True
    procedure, _, name = key.partition("/")
    if procedure_of(task.id) != procedure or name not in all_before(
        case.base.procedures[procedure].acts, [task.id.partition("/")[2]]
    ):
        return False
    begun = next((each.soonest for each in plan.tasks if each.id == key), date.min)
    return legal.since is None or begun > legal.since


def _late(case: Consultation, plan: Roadmap, of: Bearing, after: date) -> _Bound | None:
    """Give the first day of the law after another that binds an act and that a plan cannot keep."""
    found = (each for each in _bound(case, plan, of) if each.legal.day > after and not each.legal.wished)
    return next((each for each in found if each.legal.soonest > each.legal.day), None)


def late_day(case: Consultation, plan: Roadmap, of: Bearing) -> date | None:
    """Give the first day of the law, past or to come, that a plan surely does not keep."""
    found = _late(case, plan, of, date.min)
    return found.legal.day if found is not None else None


def told(case: Consultation, plan: Roadmap, of: Bearing, voice: Voice) -> str | None:
    """Tell those who vote the days that a plan does not keep, or may not: of the law, and for which the State wants it.

    Of the first day of the law that it cannot keep, by each reading, and where the plan leads. That of an act which
    this one is a step of is told with the name of that act.
    """
    missed = _late(case, plan, of, case.as_of)
    said = (
        [_step_told(missed, _missed_told(missed.legal, plan, voice), voice)]
        if missed
        else _at_risk_told(case, plan, of, voice)
    )
    return " ".join((*said, *_wished_told(case, plan, of, voice))) or None


def _step_told(bound: _Bound, said: str, voice: Voice) -> str:
    if bound.step_of is None:
        return said
    key = "draft.step-towards-wished" if bound.legal.wished else "draft.step-towards"
    return f"{voice.phrase(key, who=bound.step_of.who, does=bound.step_of.does)} {said}"


def _at_risk_told(case: Consultation, plan: Roadmap, of: Bearing, voice: Voice) -> Iterator[str]:
    days = (each for each in _bound(case, plan, of) if each.legal.day > case.as_of and not each.legal.wished)
    for bound in islice((each for each in days if each.legal.state == "at_risk"), 1):
        legal = bound.legal
        if legal.first == legal.day:
            yield _step_told(bound, voice.phrase("draft.at-risk-told", day=legal.day), voice)
        else:
            span = voice.phrase("note.day-between", first=legal.first, day=legal.day)
            yield _step_told(bound, voice.phrase("draft.at-risk-told-counted", span=span), voice)


def _wished_told(case: Consultation, plan: Roadmap, of: Bearing, voice: Voice) -> Iterator[str]:
    for bound in _bound(case, plan, of):
        legal = bound.legal
        if legal.wished and legal.day >= case.as_of and legal.state in LATE:
            phrase = "draft.wished-told-at-risk" if legal.state == "at_risk" else "draft.wished-told"
            yield _step_told(bound, voice.phrase(phrase, day=legal.day, soonest=legal.soonest), voice)


def _missed_told(missed: LegalDay, plan: Roadmap, voice: Voice) -> str:
    days = {"day": missed.day, "soonest": _reached(missed, plan, voice)}
    if missed.otherwise is None:
        return voice.phrase("draft.deadline-told", **days)
    return voice.phrase("draft.deadline-told-disputed", otherwise=other_day(missed.otherwise, voice), **days)


def _reached(missed: LegalDay, plan: Roadmap, voice: Voice) -> date | str:
    """Give the day to which a plan leads at best; where others complete the act after it, with theirs."""
    completed = missed.completed or missed.soonest
    if completed <= missed.soonest:
        return completed
    who = [task.who for task in plan.tasks if missed.act in task.completes]
    return voice.phrase("draft.then-completed", soonest=missed.soonest, completed=completed, who=who)


def late(case: Consultation, plan: Roadmap, of: Bearing, voice: Voice) -> str | None:
    """Say to whoever prepares the act the day that a plan cannot keep, and that it is another by another reading."""
    bound = _late(case, plan, of, case.as_of)
    if bound is None:
        return None
    missed = bound.legal
    key = "draft.deadline-out-of-reach" if missed.state == "out_of_reach" else "draft.deadline-missed"
    said = _step_told(bound, voice.phrase(key, day=missed.day, soonest=_reached(missed, plan, voice)), voice)
    if missed.otherwise is None:
        return said
    key = "draft.deadline-otherwise-too" if missed.missed_otherwise else "draft.deadline-otherwise"
    return f"{said} {voice.phrase(key, day=other_day(missed.otherwise, voice))}"


def own_days(case: Consultation, plan: Roadmap, of: Bearing) -> Iterator[LegalDay]:
    """Give the days of the law that bind an act itself: neither one that it is a step of, nor one beside it."""
    yield from (each.legal for each in _bound(case, plan, of) if each.step_of is None)


def at_risk(days: Iterable[LegalDay], voice: Voice) -> Iterator[str]:
    """Say the days of the law that an act keeps at the shortest only: the span in which it is planned goes beyond."""
    yield from (_risk_said(legal, voice) for legal in days if legal.state == "at_risk" and not legal.wished)


def step_at_risk(case: Consultation, plan: Roadmap, of: Bearing, voice: Voice) -> Iterator[str]:
    """Say the same of the first such day of an act that this one is only a step of, with the name of that act."""
    steps = (each for each in _bound(case, plan, of) if each.step_of is not None and each.legal.day > case.as_of)
    first = islice((each for each in steps if each.legal.state == "at_risk" and not each.legal.wished), 1)
    yield from (_step_told(each, _risk_said(each.legal, voice), voice) for each in first)


def _risk_said(legal: LegalDay, voice: Voice) -> str:
    key = "draft.deadline-at-risk" if legal.first == legal.day else "draft.deadline-at-risk-counted"
    return voice.phrase(key, first=legal.first, day=legal.day)


def aimed_at(case: Consultation, plan: Roadmap, procedure: str, voice: Voice) -> Iterator[str]:
    """Say the days to come for which the State wants an act of a procedure, and whether the plan keeps them."""
    for task in plan.tasks:
        for legal in task.legal if procedure_of(task.id) == procedure else ():
            if legal.wished and legal.day >= case.as_of:
                words = {"who": task.who, "does": task.does, "state": state(legal, plan, voice, alone=True)}
                yield voice.phrase("draft.aimed-at", day=legal.day, **words)


def ends_at_best(days: Iterable[LegalDay]) -> Iterator[date]:
    """Give the days on which the times that the law gives an act end, where all goes at the shortest."""
    yield from (legal.first for legal in days if not legal.wished)


def kept_days(days: Iterable[LegalDay]) -> Iterator[date]:
    """Give the days of the law that an act keeps whatever time it takes: not those that move with the plan."""
    yield from sorted(legal.day for legal in days if legal.state == "met" and not (legal.counted or legal.wished))


def due(case: Consultation, blank: Blank, on: date) -> date | None:
    """Give the last day of the first duty of a place that a case owes by a known day: still to come, or past."""
    days = {duty.id: duty.deadline for duty in case.duties if duty.deadline is not None}
    last = next((days[key] for key in blank.due or blank.passed if key in days), None)
    return last if last is not None and (last < on) == bool(blank.passed) else None


def told_day(case: Consultation, articles: Iterable[Passage], on: date) -> date | None:
    """Give the first day of the law, to come on a day, that the articles of an act tell: they are voted before it."""
    base = case.base
    texts = (base.passages[each.use].text if each.use is not None else each.text for each in articles)
    blanks = (base.blanks[name] for text in texts if text is not None for name in places(text.fr))
    days = (due(case, blank, on) for blank in blanks if blank.due)
    return min((day for day in days if day is not None), default=None)


def wished(wish: Wish, voice: Voice) -> date | str:
    """Give the day of effect wished; one that the plan cannot keep is said to be out of reach, not written as it is."""
    return wish.day if wish.kept else voice.phrase("draft.wish-late", day=wish.day, soonest=wish.soonest)


def wish_told(wish: Wish | None, voice: Voice) -> str | None:
    """Warn of a day of effect wished that the plan cannot keep."""
    if wish is None or wish.kept:
        return None
    return voice.phrase("draft.wish-out-of-reach", day=wish.day, soonest=wish.soonest)
