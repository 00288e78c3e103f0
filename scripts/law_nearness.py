"""Which scenarios can see a change of the law, those nearest to it first."""

import json
from collections.abc import Iterable
from typing import Any

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.scenario import Scenario
from scripts.law_mutants import Mutant


def near(mutant: Mutant, base: KnowledgeBase, scenarios: Iterable[Scenario]) -> list[Scenario]:
    """Give the scenarios that ask a key question of the entry: first those that speak of it, then by shared facts.

    Among equals those of the same key questions follow one another: the rule base is compiled once for all of them.
    """
    asked = questions(mutant, base)
    facts = named(mutant.entry, base) | {fact for group in _groups(mutant, base) for fact in group}
    seen = [each for each in scenarios if not asked or not each.key_questions or asked & set(each.key_questions)]
    worth = {id(each): (_speaks_of(each, mutant), len(facts & _given(each))) for each in seen}
    ordered = sorted(seen, key=lambda each: (not worth[id(each)][0], -worth[id(each)][1], each.key_questions))
    return [each for each in ordered if any(worth[id(each)]) or mutant.kind == "norms"]


def questions(mutant: Mutant, base: KnowledgeBase) -> frozenset[str]:
    """Give the key questions whose scenarios may see an entry; none for any of them."""
    if mutant.kind == "options":
        return frozenset({base.options[mutant.key].answers})
    if mutant.kind == "rules":
        rule = base.rules[mutant.key]
        return frozenset({*rule.about, *(base.options[option].answers for option in rule.options)})
    return frozenset()


def named(entry: Any, base: KnowledgeBase) -> set[str]:
    """Give the facts that an entry names."""
    if isinstance(entry, dict):
        inner = [named(value, base) for value in entry.values()]
        return {key for key in entry if key in base.facts}.union(*inner)
    if isinstance(entry, list):
        return set().union(*(named(value, base) for value in entry))
    return {entry} if isinstance(entry, str) and entry in base.facts else set()


def _groups(mutant: Mutant, base: KnowledgeBase) -> Iterable[set[str]]:
    """Give the facts that derived facts of the entry rest on."""
    facts = named(mutant.entry, base)
    for rule in base.rules.values():
        if facts & set(rule.then):
            yield named(rule.model_dump(mode="json", exclude_defaults=True), base)


def _given(scenario: Scenario) -> set[str]:
    members = {key for member in scenario.members or () for key in member}
    return {*scenario.answers, *members, *scenario.expect.facts}


def _speaks_of(scenario: Scenario, mutant: Mutant) -> bool:
    said = json.dumps(scenario.expect.model_dump(mode="json", exclude_defaults=True, exclude={"law"}))
    return any(f'"{name}' in said for name in (mutant.key, *mutant.used_by))
