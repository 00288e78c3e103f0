"""The ledger: which norm is encoded by what and tested by which scenarios, and which conditions scenarios exercise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from petr_advisor.inference.atoms import Atom
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.options import Option, RequirementGroup
from petr_advisor.scenarios import Scenario


class Citing(Protocol):
    """Something that cites norms."""

    @property
    def norms(self) -> tuple[str, ...]:
        """The norms it cites."""
        ...


Item = tuple[str, str]
"""(kind, identifier) of something that cites norms: ("rule", "staff.offer"), ("requirement", "l5741-4/proposal")…"""


@dataclass(frozen=True)
class Entry:
    """A norm in the ledger."""

    norm: str
    topic: str
    aliases: tuple[str, ...]
    encoded_by: tuple[Item, ...]
    tested_by: tuple[str, ...]
    """Scenarios whose expectations bear on something that encodes it."""
    reason: str | None
    """Why it is not encoded, in French; None when it is, or when nobody said why."""

    @property
    def accounted_for(self) -> bool:
        """Whether it is encoded or a reason is given."""
        return bool(self.encoded_by) or self.reason is not None


@dataclass(frozen=True)
class ConditionCoverage:
    """Conditions on facts that scenarios have seen."""

    total: int
    both_ways: int
    """Seen true in one scenario and false in another."""
    missing: tuple[tuple[Atom, str], ...]
    """Conditions never seen `true`, never seen `false`, or `neither`."""


def citations(base: KnowledgeBase) -> Mapping[Item, tuple[str, ...]]:
    """Give the norms that each item cites."""
    return dict(_citations(base))


def _citations(base: KnowledgeBase) -> Iterator[tuple[Item, tuple[str, ...]]]:
    simple: dict[str, Mapping[str, Citing]] = {
        "rule": base.rules,
        "cure": base.cures,
        "option": base.options,
        "majority": base.majorities,
        "conflict": base.conflicts,
    }
    for kind, entries in simple.items():
        yield from (((kind, key), entry.norms) for key, entry in entries.items())
    for name, table in base.tables.items():
        yield from ((("row", f"{name}/{key}"), row.norms) for key, row in table.rows.items())
    owners: dict[str, RequirementGroup | Option] = {**base.requirement_groups, **base.options}
    for name, owner in owners.items():
        yield from ((("requirement", f"{name}/{key}"), found.norms) for key, found in owner.requires.items())
    for name, option in base.options.items():
        yield from ((("merit", f"{name}/{key}"), merit.norms) for key, merit in option.merits.items())
        yield from ((("step", f"{name}/{number}"), step.norms) for number, step in enumerate(option.steps, 1))


def ledger(base: KnowledgeBase, scenarios: Iterable[Scenario]) -> tuple[Entry, ...]:
    """Give every norm with what encodes it and what tests it, in the order of the rule base."""
    encoded: dict[str, list[Item]] = {}
    tested: dict[str, dict[str, None]] = {}
    cited = citations(base)
    for item, norms in cited.items():
        for norm in norms:
            encoded.setdefault(norm, []).append(item)
    for scenario in scenarios:
        for item in expected_items(scenario):
            for norm in cited.get(item, ()):
                tested.setdefault(norm, {})[scenario.name] = None
    return tuple(
        Entry(
            key,
            norm.topic,
            norm.aliases,
            tuple(encoded.get(key, ())),
            tuple(tested.get(key, ())),
            base.not_encoded[key].fr if key in base.not_encoded else None,
        )
        for key, norm in base.norms.items()
    )


def expected_items(scenario: Scenario) -> Iterator[Item]:
    """Give what a scenario's expectations bear on; those on an option bear on its requirements too."""
    base, expect = scenario.base, scenario.expect
    for option in (*expect.options, *expect.ranking, *((expect.first,) if expect.first else ())):
        yield "option", option
        owners = [*base.options[option].uses, option]
        for owner in owners:
            requires = base.requirement_groups[owner].requires if owner in base.requirement_groups else {}
            for key in (*requires, *(base.options[option].requires if owner == option else ())):
                yield "requirement", f"{owner}/{key}"
        for kind, keys in (
            ("merit", base.options[option].merits),
            ("step", range(1, len(base.options[option].steps) + 1)),
        ):
            yield from ((kind, f"{option}/{key}") for key in keys)
    yield from (("requirement", key) for key in expect.requirements)
    yield from (("cure", key) for key in expect.cures)
    yield from (("rule", key.partition("@")[0]) for key in (*expect.duties, *expect.deadlines))
    yield from (("conflict", key) for key in expect.conflicts)
    for fact in expect.facts:
        yield from (("rule", key) for key, rule in base.rules.items() if fact in rule.then)


def condition_coverage(scenarios: Iterable[Scenario]) -> ConditionCoverage:
    """Give the share of conditions seen both true and false over the final states of scenarios."""
    seen: dict[Atom, set[str]] = {}
    for scenario in scenarios:
        memory = scenario.consultation(engine("native")).memory
        for stem, atom in memory.compiled.atoms.items():
            found = seen.setdefault(atom, set())
            for scope in memory.fired:
                found.update(says for says in ("T", "F") if memory.has(f"{stem}={says}", scope))
    words = {frozenset(): "neither", frozenset("T"): "false", frozenset("F"): "true"}
    missing = [(atom, words[frozenset(found)]) for atom, found in seen.items() if len(found) < 2]
    return ConditionCoverage(len(seen), len(seen) - len(missing), tuple(missing))
