"""What the ways of a key question are compared by, where that is said not to be known."""

from petr_advisor.consulting.case import Case
from petr_advisor.inference.facts import FactKey


def compared_by(case: Case, question: str) -> tuple[FactKey, ...]:
    """Give the facts by which the ways of a question are compared, of those said not to be known."""
    said = case.state.answers
    keys = ((fact, None) for fact in case.base.key_questions[question].awaits)
    return tuple(key for key in keys if key in said and said[key].value is None and case.memory.applies(*key))
