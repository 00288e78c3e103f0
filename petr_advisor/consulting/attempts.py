"""The attempts that the course does not carry on: those who refused leave by it, and the others vote anew."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.curing import after_way
from petr_advisor.procedures.again import may_begin_again


def gone_by(line: CourseLine[Consultation]) -> frozenset[str]:
    """Give the members that are out once the answer of a line is carried out, after its cures and the lines before."""
    carried_out = line.to_carry_out[:1]
    return after_way(line.case, carried_out[0]).removed if carried_out else line.case.removed


def begun_again(case: Consultation) -> frozenset[str]:
    """Give the procedures under way whose attempt is blocked by members that the course takes out."""
    blocked = [told.progress for told in case.progress.values() if told.progress.state == "blocked"]
    gone = frozenset().union(*(gone_by(line) for line in case.course.lines)) if blocked else frozenset()
    return frozenset(found.procedure for found in blocked if may_begin_again(found, gone))
