"""A condition in three values: true, false, not known, from those of its literals."""

from collections.abc import Callable, Iterable

from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, Not


def truth_of(condition: Condition, of_literal: Callable[[Literal], Truth]) -> Truth:
    """Evaluate a condition, its literals being evaluated by a function; None when it is not known well enough."""
    match condition:
        case Literal():
            return of_literal(condition)
        case AllOf(parts):
            return _settled(parts, of_literal, by=False)
        case AnyOf(parts):
            return _settled(parts, of_literal, by=True)
        case Not(part):
            return contrary(truth_of(part, of_literal))


def contrary(truth: Truth) -> Truth:
    """Give the contrary; what is not known stays so."""
    return None if truth is None else not truth


def _settled(parts: Iterable[Condition], of_literal: Callable[[Literal], Truth], *, by: bool) -> Truth:
    """Give the truth that one part settles whatever the others are, else its contrary, unless a part is not known."""
    found: Truth = not by
    for part in parts:
        truth = truth_of(part, of_literal)
        if truth is by:
            return by
        if truth is None:
            found = None
    return found
