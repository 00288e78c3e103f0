"""A condition in three values: true, false, not known, from those of its literals."""

from collections.abc import Callable, Iterable

from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, Not


def truth_of(condition: Condition, of_literal: Callable[[Literal], Truth]) -> Truth:
    """Evaluate a condition, its literals being evaluated by a function; None when it is not known well enough."""
    match condition:
        case AllOf(parts):
            return _all(truth_of(part, of_literal) for part in parts)
        case AnyOf(parts):
            return contrary(_all(contrary(truth_of(part, of_literal)) for part in parts))
        case Not(part):
            return contrary(truth_of(part, of_literal))
        case Literal():
            return of_literal(condition)


def contrary(truth: Truth) -> Truth:
    """Give the contrary; what is not known stays so."""
    return None if truth is None else not truth


def _all(truths: Iterable[Truth]) -> Truth:
    found: Truth = True
    for truth in truths:
        if truth is False:
            return False  # whatever the others are
        if truth is None:
            found = None
    return found
