"""Votes that come after a first one of the same procedure: that they are second ones, and what the first came to."""

from datetime import date

from petr_advisor.consulting.attempts import begun_again
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import state_said
from petr_advisor.knowledge.votes import ToldBy
from petr_advisor.planning.model import Roadmap
from petr_advisor.procedures.again import may_begin_again
from petr_advisor.words.typography import no_capital

FAILED = frozenset({"some_silent", "some_against"})
"""What an answer says of votes that are asked for all the same: the plan has their time opened again."""


def second_vote(desk: Desk, key: str) -> str | None:
    """Say of a vote that is asked for (`procedure/act`) that it is a second one, and why; None where it is a first.

    The first is told by what is recorded of it, else by an answer.
    """
    return _after_attempt(desk, key) or _after_answer(desk, key)


def _after_attempt(desk: Desk, key: str) -> str | None:
    """Tell of a vote recorded by which an attempt is over."""
    procedure, _, name = key.partition("/")
    told = desk.consultation.progress.get(procedure)
    found = told.progress if told is not None else None
    if found is None or name not in found.decided_by:
        return None
    if not may_begin_again(found) and procedure not in begun_again(desk.consultation):
        return None
    return desk.phrase("note.second-vote-of", state=state_said(desk, found))


def _after_answer(desk: Desk, key: str) -> str | None:
    """Tell of what an answer says of votes already held, where nobody's is recorded."""
    told = desk.base.act_under(key, desk.consultation.followed).told_by
    if told is None or not _is_of(desk, key, told) or _noted(desk, key):
        return None
    found = desk.consultation.memory.facts.get(told.fact)
    said = desk.base.facts[told.fact].choices.get(str(found.value)) if found is not None else None
    if said is None or said.votes not in FAILED:
        return None
    ended = desk.consultation.memory.facts.get(told.ended_on) if told.ended_on is not None else None
    result = no_capital(desk.say(said.label))
    day = ended.value if ended is not None else None
    if not isinstance(day, date):
        return desk.phrase("note.second-vote", result=result)
    return desk.phrase("note.second-vote-closed", result=result, day=day) if day < desk.consultation.as_of else None


def _is_of(desk: Desk, key: str, told: ToldBy) -> bool:
    """Tell whether an answer is about this vote, rather than about the same one that the plan holds elsewhere."""
    if told.when is None:
        return True
    plan = desk.plan_of_answers
    planned = {task.id for task in plan.tasks} if isinstance(plan, Roadmap) else set[str]()
    return truth(desk.consultation, told.when) is not False and planned.isdisjoint(desk.base.same_acts.get(key, ()))


def _noted(desk: Desk, key: str) -> bool:
    same = {key, *desk.base.same_acts.get(key, ())}
    return any(done.member is not None and done.key in same for done in desk.consultation.recordings.acts)
