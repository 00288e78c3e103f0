"""The ledger: each thing the legal dossier held, what encodes it, what tests it, or why nothing does."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.ledger import LedgerFile, OpenQuestion
from petr_advisor.knowledge.options import Option, RequirementGroup
from petr_advisor.knowledge.texts import Text
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
class TableEntry:
    """An entry of a table of the dossier."""

    table: str
    key: str
    by: tuple[str, ...]
    """What encodes it: `option:creation`, `scenario:scot/relations/equal`…"""
    reason: str | None
    """Why nothing does, in French."""


@dataclass(frozen=True)
class Page:
    """A file of the dossier in the ledger."""

    name: str
    title: Text
    norms: tuple[tuple[str, Entry], ...]
    """Each identifier of a norm, and the norm that carries it."""
    points: tuple[tuple[str, str], ...]
    """Each identifier of an unsettled point, and the disputed point that carries it."""
    tables: tuple[TableEntry, ...]
    open_questions: tuple[tuple[str, OpenQuestion], ...] = ()

    @property
    def encoded(self) -> int:
        """How many of its identifiers of norms are encoded."""
        return sum(bool(entry.encoded_by) for _, entry in self.norms)


OWN = Text(fr="Normes ajoutées au dossier", en="Norms added to the dossier")


def pages(base: KnowledgeBase, entries: Sequence[Entry]) -> tuple[Page, ...]:
    """Sort the norms by the files of the dossier they come from; those that come from none stand last, under `own`."""
    by_name = {name: entry for entry in entries for name in (entry.norm, *entry.aliases)}
    points = {name: key for key, point in base.disputed.items() for name in (key, *point.aliases)}
    found = tuple(
        Page(
            key,
            file.title,
            tuple((name, by_name[name]) for name in file.norms),
            tuple((name, points[name]) for name in file.points),
            tuple(_table_entries(file)),
            tuple(file.open_questions.items()),
        )
        for key, file in base.ledger.items()
    )
    named = {entry.norm for page in found for _, entry in page.norms}
    named |= {points[name] for page in found for name, _ in page.points}
    cited = {reference for page in found for row in page.tables for reference in row.by}
    own = tuple((e.norm, e) for e in entries if e.norm not in named and f"norm:{e.norm}" not in cited)
    own_points = tuple((key, key) for key in base.disputed if key not in named)
    return (*found, Page("own", OWN, own, own_points, ()))


def _table_entries(file: LedgerFile) -> Iterator[TableEntry]:
    for table, rows in file.tables.items():
        for key, account in rows.items():
            reason = account.fr if isinstance(account, Text) else None
            yield TableEntry(table, key, () if isinstance(account, Text) else account, reason)


def lost_scenarios(pages: Iterable[Page], names: Collection[str]) -> tuple[tuple[str, TableEntry], ...]:
    """Give the entries that lead to a scenario that is not there; names are paths such as `scot/relations/equal`."""
    return tuple(
        (page.name, row)
        for page in pages
        for row in page.tables
        for reference in row.by
        if reference.startswith("scenario:") and reference.removeprefix("scenario:") not in names
    )


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
