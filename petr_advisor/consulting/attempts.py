"""The attempts that the course does not carry on: those who refused leave by it, and the others vote anew."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.curing import out_by_cures
from petr_advisor.procedures.again import may_begin_again


def gone_by(line: CourseLine[Consultation]) -> frozenset[str]:
    """Give the members that are out when the answer of a line is voted: by the lines before and by its own cures.

    Those whom it takes out itself are members until then, and vote on it.
    """
    carried_out = line.to_carry_out[:1]
    return line.case.removed.union(*(out_by_cures(line.case, found) for found in carried_out))


def gone_at(case: Consultation, place: str) -> frozenset[str]:
    """Give the members that are out when the answer at a place of the course is voted; none where it has no such."""
    return frozenset().union(*(gone_by(line) for line in case.course.lines if line.place == place))


def begun_again(case: Consultation) -> frozenset[str]:
    """Give the procedures under way whose attempt is blocked by members that the course takes out."""
    blocked = [told.progress for told in case.progress.values() if told.progress.state == "blocked"]
    gone = frozenset().union(*(gone_by(line) for line in case.course.lines)) if blocked else frozenset()
    return frozenset(found.procedure for found in blocked if may_begin_again(found, gone))
