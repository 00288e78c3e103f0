"""The facts that leave a condition open."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.conditions import Condition, literals


def unknown_in(case: Consultation, condition: Condition) -> tuple[str, ...]:
    """Give the facts of a condition that the case does not settle, each once, in order."""
    open_ones = (literal.fact for literal in literals(condition) if truth(case, literal) is None)
    return tuple(dict.fromkeys(open_ones))
