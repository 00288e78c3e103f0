"""What a cure or an option leads to: the case as it would be once the act is done.

There may be dozens of such cases in one document. They are always worked out by the native engine, which concludes the
same as durable_rules in a hundredth of the time.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.inference.working_memory import Scope
from petr_advisor.knowledge.acts import Made

C = TypeVar("C", bound=Case)


def after_cure(case: Case, key: str) -> Case:
    """Give the case in which a cure was carried out: its facts hold, and the members it takes out are gone.

    Shares, counts and the perimeter are then measured on the members that remain. Kept with the case, for a cure serves
    several options.
    """
    if key not in case.after_cures:
        later = _supposing(case, case.base.cures[key].makes)
        case.after_cures[key] = replace(later, removed=case.removed | _removed(case, key))
    return case.after_cures[key]


def after_option(case: C, key: str) -> C:
    """Give the case once an option has been carried out: what it makes so holds."""
    return _supposing(case, case.base.options[key].makes)


def after_way(case: C, found: OptionOutcome) -> C:
    """Give the case once an option has been carried out, after the cures it needed; the same if nothing changes."""
    cures = [cure for cure in map(_first_available, found.requirements) if cure]
    makes: dict[str, Made] = {}
    for cure in cures:
        makes |= case.base.cures[cure].makes
    later = _supposing(case, makes | found.option.makes)
    removed = case.removed.union(*(_removed(case, cure) for cure in cures))
    known = case.memory.facts
    same = all((held := known.get(fact, of)) and held.value == value for (fact, of), value in later.supposed.items())
    return case if same and removed == case.removed else replace(later, removed=removed)


def _first_available(found: RequirementOutcome) -> str | None:
    """Give the cure by which a requirement would be met; none where it is met, or none is known to be available."""
    unmet = found.state == "unmet"
    return next((cure.id for cure in found.cures if unmet and cure.available and cure.in_force), None)


def _supposing(case: C, makes: Mapping[str, Made]) -> C:
    facts = case.base.facts
    made: dict[FactKey, Value] = {(fact, None): parse_value(facts[fact], raw) for fact, raw in makes.items()}
    return replace(case, supposed={**case.supposed, **made}, engine=engine("native"))


def _removed(case: Case, key: str) -> frozenset[str]:
    """Give the members that a cure takes out, those of which it is known."""
    removal = case.base.cures[key].removes
    if removal is None:
        return frozenset()
    listed = case.facts.entities.get(removal.entity)
    found = set()
    for entity in listed.ids if listed else ():
        tokens = case.memory.tokens.get(Scope(removal.entity, entity), frozenset())
        if EntityView(case.rules, case.memory.facts, entity, tokens).truth(removal.where):
            found.add(entity)
    return frozenset(found)


def remaining(case: Case, option: str, cure: str) -> tuple[RequirementOutcome, ...]:
    """Give what an option would still lack after a cure."""
    later = after_cure(case, cure)
    outcome = option_outcome(later, option, case.rules.options[option])
    return tuple(found for found in outcome.requirements if found.state in {"unmet", "unknown"})
