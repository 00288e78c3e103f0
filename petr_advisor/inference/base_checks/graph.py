"""What each fact depends on, through rules, summaries, applicability and plans; and circles in it."""

from collections.abc import Iterable, Iterator, Mapping

from petr_advisor.knowledge.base import PLAN_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks.uses import SIZE_MEASURES, Place, requirements
from petr_advisor.knowledge.conditions import AllOf, Condition, facts_of, negation_normal_form
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.problems import Problem, named
from petr_advisor.knowledge.rules import Rule
from petr_advisor.words.speech import told

Dependencies = Mapping[str, Mapping[str, Place]]
"""For each fact, the facts it depends on directly, each with the place where that is said."""


def circles(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report facts that depend on themselves."""
    edges = dependencies(base)
    reported: set[str] = set()
    for start in edges:
        circle = () if start in reported else _way_back(edges, start)
        if circle:
            reported.update(circle)
            shown = named((*circle, start), " → ")
            place = edges[start][circle[1 % len(circle)]]
            yield place.problem(places, told("check.circular", circle=shown))


def unsupported(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report requirements that would stay unknown for ever when no rule concludes."""
    for place, requirement in requirements(base):
        for part in _conjuncts(negation_normal_form(requirement.standing)):
            facts = facts_of(part)
            if facts and all(_only_ever_true(base, fact) for fact in facts):
                message = told("check.rests-on-rules", facts=named(facts))
                yield (place / "needs").problem(places, message)


def dependencies(base: KnowledgeBase) -> Dependencies:
    """Give what each fact depends on directly."""
    edges: dict[str, dict[str, Place]] = {fact: {} for fact in base.all_facts}
    for fact, inner, place in _edges(base):
        if fact in edges and inner in edges:
            edges[fact].setdefault(inner, place)
    return edges


def closure(edges: Dependencies, facts: Iterable[str]) -> frozenset[str]:
    """Give all the facts on which some facts depend, these included."""
    found: set[str] = set()
    agenda = list(facts)
    while agenda:
        fact = agenda.pop()
        if fact not in found:
            found.add(fact)
            agenda += edges.get(fact, {})
    return frozenset(found)


def _edges(base: KnowledgeBase) -> Iterator[tuple[str, str, Place]]:
    for key, kind in base.facts.items():
        for inner in facts_of(kind.applies_when):
            yield key, inner, Place("facts", key, ("applies_when",))
        if kind.without is not None:
            yield key, kind.without, Place("facts", key, ("without",))
        if kind.summary is not None:
            sizes = [target for name, target in kind.summary.measure.items() if name in SIZE_MEASURES]
            for inner in (*facts_of(kind.summary.where), *facts_of(kind.summary.among), *sizes):
                yield key, inner, Place("facts", key, ("summary",))
    for key, rule in base.rules.items():
        for fact in rule.then:
            for inner, place in _rule_reads(key, rule):
                yield fact, inner, place
    yield from _edges_of_plans(base)


def _edges_of_plans(base: KnowledgeBase) -> Iterator[tuple[str, str, Place]]:
    for key, option in base.options.items():
        for inner in _option_reads(base, option):
            yield PLAN_PREFIX + option.answers, inner, Place("options", key)
    for key, table in base.tables.items():
        for name, row in table.rows.items():
            for inner in facts_of(row.when):
                yield PLAN_PREFIX + table.answers, inner, Place("tables", key, ("rows", name, "when"))


def _rule_reads(key: str, rule: Rule) -> Iterator[tuple[str, Place]]:
    for name in facts_of(rule.when):
        yield name, Place("rules", key, ("when",))
    for name in facts_of(rule.unless):
        yield name, Place("rules", key, ("unless",))
    if rule.law_at is not None:
        yield rule.law_at, Place("rules", key, ("law_at",))


def _option_reads(base: KnowledgeBase, option: Option) -> Iterator[str]:
    """Give the facts on which the status and the rank of an option depend."""
    if option.law_at is not None:
        yield option.law_at
    for requirement in base.requirements(option).values():
        yield from facts_of(requirement.standing)
        for cure in requirement.cures:
            yield from facts_of(base.cures[cure].when) if cure in base.cures else ()
    for merit in option.merits.values():
        yield from facts_of(merit.when)


def _way_back(edges: Dependencies, start: str) -> tuple[str, ...]:
    """Give the shortest circle through a fact, from it on; nothing when there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    agenda = [start]
    while agenda:
        found: list[str] = []
        for node in agenda:
            if start in edges[node]:
                return ways[node]
            for inner in edges[node]:
                if inner not in ways:
                    ways[inner] = (*ways[node], inner)
                    found.append(inner)
        agenda = found
    return ()


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def _only_ever_true(base: KnowledgeBase, fact: str) -> bool:
    """Tell whether a fact is known only once a rule has concluded it."""
    kind = base.facts.get(fact)
    return kind is not None and set(kind.given_by) == {"rule"} and not kind.closed
