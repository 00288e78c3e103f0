"""What is linked to what in the rule base, both ways, whatever the language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from petr_advisor.documents.addresses import PageKind, page
from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions
from petr_advisor.knowledge.checks.uses import Place, acts, norm_citations, requirements
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.options import RequirementGroup
from petr_advisor.scenarios.coverage import Item, citations, coverage, expected_items
from petr_advisor.scenarios.scenario import Scenario

_KINDS: Mapping[str, PageKind] = {
    "rules": "rule",
    "options": "option",
    "procedures": "procedure",
    "key_questions": "question",
    "requirement_groups": "group",
    "regimes": "group",
    "cures": "cure",
    "disputed": "disputed",
    "tables": "table",
    "conflicts": "conflict",
    "facts": "fact",
    "majorities": "majority",
    "actors": "actor",
}
_PARTS = {"requires": "requires", "conditions": "requires", "merits": "merit", "acts": "act", "rows": "row"}


@dataclass(frozen=True)
class Ref:
    """A page, or a place in it."""

    kind: PageKind
    key: str
    part: str = ""
    """`requires`, `merit`, `act`, `row` or `reading`; the page as a whole when empty."""
    name: str = ""
    """Which one of these."""

    @property
    def anchor(self) -> str:
        """The place in the page."""
        return f"{self.part}-{self.name}" if self.part else ""

    @property
    def target(self) -> str:
        """Where it is, from the folder of a language."""
        address = page(self.kind, self.key)
        return f"{address}#{self.anchor}" if self.part else address

    @property
    def whole(self) -> "Ref":
        """The page it is in."""
        return Ref(self.kind, self.key)


@dataclass(frozen=True)
class Case:
    """A scenario with its page."""

    key: str
    scenario: Scenario
    file: str
    """The file it comes from, from the folder of scenarios."""
    siblings: tuple[str, ...]
    """The pages of all the cases of the file, this one among them."""


Refs = dict[Ref, None]
"""References, each once, in order."""


@dataclass(frozen=True, eq=False)
class Graph:
    """The rule base with its links."""

    base: KnowledgeBase
    cases: Mapping[str, Case]
    citing: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By norm: what cites it."""
    reading: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By fact: whose conditions read it."""
    concluding: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By fact: the rules that conclude it."""
    making: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By fact: the cures that establish it."""
    mending: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By cure: the requirements that it makes met."""
    on_the_way: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By option: the rules whose duties are met on its way."""
    acting: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By actor: what it does."""
    deciding: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By majority: what is decided so."""
    of_source: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By source: the norms that stand in it."""
    later: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By norm: the versions that follow it."""
    turning: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By disputed point: the norms that turn on it."""
    testing: dict[Ref, Refs] = field(default_factory=lambda: defaultdict(dict))
    """By page: the scenarios that test it."""

    @cached_property
    def things(self) -> Mapping[PageKind, Mapping[str, Any]]:
        """What has a page, by kind, in the order of the search."""
        base = self.base
        return {
            "question": base.key_questions,
            "option": base.options,
            "procedure": base.procedures,
            "norm": base.norms,
            "disputed": base.disputed,
            "rule": base.rules,
            "cure": base.cures,
            "fact": base.facts,
            "source": base.sources,
            "group": {**base.groups, **_regimes(base)},
            "table": base.tables,
            "actor": base.actors,
            "majority": base.majorities,
            "conflict": base.conflicts,
            "scenario": self.cases,
        }

    @cached_property
    def pages(self) -> Refs:
        """Every page about something, in the same order."""
        return {Ref(kind, key): None for kind, found in self.things.items() for key in found}

    def where(self, kind: PageKind, /, **wanted: str) -> list[Ref]:
        """Give the pages of a kind whose things have these values, alone or among others."""

        def has(thing: object, name: str, value: str) -> bool:
            found = getattr(thing, name)
            return value in (found if isinstance(found, tuple) else (found,))

        things = self.things[kind].items()
        return [Ref(kind, key) for key, thing in things if all(has(thing, *want) for want in wanted.items())]


def link(base: KnowledgeBase, cases: Iterable[Case]) -> Graph:
    """Find every link of a rule base and its scenarios."""
    graph = Graph(base, {case.key: case for case in cases})
    for place, norm in norm_citations(base):
        if place.kind in _KINDS:
            graph.citing[norm][ref_of(place)] = None
    for use in conditions(base):
        for fact in facts_of(use.condition) if use.place.kind in _KINDS else ():
            graph.reading[fact][ref_of(use.place)] = None
    for place, act in acts(base):
        if act.who is not None:
            graph.acting[act.who][ref_of(place)] = None
        if majority := getattr(act, "majority", None):
            graph.deciding[majority][ref_of(place)] = None
    for place, requirement in requirements(base):
        for cure in requirement.cures:
            graph.mending[cure][ref_of(place)] = None
    _link_rules(graph)
    _link_norms(graph)
    _link_cases(graph)
    return graph


