"""The part of a rule base that is enacted on a date."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.options import Merit, Option, TableRow
from petr_advisor.knowledge.rules import Rule

Entry = TypeVar("Entry")


@dataclass(frozen=True, eq=False)
class RuleBase:
    """What is enacted on one date."""

    base: KnowledgeBase
    """The rule base it was taken from."""
    as_of: date
    """The date of law."""
    options: dict[str, Option]
    """Options that exist."""
    cures: dict[str, Cure]
    """Cures that exist."""
    rules: dict[str, Rule]
    """Rules that apply."""
    rows: dict[str, TableRow]
    """Rows of choice tables, by `table/row`."""

    def enacts(self, kind: str, key: str) -> bool:
        """Tell whether a rule, a cure, a row (`table/row`) or a merit (`option/merit`) is enacted."""
        if kind == "merit":
            owner, _, name = key.partition("/")
            return owner in self.options and name in self.options[owner].merits
        entries: dict[str, Collection[str]] = {"rule": self.rules, "cure": self.cures, "row": self.rows}
        return key in entries[kind]

    def options_for(self, question: str) -> dict[str, Option]:
        """Give the options that answer a key question."""
        return self._options_of.get(question, {})

    @cached_property
    def _options_of(self) -> Mapping[str, dict[str, Option]]:
        return _by((option.answers, key, option) for key, option in self.options.items())

    def concluding(self, fact: str) -> dict[str, Rule]:
        """Give the rules that conclude a fact."""
        return self._rules_of.get(fact, {})

    @cached_property
    def _rules_of(self) -> Mapping[str, dict[str, Rule]]:
        return _by((fact, key, rule) for key, rule in self.rules.items() for fact in rule.then)

    def rows_for(self, question: str) -> dict[str, TableRow]:
        """Give the rows of the choice tables that answer a key question."""
        return self._rows_of.get(question, {})

    @cached_property
    def _rows_of(self) -> Mapping[str, dict[str, TableRow]]:
        tables = self.base.tables
        return _by((tables[key.partition("/")[0]].answers, key, row) for key, row in self.rows.items())

    def readings(self, point: str) -> tuple[str, ...]:
        """Give the readings of a disputed point that make sense on the date."""
        found = self.base.disputed[point].readings
        return tuple(key for key, reading in found.items() if reading.in_force.covers(self.as_of))

    def prudent(self, point: str) -> str:
        """Give the prudent reading, or the only one in force when that one is not."""
        return self._prudent[point]

    @cached_property
    def _prudent(self) -> dict[str, str]:
        found = {}
        for point, disputed in self.base.disputed.items():
            live = self.readings(point)
            found[point] = disputed.prudent if disputed.prudent in live or not live else live[0]
        return found


def _by(found: Iterable[tuple[str, str, Entry]]) -> dict[str, dict[str, Entry]]:
    """Group entries by something, each under its key: (what, key, entry)."""
    groups: dict[str, dict[str, Entry]] = {}
    for what, key, entry in found:
        groups.setdefault(what, {})[key] = entry
    return groups


def enact(base: KnowledgeBase, as_of: date) -> RuleBase:
    """Select what is enacted on a date; items read at the date of a fact (`law_at`) stay, with a guard."""

    def holds(norms: Iterable[str], *, acts: bool = True) -> bool:
        period = base.period_of(norms, acts=acts)
        return period is not None and period.covers(as_of)

    return RuleBase(
        base=base,
        as_of=as_of,
        options={
            key: _of_the_day(
                option,
                {name: merit for name, merit in option.merits.items() if holds(merit.norms)},
                [name for name, said in option.additions.items() if not holds(said.norms, acts=False)],
            )
            for key, option in base.options.items()
            if option.law_at or ((period := base.option_period(option)) and period.covers(as_of))
        },
        cures={key: cure for key, cure in base.cures.items() if cure.law_at or holds(cure.norms)},
        rows={
            f"{name}/{key}": row
            for name, table in base.tables.items()
            for key, row in table.rows.items()
            if holds(row.norms, acts=False)
        },
        rules={key: rule for key, rule in base.rules.items() if rule.law_at or holds(rule.norms, acts=False)},
    )


def _of_the_day(option: Option, merits: dict[str, Merit], unsaid: Iterable[str]) -> Option:
    """Give an option with its arguments of the day, and without what is not said yet or any more."""
    changed: dict[str, object] = dict.fromkeys(unsaid)
    if len(merits) < len(option.merits):
        changed["merits"] = merits
    return option.model_copy(update=changed) if changed else option
