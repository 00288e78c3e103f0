"""An option whose last attempt is over: what must differ in a new one, and what to ask first where it is disputed."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import CourseLine
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import state_said
from petr_advisor.documents.building.votes import lacking_said
from petr_advisor.procedures.again import ENDED, may_begin_again
from petr_advisor.procedures.progress import Progress
from petr_advisor.procedures.under_readings import Told
from petr_advisor.procedures.voting import TRANSITION


def with_attempts(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add to a decision, for each procedure of the option whose attempt is over, what a new one needs."""
    keys = (key for option in line.to_carry_out[:1] for key in option.option.procedures)
    told = (desk.consultation.progress[key] for key in keys if key in desk.consultation.progress)
    return " ".join((decision, *(text for found in told for text in _new_attempt(desk, found))))


def _new_attempt(desk: Desk, told: Told) -> Iterator[str]:
    found = told.progress
    if not may_begin_again(found):
        return
    first = tuple(asked_first(desk, told))
    yield from first
    key = "again.else" if first else "again.attempt"
    yield desk.phrase(key, state=state_said(desk, found), differs=list(_differs(desk, found)))


def asked_of_attempts(desk: Desk) -> Iterator[str]:
    """Say whom to ask before a new attempt of what the course carries out."""
    carried = (option for line in desk.consultation.course.lines for option in line.to_carry_out[:1])
    for key in dict.fromkeys(name for option in carried for name in option.option.procedures):
        if key in desk.consultation.progress:
            yield from asked_first(desk, desk.consultation.progress[key])


def asked_first(desk: Desk, told: Told) -> Iterator[str]:
    """Say whom to ask first where another reading of a disputed point keeps the attempt alive."""
    if not may_begin_again(told.progress):
        return
    alive = {other.point: other for other in told.otherwise if other.progress.state not in ENDED}
    for point, other in alive.items():
        if point != TRANSITION:
            disputed, state = desk.base.disputed[point], state_said(desk, other.progress)
            yield desk.phrase("again.ask", ask=disputed.ask, question=disputed.question, state=state)


def _differs(desk: Desk, found: Progress) -> Iterator[str]:
    """Say what the act that ended the attempt lacked: the agreement of members, else that of whoever refused."""
    for key in found.decided_by:
        act, mark = found.acts[key], found.marks[key]
        yield lacking_said(desk, mark) or desk.phrase("again.other-answer", who=desk.actor(act.who))
