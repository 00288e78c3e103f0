"""Between whom a body is made: those whom its option leaves out have no part in it."""

from collections.abc import Iterable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.procedures.again import ENDED

FAILING = ENDED | {"blocked"}
"""States of an attempt that is over without effect, or will be unless somebody goes back on a refusal."""


def makes_a_body(base: KnowledgeBase, procedure: str) -> bool:
    """Tell whether a body is born of a procedure."""
    return any(effect.new_subject for effect in base.procedures[procedure].effects)


def left_out(case: Consultation, found: OptionOutcome) -> frozenset[str]:
    """Give the members of today that an option, or a cure it needs, leaves out of the body it makes; none else."""
    if not any(makes_a_body(case.base, name) for name in found.option.procedures):
        return frozenset()
    return after_way(case, found).removed - case.removed


def outside(case: Consultation) -> frozenset[str]:
    """Give the members of today that the course leaves out of a body that it makes."""
    return _left_out_by(case.course.lines)


def no_part(case: Consultation, procedure: str) -> frozenset[str]:
    """Give the members of today that have no part in a procedure: those left out of a body made, in all but its past.

    They keep their place in the body that was there before, until it ends or they leave it.
    """
    return _left_out_by(line for line in case.course.lines if procedure not in _of_what_was(line))


def _left_out_by(lines: Iterable[CourseLine[Consultation]]) -> frozenset[str]:
    made = (left_out(line.case, option) for line in lines for option in line.to_carry_out[:1])
    return frozenset().union(*made)


def _of_what_was(line: CourseLine[Consultation]) -> frozenset[str]:
    """Give the procedures by which a way deals with the body that was there before the one it makes."""
    base = line.case.base
    own = (name for option in line.to_carry_out[:1] for name in option.option.procedures)
    left, found = [name for name in own if not makes_a_body(base, name)], set[str]()
    while left:
        name = left.pop()
        found.add(name)
        acts = base.procedures[name].acts.values() if name in base.procedures else ()
        left += [each for act in acts if act.calls for each in act.calls.names if each not in found]
    return frozenset(found)


def to_vote_expressly(case: Consultation, line: CourseLine[Consultation]) -> tuple[str, ...]:
    """Give those who said nothing in an attempt that has failed, or will, where a line now needs their vote."""
    votes = [found.act for option in line.options for found in option.acts if found.act.vote is not None]
    if not any(act.silence == "nothing" for act in votes):
        return ()
    over = (told.progress for told in case.progress.values() if told.progress.state in FAILING)
    ballots = (ballot for found in over for mark in found.marks.values() for ballot in mark.votes)
    return tuple(dict.fromkeys(ballot.member for ballot in ballots if ballot.vote is None))
