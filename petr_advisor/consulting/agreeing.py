"""What every answer that an earlier question may get leads to alike, which is the answer; what none leads to is not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import Course, course
from petr_advisor.consulting.course_line import UNSETTLED, CourseLine
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.supposing import with_each
from petr_advisor.consulting.sureness import missing_answers
from petr_advisor.inference.relevance import SHUT

C = TypeVar("C", bound=Case)

SAID = frozenset({"proposed", "stay"})
"""States of a line that may be the same whatever an earlier question is answered."""


def agreed(case: C, found: Course[C]) -> Course[C]:
    """Give a course in which lines after one that waits are what they would be whatever it waits for.

    A line that is the same under each value of what is not known is that one. Where they differ, it is left open if it
    would propose what is found under none of them.
    """
    lines = list(found.lines)
    for place, before in enumerate(found.lines):
        if before.state != "to_settle" or before.rival is None:
            continue
        later = [number for number in range(place + 1, len(lines)) if _follows(lines[number], before)]
        if later and (courses := _by_value(case, before, before.rival.id)):
            for number in later:
                lines[number] = _agreeing(lines[number], before, courses)
    return Course(tuple(lines))


def _follows(line: CourseLine[C], before: CourseLine[C]) -> bool:
    """Tell whether a line may be another one by what an earlier one of another question leaves."""
    on_today = line.case.base.key_questions[line.question].on_today
    return line.question != before.question and not on_today and line.state in {*SAID, "to_settle"}


def _by_value(case: C, before: CourseLine[C], likeliest: str) -> list[Course[C]]:
    """Give the courses by the value of the one fact not known that settles which answer a line gives, likeliest first.

    None where several are missing: they are to be asked first, and all their values together would be many courses.
    What leaves the line one answer says how that is carried out, which others wait for.
    """
    missing = list(missing_answers(before)) if _changes_what_follows(before) else []
    if len(missing) != 1:
        return []
    courses = [course(each) for each in with_each(case, missing[0])]
    theirs = [line for each in courses if (line := _same_place(before, each)) and line.state not in UNSETTLED]
    if len(theirs) < len(courses) or len({_said(line) for line in theirs}) < 2:
        return []
    return sorted(courses, key=lambda each: not _answers(_same_place(before, each), likeliest))


def _changes_what_follows(before: CourseLine[C]) -> bool:
    """Tell whether a way that a line may still give leaves other facts than today's to the lines after it."""
    ways = (way for way in before.outcome.routes if way.option.theme == before.theme and not way.statuses <= SHUT)
    return any(after_way(before.case, way) is not before.case for way in ways)


def _agreeing(line: CourseLine[C], before: CourseLine[C], courses: Sequence[Course[C]]) -> CourseLine[C]:
    """Give a line as it is in every course; left open where it is in none of them; else the line itself."""
    theirs = [other for each in courses if (other := _same_place(line, each)) is not None]
    first = next(iter(theirs), None)
    if first is None or len(theirs) < len(courses):
        return line
    if first.state in SAID and all(_said(other) == _said(first) for other in theirs):
        if _said(line) == _said(first):
            return replace(line, whatever=before.question)
        after = tuple(each for each in line.after if each[0] != before.question)
        return replace(first, after=after, whatever=before.question, once_answered=True)
    if line.state == "proposed" and not any(_answers(other, line.options[0].id) for other in theirs):
        return replace(line, state="to_settle", options=(), rival=_as_weighed(line, first))
    return line


def _as_weighed(line: CourseLine[C], then: CourseLine[C]) -> OptionOutcome | None:
    """Give the option that would be another line's answer as a line has weighed it."""
    return line.outcome.option(then.option.id) if then.option else then.rival


def _same_place(line: CourseLine[C], found: Course[C]) -> CourseLine[C] | None:
    return next((each for each in found.of(line.question) if each.theme == line.theme), None)


def _answers(line: CourseLine[C] | None, option: str | None) -> bool:
    return line is not None and any(each.id == option for each in line.options)


def _said(line: CourseLine[C]) -> tuple[str, tuple[str, ...]]:
    return line.state, tuple(option.id for option in line.options)
