"""No requirement fails because nothing was written: what no rule concludes is an absence, and closes nothing.

A closed fact is « no » as soon as no rule can make it « yes ». Where it is defined by a norm, that « no » is the norm's
own, and the fact names it; where the rules only tell what was read, such as the policies of regions, it is ignorance.
"""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import requirements
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, Not, literals, negation_normal_form
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report requirements that the absence of rules is enough to fail."""
    concluded = {(fact, _no(value)) for rule in base.rules.values() for fact, value in rule.then.items()}
    ignorant = {
        key for key, fact in base.facts.items() if fact.closed and not fact.norms and (key, True) not in concluded
    }
    for place, requirement in requirements(base):
        failing = negation_normal_form(Not(requirement.standing))
        if _absent(failing, ignorant):
            facts = sorted({literal.fact for literal in literals(failing)} & ignorant)
            yield (place / "needs").problem(places, told("check.closed-by-absence", facts=facts))


def _absent(condition: Condition, ignorant: set[str]) -> bool:
    """Tell whether a condition in negation normal form may hold by absence alone."""
    match condition:
        case AllOf(parts):
            return bool(parts) and all(_absent(part, ignorant) for part in parts)
        case AnyOf(parts):
            return any(_absent(part, ignorant) for part in parts)
        case Literal():
            asks_no = set(map(_no, condition.test.values)) == {True}
            return condition.fact in ignorant and asks_no is condition.positive
    return False


def _no(value: object) -> bool:
    return value is False or value == "no"
