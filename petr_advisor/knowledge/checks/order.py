"""The order of acts, what they contain and the calls of procedures: none may come back to where it started."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report acts that wait for themselves or contain themselves, and procedures that call themselves."""
    for key, procedure in base.procedures.items():
        waits = {name: act.after for name, act in procedure.acts.items()}
        if cycle := _cycle(waits):
            place = Place("procedures", key, ("acts", cycle[0], "after"))
            yield place.problem(places, told("check.acts-cycle", names=cycle))
    calls = {
        key: tuple(name for act in procedure.acts.values() if act.calls for name in act.calls.names)
        for key, procedure in base.procedures.items()
    }
    if cycle := _cycle(calls):
        yield Place("procedures", cycle[0]).problem(places, told("check.calls-cycle", names=cycle))
    contains = {
        f"{key}/{name}": act.contains for key, found in base.procedures.items() for name, act in found.acts.items()
    }
    if cycle := _cycle(contains):
        where, _, name = cycle[0].partition("/")
        place = Place("procedures", where, ("acts", name, "contains"))
        yield place.problem(places, told("check.contains-cycle", names=cycle))


def _cycle(graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the names on a cycle, from one of them to itself; nothing when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()
