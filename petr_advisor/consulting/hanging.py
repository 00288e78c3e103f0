"""What an answer hangs on: an option answered before it whose votes a refusal blocks, and without which it is another.

It is another answer where it would not be given on the case of today; or another sharing, where it shares out among
the members what they have.
"""

from typing import TypeVar

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import line_on
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.knowledge.options import Option

C = TypeVar("C", bound=Consultation)

SHARED = frozenset({"seats"})
"""What of a body is shared out among its members: who they are makes it another."""


def hangs_on(case: C, line: CourseLine[C]) -> Option | None:
    """Give the option without whose effect, which a refusal blocks as it stands, an answer would be another one."""
    if not line.to_carry_out:
        return None
    for _, key in line.after:
        before = case.base.options[key]
        if is_blocked(case, before) and (_shares_alike(case, before, line) or not _same_today(case, line)):
            return before
    return None


def hanging_on(case: Consultation) -> Option | None:
    """Give the first option that an answer of the course hangs on."""
    return next((found for line in case.course.lines if (found := hangs_on(case, line)) is not None), None)


def is_blocked(case: Consultation, option: Option) -> bool:
    """Tell whether a refusal blocks the votes of an option as they stand."""
    known = case.progress
    return any(name in known and known[name].progress.state == "blocked" for name in option.procedures)


def _shares_alike(case: C, before: Option, line: CourseLine[C]) -> bool:
    """Tell whether an answer shares out what the option before it changes too."""
    procedures = case.base.procedures
    own = {name for option in line.to_carry_out for name in option.option.procedures}
    altered = {aspect for name in own for aspect in procedures[name].alters}
    by_before = {aspect for name in before.procedures for aspect in procedures[name].alters}
    return not SHARED.isdisjoint(altered & by_before)


def _same_today(case: C, line: CourseLine[C]) -> bool:
    """Tell whether the same would be carried out on the case of today."""
    today = line_on(line, case, ())
    return {option.id for option in today.to_carry_out} == {option.id for option in line.to_carry_out}
