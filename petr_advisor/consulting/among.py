"""Which entities of a list a condition holds for."""

from petr_advisor.consulting.case import Case
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.program import Token
from petr_advisor.inference.working_memory import Scope
from petr_advisor.knowledge.acts import Merging, Removal
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.vocabulary import Named


def among(case: Case, which: Removal | Merging | Named, *, found: Truth = True) -> tuple[str, ...]:
    """Give the entities of which a condition is known to hold, in the order of the list.

    `found` says otherwise: False for those of which it is known not to hold, None where it is not known.
    """
    views = (
        (of, EntityView(case.rules, case.memory.facts, of, tokens))
        for of, tokens in derived(case, which.entity).items()
    )
    return tuple(of for of, view in views if view.truth(which.where) is found)


def truth_of(case: Case, entity: str, of: str, condition: Condition) -> Truth:
    """Tell whether a condition holds for one entity of a list; None while it is not known."""
    return EntityView(case.rules, case.memory.facts, of, derived(case, entity).get(of, frozenset())).truth(condition)


def derived(case: Case, entity: str) -> dict[str, frozenset[Token]]:
    """Give what was concluded for each entity of a list, in its order."""
    listed = case.facts.entities.get(entity)
    return {of: case.memory.tokens.get(Scope(entity, of), frozenset()) for of in (listed.ids if listed else ())}
