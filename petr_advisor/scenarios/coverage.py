"""What encodes each norm, and which scenarios test it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from petr_advisor.inference.compiler import requirement_keys
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.options import Option, RequirementGroup
from petr_advisor.scenarios.form import DUTY
from petr_advisor.scenarios.scenario import Scenario


class Citing(Protocol):
    """Something that cites norms."""

    @property
    def norms(self) -> tuple[str, ...]:
        """The norms it cites."""
        ...


Item = tuple[str, str]
"""(kind, identifier) of something that cites norms: ("rule", "staff.offer"), ("requirement", "l5741-4/proposal")…"""


@dataclass(frozen=True)
class Coverage:
    """A norm, what encodes it and what tests it."""

    norm: str
    topic: str
    encoded_by: tuple[Item, ...]
    tested_by: tuple[str, ...]
    """Scenarios whose expectations bear on something that encodes it."""


def citations(base: KnowledgeBase) -> Mapping[Item, tuple[str, ...]]:
    """Give the norms that each item cites."""
    return dict(_citations(base))


def _citations(base: KnowledgeBase) -> Iterator[tuple[Item, tuple[str, ...]]]:
    simple: dict[str, Mapping[str, Citing]] = {
        "rule": base.rules,
        "cure": base.cures,
        "option": base.options,
        "procedure": base.procedures,
        "majority": base.majorities,
        "conflict": base.conflicts,
        "holiday": base.holidays,
        "restraint": base.restraints,
        "notice": base.notices,
        "term": base.terms,
    }
    for kind, entries in simple.items():
        yield from (((kind, key), entry.norms) for key, entry in entries.items())
    for name, table in base.tables.items():
        yield from ((("row", f"{name}/{key}"), row.norms) for key, row in table.rows.items())
    owners: dict[str, RequirementGroup | Option] = {**base.groups, **base.options}
    for name, owner in owners.items():
        yield from ((("requirement", f"{name}/{key}"), found.norms) for key, found in owner.requires.items())
    for name, option in base.options.items():
        yield from ((("merit", f"{name}/{key}"), merit.norms) for key, merit in option.merits.items())
    for name, procedure in base.procedures.items():
        yield from ((("act", f"{name}/{key}"), act.all_norms) for key, act in procedure.acts.items())


def coverage(base: KnowledgeBase, scenarios: Iterable[Scenario]) -> tuple[Coverage, ...]:
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
        Coverage(key, norm.topic, tuple(encoded.get(key, ())), tuple(tested.get(key, ())))
        for key, norm in base.norms.items()
    )


def expected_items(scenario: Scenario) -> Iterator[Item]:
    """Give what a scenario's expectations bear on; those on an option bear on its requirements too."""
    base, expect = scenario.base, scenario.expect
    for option in (*expect.options, *expect.ranking, *((expect.first,) if expect.first else ())):
        yield "option", option
        yield from (("requirement", key) for key in requirement_keys(base, option))
        yield from (("merit", f"{option}/{key}") for key in base.options[option].merits)
        yield from (("procedure", key) for key in base.options[option].procedures)
        yield from (("act", key) for key in base.acts_of(option))
    yield from (("requirement", key) for key in expect.requirements)
    yield from (("cure", key) for key in expect.cures)
    yield from (("rule", key.partition("@")[0]) for key in (*expect.duties, *expect.deadlines))
    yield from (("conflict", key) for key in expect.conflicts)
    yield from (("term", key) for key in expect.terms or ())
    yield from _expected_of_procedures(scenario)
    for fact in expect.facts:
        yield from (("rule", key) for key, rule in base.rules.items() if fact in rule.then)


def _expected_of_procedures(scenario: Scenario) -> Iterator[Item]:
    """Give what expectations on procedures bear on: acts with the majority they take, progress with what led to it."""
    base, expect = scenario.base, scenario.expect
    for key in dict.fromkeys((*expect.acts, *expect.tally, *expect.plan)):
        yield "act", key
        yield "procedure", key.partition("/")[0]
        if majority := base.act(key).majority:
            yield "majority", majority
    followed = dict.fromkeys((*expect.progress, *expect.next_change))
    yield from (("procedure", name) for name in followed)
    yield from (("act", f"{done.procedure}/{done.act}") for done in scenario.acts if done.procedure in followed)


def expected_duties(scenarios: Iterable[Scenario]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the duties that scenarios expect to follow, and those that they expect not to, other readings included."""
    follow: set[str] = set()
    absent: set[str] = set()
    for scenario in scenarios:
        expect = scenario.expect
        stated: list[tuple[str, str]] = list(expect.duties.items())
        for found in expect.readings.values():
            stated += [(key.removeprefix(DUTY), str(state)) for key, state in found.items() if key.startswith(DUTY)]
        for key, state in stated:
            (absent if state == "absent" else follow).add(key.partition("@")[0])
    return frozenset(follow), frozenset(absent)
