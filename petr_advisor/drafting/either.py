"""Acts that a course holds while an answer is awaited which leaves only one of them: no answer leaves both."""

from collections.abc import Callable, Sequence
from itertools import combinations

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.unknown import unknown_in
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.facts import Known
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.model import Task


def either_of(case: Consultation, tasks: Sequence[Task], act: Callable[[Task], Act]) -> frozenset[str]:
    """Give the acts, not sure, that another one of the same day excludes."""
    found = set[str]()
    for one, other in combinations([task for task in tasks if not task.certain], 2):
        when, instead = act(one).when, act(other).when
        if one.held_from == other.held_from and when is not None and instead is not None:
            found |= {one.id, other.id} if _exclude(case, when, instead) else set()
    return frozenset(found)


def _exclude(case: Consultation, one: When, other: When) -> bool:
    """Tell whether each answer to a question that both conditions hang on leaves one of them out."""
    asked = set(unknown_in(case, one)) & set(unknown_in(case, other))
    facts = (fact for fact in asked if case.base.all_facts[fact].type == "yes_no")
    return any(all(_is_out(case, fact, said, one, other) for said in (True, False)) for fact in facts)


def _is_out(case: Consultation, fact: str, answer: bool, *conditions: When) -> bool:  # noqa: FBT001 - an answer
    facts = case.memory.facts.with_known({(fact, None): Known(answer)})
    view = EntityView(case.rules, facts, THE_TERRITORY.kind, case.memory.tokens.get(THE_TERRITORY, frozenset()))
    return any(view.truth(condition) is False for condition in conditions)
