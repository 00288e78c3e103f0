"""The days that a note tells of votes on which no council sits by habit."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from petr_advisor.consulting.let_pass import let_pass
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.told_beside import done_beside, voted_beside
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteDate, NoteVote
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.procedures.working_days import to_session_day


def no_session(desk: Desk, report: Report, votes: Sequence[NoteVote], dates: Sequence[NoteDate]) -> str | None:
    """Say on which of the days told of votes councils do not sit by habit; of a vote under way, the last alone.

    Days told apart from the tables are looked at as well, and the last ones of what is done without a vote. For a day
    that is past nobody is to be convened. The day on which a legal time ends at the shortest leaves the day before
    only, though it is a first one.
    """
    counted = [(each.first or each.day, each.day) for each in dates if each.voted]
    told = {day for vote in votes for day in _told(vote)} | {day for both in counted for day in both}
    told |= {*voted_beside(desk, report)}
    not_voted = {*_not_voted(desk, dates), *done_beside(desk, report)}
    off, others = _off(desk, told), _off(desk, not_voted - told)
    beside = [desk.phrase("note.no-office", days=others)] if others else []
    if not off:
        return " ".join(beside) or None
    ends = {first for first, day in counted if first < day} | set(_ends_of_its_own(votes, report.roadmap))
    both = [day for day in off if day in ends]
    more = [desk.phrase("note.no-session-legal", days=both)] if both else []
    return " ".join((desk.phrase("note.no-session", days=off), *more, *beside))


def _off(desk: Desk, told: Iterable[date]) -> list[date]:
    return [day for day in sorted(told) if day >= desk.consultation.as_of and not _in_session(desk, day)]


def _not_voted(desk: Desk, dates: Sequence[NoteDate]) -> Iterator[date]:
    """Give the last days told of what is done without a vote: of the dates, and of what avoids an event by law.

    An event that nobody has to avoid asks for nothing. What the plan does not do by a day is still to be done by then.
    """
    yield from (each.day for each in dates if each.task is not None and not each.voted and each.first is None)
    yield from (each.day for each in dates if each.task is None and each.danger and not each.voted)
    case = desk.consultation
    for term in (each for each in case.terms if not let_pass(case, each)):
        yield from (act.last for act in term.acts if act.last is not None and not act.too_late)


def _ends_of_its_own(votes: Sequence[NoteVote], plan: Roadmap | None) -> Iterator[date]:
    """Give the first days of votes that are also the last of a legal time."""
    for task in plan.tasks if plan else ():
        soonest = {vote.soonest for vote in votes if vote.task == task.number}
        yield from (day for day in ((legal.first or legal.day) for legal in task.legal) if day in soonest)


def _told(vote: NoteVote) -> Iterator[date]:
    """Give the days of a vote, and each other day that the note tells of it."""
    yield _last_said(vote)
    if not vote.awaited:
        yield from (vote.soonest, *vote.days)


def _last_said(vote: NoteVote) -> date:
    """Give the last of the days between which a vote is said to be held: that of the law, unless all come after."""
    return vote.due if vote.due is not None and vote.due >= vote.soonest else vote.latest


def _in_session(desk: Desk, day: date) -> bool:
    return to_session_day(day, desk.base.holidays, desk.consultation.departements) == day
