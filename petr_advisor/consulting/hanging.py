"""What an answer hangs on: an option before it whose votes are blocked or failed, without which it is another one.

It is another answer where it would not be given on the case of today; or another sharing, where it shares out among
the members what they have.
"""

from collections.abc import Iterator
from typing import TypeVar

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import line_on
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.knowledge.options import Option
from petr_advisor.procedures.again import ENDED
from petr_advisor.procedures.progress import State

C = TypeVar("C", bound=Consultation)

SHARED = frozenset({"seats"})
"""What of a body is shared out among its members: who they are makes it another."""


def hangs_on(case: C, line: CourseLine[C]) -> Option | None:
    """Give the option without whose effect, whose votes are blocked or failed, an answer would be another one."""
    if not line.to_carry_out:
        return None
    for _, key in line.after:
        before = case.base.options[key]
        if is_stopped(case, before) and (_shares_alike(case, before, line) or not _same_today(case, line)):
            return before
    return None


def whatever_comes(case: C, line: CourseLine[C]) -> CourseLine[C] | None:
    """Give the answer of today where it hangs on nothing: another way to what the same norm asks for in any case."""
    today = line_on(line, case, ())
    own, then = today.option, line.option
    if own is None or then is None or own.id == then.id or not today.to_carry_out:
        return None
    return None if set(own.option.norms).isdisjoint(then.option.norms) else today


def hanging_on(case: Consultation) -> Option | None:
    """Give the first option that an answer of the course hangs on, or the one by which members would leave."""
    lines = case.course.lines
    leave = (found.option for line in lines for found in line.to_carry_out if found.option.removes is not None)
    left = (option for option in leave if is_stopped(case, option))
    hung = (found for line in lines if (found := hangs_on(case, line)) is not None)
    return next(hung, next(left, None))


def is_stopped(case: Consultation, option: Option) -> bool:
    """Tell whether an option takes effect only if votes that are blocked are given, or failed ones are carried anew."""
    return is_blocked(case, option) or has_failed(case, option)


def is_blocked(case: Consultation, option: Option) -> bool:
    """Tell whether a refusal blocks the votes of an option as they stand."""
    return any(state == "blocked" for state in _states(case, option))


def has_failed(case: Consultation, option: Option) -> bool:
    """Tell whether the votes of an option have failed: it takes effect only if new ones are carried."""
    return any(state in ENDED for state in _states(case, option))


def _states(case: Consultation, option: Option) -> Iterator[State]:
    known = case.progress
    yield from (known[name].progress.state for name in option.procedures if name in known)


def _shares_alike(case: C, before: Option, line: CourseLine[C]) -> bool:
    """Tell whether an answer shares out what the option before it changes too."""
    procedures = case.base.procedures
    own = {name for option in line.to_carry_out for name in option.option.procedures}
    altered = {aspect for name in own for aspect in procedures[name].alters}
    by_before = {aspect for name in before.procedures for aspect in procedures[name].alters}
    return not SHARED.isdisjoint(altered & by_before)


def _same_today(case: C, line: CourseLine[C]) -> bool:
    """Tell whether the same would be carried out on the case of today, or might: one of several that come out equal."""
    today = line_on(line, case, ())
    return {option.id for option in line.to_carry_out} <= {option.id for option in today.to_carry_out}
