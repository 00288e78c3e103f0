"""What would be if what is open were not: an earlier question answered by its likeliest way, a fact known."""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar, get_args

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import Course, line_on
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.weighing import State
from petr_advisor.inference.atoms import values_of
from petr_advisor.inference.facts import FactKey
from petr_advisor.territory.measures import MEASURED

C = TypeVar("C", bound=Case)


def with_each(case: C, key: FactKey) -> Iterator[C]:
    """Give a case with each value that a fact may have; none where its values cannot be counted."""
    kind = case.base.facts.get(key[0])
    for value in values_of(kind) if kind is not None else ():
        yield case.supposing({key: value})


def turning(line: CourseLine[C], earlier: Iterable[CourseLine[C]]) -> Iterator[tuple[CourseLine[C], CourseLine[C]]]:
    """Give the earlier lines still open that would change an answer, each with the line as it would then be.

    A way that an earlier question waits for changes the facts once it is its answer, and the order of the course has
    it answered first.
    """
    if line.state == "chosen" or line.case.base.key_questions[line.question].on_today:
        return
    for before in earlier:
        if before.state != "to_settle" or before.rival is None or before.question == line.question:
            continue
        later = after_way(line.case, before.rival)
        if later is not line.case:
            found = line_on(line, later, (*line.after, (before.question, before.rival.id)))
            if (found.state, _ids(found)) != (line.state, _ids(line)):
                yield before, found


def led_elsewhere(
    line: CourseLine[C], course: Course[C], aside: Collection[str], states: Collection[State] = get_args(State)
) -> Iterator[tuple[str, OptionOutcome, OptionOutcome]]:
    """Give the earlier questions still open that lead a line to another way than those left aside, in some states.

    Each goes with its likeliest way, and with the one that would then come first.
    """
    for before, found in turning(line, course.before(line.question)):
        first = found.option or found.rival
        if before.rival is not None and first is not None and found.state in states and first.id not in aside:
            yield before.question, before.rival, first


def members_open(line: CourseLine[C], earlier: Iterable[CourseLine[C]]) -> Iterator[str]:
    """Give the earlier questions still open whose likeliest way changes who the members are.

    While nobody has said which of them it takes, no answer weighed on the members of today is beyond doubt.
    """
    if line.state == "chosen" or line.case.base.key_questions[line.question].on_today:
        return
    for before in earlier:
        rival = before.rival
        if before.state != "to_settle" or rival is None or before.question == line.question:
            continue
        if any(each is not None and each.entity == MEASURED for each in (rival.option.merges, rival.option.removes)):
            yield before.question


def _ids(line: CourseLine[C]) -> tuple[str, ...]:
    return tuple(option.id for option in line.options)