def _regimes(base: KnowledgeBase) -> dict[str, RequirementGroup]:
    """Give regimes as groups with all their conditions, those included that bind only who is under them already."""
    return {
        key: RequirementGroup(
            requires={name: found.as_requirement(base.calendar) for name, found in regime.conditions.items()}
        )
        for key, regime in base.regimes.items()
    }


def ref_of(place: Place) -> Ref:
    """Give the page, and the place in it, of a place of the rule base."""
    kind = _KINDS[place.kind]
    match place.path:
        case (str(part), name, *_) if part in _PARTS:
            shown = name + 1 if isinstance(name, int) else name
            return Ref(kind, place.key, _PARTS[part], str(shown))
    return Ref(kind, place.key)


def _link_rules(graph: Graph) -> None:
    for key, rule in graph.base.rules.items():
        for fact in rule.then:
            graph.concluding[fact][Ref("rule", key)] = None
        for option in rule.options:
            graph.on_the_way[option][Ref("rule", key)] = None
    for key, cure in graph.base.cures.items():
        for fact in cure.makes:
            graph.making[fact][Ref("cure", key)] = None


def _link_norms(graph: Graph) -> None:
    for key, norm in graph.base.norms.items():
        for reference in norm.sources:
            graph.of_source[reference.id][Ref("norm", key)] = None
        if norm.succeeds:
            graph.later[norm.succeeds][Ref("norm", key)] = None
        for point in norm.disputed:
            graph.turning[point][Ref("norm", key)] = None


def _link_cases(graph: Graph) -> None:
    for key, case in graph.cases.items():
        for tested in _tested(case.scenario):
            graph.testing[tested][Ref("scenario", key)] = None
    cited = citations(graph.base)
    for key, case in graph.cases.items():
        for norm in _tested_closely(case.scenario, cited):
            graph.testing[Ref("norm", norm)][Ref("scenario", key)] = None
    named = [replace(case.scenario, name=key) for key, case in graph.cases.items()]
    for entry in coverage(graph.base, named):
        for key in entry.tested_by:
            graph.testing[Ref("norm", entry.norm)][Ref("scenario", key)] = None


def _tested_closely(scenario: Scenario, cited: Mapping[Item, tuple[str, ...]]) -> Iterator[str]:
    """Give the norms that a scenario names, or that a rule, cure, conflict or requirement it names rests on."""
    yield from (norm for norms in scenario.expect.norms.values() for norm in norms)
    for kind, key in expected_items(scenario):
        if kind in {"rule", "cure", "conflict"} or (kind == "requirement" and key in scenario.expect.requirements):
            yield from cited.get((kind, key), ())


def _tested(scenario: Scenario) -> Iterator[Ref]:
    """Give the pages that the expectations of a scenario bear on."""
    base, expect = scenario.base, scenario.expect
    for kind, key in expected_items(scenario):
        match kind:
            case "rule" | "option" | "procedure" | "cure" | "conflict":
                yield Ref(kind, key)
            case "requirement":
                owner = key.partition("/")[0]
                yield Ref("group" if owner in base.groups else "option", owner)
    points = (point for some in expect.disputed.values() for point in some)
    for point in (*points, *(reading.partition("=")[0] for reading in expect.readings)):
        yield Ref("disputed", point)
    for fact in (*expect.facts, *expect.asked, *expect.never_asked):
        yield Ref("fact", fact)


def chosen_option(fact: str, value: object) -> Ref | None:
    """Give the option, or the reading of a disputed point, that a value of a fact stands for."""
    if fact.startswith(PLAN_PREFIX):
        return Ref("option", str(value))
    if fact.startswith(READING_PREFIX):
        return Ref("disputed", fact.removeprefix(READING_PREFIX), "reading", str(value))
    return None


def page_of_fact(base: KnowledgeBase, fact: str) -> Ref:
    """Give the page of a fact; that of the disputed point or of the key question for those made of them."""
    if fact in base.facts:
        return Ref("fact", fact)
    if fact.startswith(READING_PREFIX):
        return Ref("disputed", fact.removeprefix(READING_PREFIX))
    return Ref("question", fact.removeprefix(PLAN_PREFIX))
