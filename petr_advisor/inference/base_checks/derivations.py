"""Rules against each other: contradictory conclusions, and antecedents that no case meets."""

from collections.abc import Iterator
from itertools import combinations

from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.base_checks.epochs import Epoch
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told

SOMEONE = "x"
"""Stands for one entity, whichever it is."""


def check(base: KnowledgeBase, places: Places, epochs: tuple[Epoch, ...]) -> Iterator[Problem]:
    """Report rules and cures that never serve, facts that never apply."""
    for key in base.rules:
        living = [epoch for epoch in epochs if key in epoch.rules.rules]
        if living and not any(epoch.possible(_rule(base, epoch, key)) for epoch in living):
            yield Place("rules", key).problem(places, told("check.rule-never-met"))
    for key in base.cures:
        living = [epoch for epoch in epochs if key in epoch.rules.cures]
        if living and not any(epoch.possible(epoch.diagrams.cure(key)) for epoch in living):
            yield Place("cures", key, ("when",)).problem(places, told("check.cure-never-met"))
    read = {fact for use in conditions(base) for fact in facts_of(use.condition)}
    for key, kind in base.facts.items():
        asked = kind.applies_when is not None and key in read
        if asked and _applies(epochs, key, SOMEONE if kind.of else None) is False:
            yield Place("facts", key, ("applies_when",)).problem(places, told("check.never-applies"))


def _applies(epochs: tuple[Epoch, ...], fact: str, of: str | None) -> bool | None:
    """Tell whether a fact applies in some case; None when no enacted condition tests it."""
    found = None
    for epoch in epochs:
        if fact in epoch.tested:
            if epoch.possible(epoch.diagrams.applies((fact, of))):
                return True
            found = False
    return found


def _rule(base: KnowledgeBase, epoch: Epoch, key: str) -> Node:
    return epoch.diagrams.rule(key, SOMEONE if base.rules[key].for_each else None)


def contradictions(base: KnowledgeBase, places: Places, epochs: tuple[Epoch, ...]) -> Iterator[Problem]:
    """Report rules that contradict each other."""
    for fact, kind in base.facts.items():
        rules = [(key, rule.then[fact]) for key, rule in base.rules.items() if fact in rule.then]
        concluding = [(key, parse_value(kind, raw)) for key, raw in rules]
        for (first, value), (second, other) in combinations(concluding, 2):
            if value == other:
                continue
            for epoch in epochs:
                if first in epoch.rules.rules and second in epoch.rules.rules:
                    both = _rule(base, epoch, first) & _rule(base, epoch, second)
                    if epoch.possible(both):
                        place = Place("rules", second, ("then", fact))
                        there = Place("rules", first, ("then", fact)).line(places)
                        message = told(
                            "check.contradiction",
                            conclusion=f"{fact}: {base.rules[second].then[fact]}",
                            first=first,
                            there=there,
                            other=str(base.rules[first].then[fact]),
                            day=str(epoch.day),
                            witness=epoch.witness(both),
                        )
                        yield place.problem(places, message)
                        break
