"""What the proposals of a case still turn on: goals of the first tier, beside the statuses of options."""

from collections.abc import Iterator
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import Course
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.goals import Goal
from petr_advisor.consulting.sureness import contenders, other_names

C = TypeVar("C", bound=Case)
WEIGHED = frozenset({"proposed", "running", "stay", "tied", "to_settle", "moot"})
"""States of a line that an argument may still change; one with no subject has options to weigh only where staying is
no answer."""


def proposal_goals(case: C, course: Course[C]) -> tuple[Goal, ...]:
    """Give the arguments not known that may still make another option the answer, and what an answer is to be called.

    Also whether staying is an answer at all, and whether what is proposed is there already.

    What the ways are compared by, only of lines weighed on the facts of today: those weighed on what earlier answers
    leave are asked about once these are carried out or chosen, and their statuses are goals of their own.
    """
    return (*_arguments(case, course), *_elsewhere(case, course), *_done(case, course))


def _arguments(case: C, course: Course[C]) -> Iterator[Goal]:
    for line in course.lines:
        if line.case.memory is not case.memory or line.state not in WEIGHED:
            continue
        yield from _hidden(case, line)
        held, diagrams = line.held_up, case.situation.diagrams
        if line.rival is not None and held is not None and held.condition is not None:
            yield Goal("option", line.rival.id, line.question, diagrams.condition(held.condition))
        found = tuple(contenders(line))
        for option in found if len(found) > 1 else ():
            for merit in option.merits:
                node = diagrams.condition(merit.merit.when)
                if merit.holds is None and case.situation.open(node):
                    yield Goal("merit", merit.key, line.question, node)


def _elsewhere(case: C, course: Course[C]) -> Iterator[Goal]:
    """Give what says whether staying is an answer, or a question that was not asked has it."""
    for line in course.lines:
        found = case.base.key_questions[line.question].elsewhere
        if found is None or found.question in case.key_questions or line.case.memory is not case.memory:
            continue
        for option in line.options:
            if option.option.kind == "staying":
                yield Goal("option", option.id, line.question, case.situation.diagrams.condition(found.when))


def _done(case: C, course: Course[C]) -> Iterator[Goal]:
    """Give what says whether the case already has what is proposed, or under which name it is, where it is not known.

    What earlier answers leave changes neither where it is still not known there.
    """
    diagrams = case.situation.diagrams
    for line in course.lines:
        when = [name.when for name in other_names(line)]
        for option in line.options or filter(None, [line.rival]):
            for condition in (option.option.done, *when) if option.done is None else when:
                yield Goal("option", option.id, line.question, diagrams.condition(condition))


def _hidden(case: C, line: CourseLine[C]) -> Iterator[Goal]:
    """Give the conditions not known of the way that would pass first, where one to be remedied hides them."""
    for found in line.rival.hides if line.state == "to_settle" and line.rival else ():
        yield Goal("requirement", found.key, line.question, case.situation.diagrams.unmet(found.requirement))
