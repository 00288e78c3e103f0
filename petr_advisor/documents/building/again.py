"""An option whose last attempt is over: what must differ in a new one, and what to ask first where it is disputed."""

from collections.abc import Iterator

from petr_advisor.consulting.attempts import gone_by
from petr_advisor.consulting.blocked import unblocking
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import opposing, state_otherwise, state_said
from petr_advisor.documents.building.votes import lacking_said, names_said, without_said
from petr_advisor.procedures.again import ENDED, may_begin_again
from petr_advisor.procedures.progress import Progress
from petr_advisor.procedures.under_readings import Told
from petr_advisor.procedures.voting import TRANSITION
from petr_advisor.words.typography import full_stop, no_capital


def with_attempts(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add to a decision, for each procedure of the option whose attempt is over, what a new one needs."""
    return " ".join((decision, *(text for found in _told(desk, line) for text in _new_attempt(desk, found, line))))


def is_over(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether what was set running for an answer has failed: it is begun again, not carried through."""
    return any(may_begin_again(found.progress, gone_by(line)) for found in _told(desk, line))


def _told(desk: Desk, line: CourseLine[Consultation]) -> Iterator[Told]:
    keys = (key for option in line.to_carry_out[:1] for key in option.option.procedures)
    yield from (desk.consultation.progress[key] for key in keys if key in desk.consultation.progress)


def _new_attempt(desk: Desk, told: Told, line: CourseLine[Consultation]) -> Iterator[str]:
    found = told.progress
    if not may_begin_again(found, gone_by(line)):
        return
    first = tuple(asked_first(desk, told, line))
    yield from first
    key = "again.else" if first else "again.attempt"
    yield desk.phrase(key, state=state_said(desk, found), differs=list(_differs(desk, found, line)))
    if found.state == "blocked" and found.next_change is not None:
        names = opposing(desk, found)
        yield desk.phrase("again.taken-back", names=names_said(desk, names), n=len(names), day=found.next_change.day)


def asked_of_attempts(desk: Desk) -> Iterator[str]:
    """Say whom to ask before a new attempt of what the course carries out."""
    found = (said for line in desk.consultation.course.lines for told in _told(desk, line)
             for said in asked_first(desk, told, line))  # fmt: skip
    yield from dict.fromkeys(found)


def asked_first(desk: Desk, told: Told, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say whom to ask first where another reading of a disputed point keeps the attempt alive."""
    if not may_begin_again(told.progress, gone_by(line)):
        return
    alive = {other.point: other for other in told.otherwise if _goes_on(other.progress, line)}
    for point, other in alive.items():
        if point != TRANSITION:
            disputed, state = desk.base.disputed[point], state_said(desk, other.progress)
            yield desk.phrase("again.ask", ask=disputed.ask, question=disputed.question, state=state)


def unblocked(desk: Desk, told: Told) -> Iterator[str]:
    """Say what another reading of a disputed point makes of votes that are blocked, what is prudent, whom to ask."""
    for other in unblocking(told):
        point = desk.base.disputed[other.point]
        yield desk.phrase(
            "again.unblocked",
            reading=no_capital(desk.say(point.readings[other.reading].statement)).rstrip("."),
            state=state_otherwise(desk, other),
            course=full_stop(desk.sentence(point.prudent_course)),
            ask=point.ask,
        )


def asked_of_votes(desk: Desk) -> Iterator[str]:
    """Say whom to ask first about votes of what the course carries out that only one reading blocks."""
    for line in desk.consultation.course.lines:
        for told in _told(desk, line):
            for other in unblocking(told):
                point = desk.base.disputed[other.point]
                yield desk.phrase("again.ask-first", ask=point.ask, question=point.question)


def _goes_on(found: Progress, line: CourseLine[Consultation]) -> bool:
    return found.state not in ENDED and not may_begin_again(found, gone_by(line))


def _differs(desk: Desk, found: Progress, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say what the act that ended the attempt lacked: the agreement of members, else that of whoever refused.

    Where the answer goes on without some members their agreement is wanted no more: who is left votes again.
    """
    gone = gone_by(line)
    for key in found.decided_by:
        act, mark = found.acts[key], found.marks[key]
        said = without_said(desk, mark, gone) or lacking_said(desk, mark)
        yield said or desk.phrase("again.other-answer", who=desk.actor(act.who))
