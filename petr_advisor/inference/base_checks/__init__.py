"""Checks that need the meaning of the rule base: values, derivations, completions, the engine's envelope."""

from collections.abc import Iterator

from petr_advisor.inference.base_checks import cures, derivations, engine_limits, graph, reach, values
from petr_advisor.inference.base_checks.epochs import epochs
from petr_advisor.inference.base_checks.sound import sound_part
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks import of_whole_entries, regimes
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem, in_order


def check(base: KnowledgeBase, places: Places) -> tuple[Problem, ...]:
    """Give every problem found; completions are looked at on the sound part of the base."""
    found = of_whole_entries((*graph.unsupported(base, places), *reach.periods(base, places)), places)
    unsound = tuple(values.check(base, places))
    circles = (*graph.circles(base, places), *regimes.circular(base, places))
    meant = () if circles or places.lost else _completions(base, places, unsound)
    return in_order((*found, *unsound, *circles, *meant))


def _completions(whole: KnowledgeBase, places: Places, unsound: tuple[Problem, ...]) -> Iterator[Problem]:
    """Look at what cases there are; without a circle in the facts and with every entry at least seen."""
    base = sound_part(whole, places, unsound)
    stretches = epochs(base)
    if len(base.conflicts) == len(whole.conflicts) and not any(kind == "conflicts" for kind, _ in places.broken):
        yield from derivations.contradictions(base, places, stretches)  # with every conflict that may exclude them
    yield from derivations.check(base, places, stretches)
    yield from reach.completions(base, places, stretches)
    yield from cures.check(base, places, stretches, whole)
    yield from engine_limits.check(base, places, stretches)
