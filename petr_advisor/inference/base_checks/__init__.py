"""Checks that need the meaning of the rule base: values, derivations, completions, the engine's envelope."""

from collections.abc import Iterator

from petr_advisor.inference.base_checks import cures, derivations, engine_limits, graph, reach, values
from petr_advisor.inference.base_checks.epochs import epochs
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks import references
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem

_NEEDED = frozenset({"fact", "kind of entity", "cure", "requirement group"})
"""What must be known by name before completions can be looked at; an unknown actor is no obstacle."""


def check(base: KnowledgeBase, places: Places) -> tuple[Problem, ...]:
    """Give every problem found; completions are only looked at once names, values and derivations are sound."""
    found = {*graph.unsupported(base, places), *reach.periods(base, places)}
    unsound = {*values.check(base, places), *graph.circles(base, places)}
    unknown = {found.what for found in references.references(base, places) if found.name not in found.known}
    if not unsound and not unknown & _NEEDED:
        found |= set(_completions(base, places))
    return tuple(sorted(found | unsound, key=lambda problem: (problem.file, problem.line, problem.message)))


def _completions(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    stretches = epochs(base)
    yield from derivations.check(base, places, stretches)
    yield from reach.completions(base, places, stretches)
    yield from cures.check(base, places, stretches)
    yield from engine_limits.check(base, places, stretches)
