"""What others have started, that no answer carries out, and that changes what the plan needs unchanged."""

from collections.abc import Collection, Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.procedures.progress import UNDER_WAY

GOING_ON = UNDER_WAY - {"blocked"}
"""States of a procedure that will take effect if nobody does anything, or may."""


def running_apart(case: Consultation, planned: Collection[str]) -> Iterator[str]:
    """Give the procedures under way, of no option, by which members are others than those that the plan counts on.

    The plan waits for their effect: votes and seats of who is about to end would have to be done again.
    """
    base = case.base
    ways = {name for option in base.options.values() for name in option.procedures}
    for name, told in case.progress.items():
        free = name not in planned and name not in ways and not _called(base, planned, name)
        if free and told.progress.state in GOING_ON and _replaces(base, name):
            alters = {*base.procedures[name].alters}
            if any(not alters.isdisjoint(base.procedures[each].needs_unchanged) for each in planned):
                yield name


def _replaces(base: KnowledgeBase, name: str) -> bool:
    """Tell whether some members end by a procedure, and another takes their place."""
    effects = base.procedures[name].effects if name in base.procedures else ()
    return any(effect.replace_members is not None for effect in effects)


def _called(base: KnowledgeBase, planned: Collection[str], name: str) -> bool:
    acts = (act for each in planned for act in base.procedures[each].acts.values())
    return any(act.calls is not None and name in act.calls.names for act in acts)
