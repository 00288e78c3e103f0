"""What a cure or an option leads to: the case as it would be once the act is done."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from petr_advisor.consulting.among import among
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.merging import merged
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.requirements import RequirementOutcome, truth
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.knowledge.acts import Cure, Made, Removal, Turn

C = TypeVar("C", bound=Case)


def after_cure(case: Case, key: str) -> Case:
    """Give the case in which a cure was carried out: its facts hold, and the members it takes out are gone.

    Shares, counts and the perimeter are then measured on the members that remain. Kept with the case, for a cure serves
    several options.
    """
    if key not in case.after_cures:
        cure = case.base.cures[key]
        gone = _taken_out(case, cure.removes)
        makes = _turned_by(case, cure.removes) | cure.makes
        case.after_cures[key] = replace(with_facts(case, makes), removed=case.removed | gone)
    return case.after_cures[key]


def after_way(case: C, found: OptionOutcome) -> C:
    """Give the case once an option has been carried out, after the cures it needed; the same if nothing changes."""
    makes: dict[str, Made] = {}
    for removal in removals(found):
        makes |= _turned_by(case, removal)
    for cure in cures_of(found):
        makes |= cure.makes
    later = with_facts(case, makes | found.option.makes | _turned(case, found.option.turns))
    removed = case.removed.union(*(_taken_out(case, removal) for removal in removals(found)))
    if found.option.merges:
        made_one, gone = merged(case, found.option.merges)
        later, removed = replace(later, supposed={**made_one, **later.supposed}), removed | gone
    known = case.memory.facts
    same = all((held := known.get(fact, of)) and held.value == value for (fact, of), value in later.supposed.items())
    if same and removed == case.removed:
        return case
    left = (frozenset(later.supposed.items()), removed)
    if left not in case.after_ways:  # asked for by each later line of the course: worked out once for all of them
        case.after_ways[left] = replace(later, removed=removed)
    found_before: C = case.after_ways[left]
    return found_before


def after_plan(case: C, left: C, turns: tuple[Turn, ...]) -> C:
    """Give the case of today with what is planned where the answers leave what is not there; as it is where said."""
    coming = (turn for turn in turns if truth(left, turn.when) and truth(case, turn.when) is not True)
    makes = {
        fact: value for turn in coming for fact, value in turn.makes.items() if case.memory.facts.get(fact) is None
    }
    return with_facts(case, makes) if makes else case


def removals(found: OptionOutcome) -> tuple[Removal, ...]:
    """Give how an option takes members out: by the cures that it needs, then by itself."""
    all_of_them = (*(cure.removes for cure in cures_of(found)), found.option.removes)
    return tuple(each for each in all_of_them if each is not None)


def out_by_cures(case: Case, found: OptionOutcome) -> frozenset[str]:
    """Give the members that the cures of an option take out."""
    return frozenset().union(*(_taken_out(case, cure.removes) for cure in cures_of(found)))


def cures_of(found: OptionOutcome) -> list[Cure]:
    """Give the cures that an option needs and that are available."""
    chosen = (each.chosen for each in found.requirements)
    return [each.cure for each in chosen if each is not None and each.available]


def with_facts(case: C, makes: Mapping[str, Made]) -> C:
    """Give a case in which some facts are otherwise."""
    facts = case.base.facts
    made: dict[FactKey, Value] = {(fact, None): parse_value(facts[fact], raw) for fact, raw in makes.items()}
    return case.supposing(made)


def _turned(case: Case, turns: tuple[Turn, ...]) -> dict[str, Made]:
    """Give the facts that are otherwise after an act, as others are known to be so before it."""
    return {fact: value for turn in turns if truth(case, turn.when) for fact, value in turn.makes.items()}


def _turned_by(case: Case, removal: Removal | None) -> dict[str, Made]:
    """Give the facts that are otherwise once members are taken out; none where nobody is."""
    return _turned(case, removal.turns) if removal and _taken_out(case, removal) else {}


def _taken_out(case: Case, removal: Removal | None) -> frozenset[str]:
    """Give the members that a cure or an option takes out, those of which it is known."""
    return frozenset(among(case, removal)) if removal else frozenset()


def remaining(case: Case, option: str, cure: str) -> tuple[RequirementOutcome, ...]:
    """Give what an option would still lack after a cure."""
    later = after_cure(case, cure)
    outcome = option_outcome(later, option)
    return tuple(found for found in outcome.requirements if found.state in {"unmet", "unknown"})


def needed_cures(case: Case, found: OptionOutcome) -> tuple[str, ...]:
    """Give the cures by which an option comes to lack nothing; one alone where it mends what the others do."""
    cures = tuple(dict.fromkeys(cure.id for each in found.lacking if (cure := each.chosen)))
    alone = (cure for cure in cures if all(each.state != "unmet" for each in remaining(case, found.id, cure)))
    enough = next(alone, None) if len(cures) > 1 else None
    return cures if enough is None else (enough,)
