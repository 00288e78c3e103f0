"""What the oracle looks up in a rule base at a date of law, whatever the facts: once for all the cases of that date."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from petr_advisor.inference.recent import Recent
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Literal, ValueTest
from petr_advisor.knowledge.enacted import enact
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement, TableRow
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.rules import Rule

TOLD = ("rule", "rule_waits", "cure", "requirement", "option", "merit", "act", "row", "conflict")
SAYS = {"obtained", "met", "unmet", "not_applicable", "open", "closed", "conditional", "not_in_force"}
"""What is compared of requirements and options; everything else that engines derive of them is in between."""


@dataclass(frozen=True)
class Asked:
    """What is to be concluded for some key questions, each thing once however many options share it."""

    rules: dict[str, Rule]
    options: dict[str, Option]
    requirements: dict[str, Requirement]
    cures: frozenset[str]
    acts: dict[str, Act]
    rows: dict[str, TableRow]


@dataclass
class Reading:
    """A rule base read at a date of law, whatever the facts: what stands together in it is looked up once."""

    base: KnowledgeBase
    as_of: date
    tests: dict[tuple[str, InForcePeriod | None], Literal] = field(default_factory=dict)
    """« In force on the day of that fact », by the fact and the period."""
    _numbers: dict[int, int] = field(default_factory=dict)
    _distinct: dict[ValueTest, int] = field(default_factory=dict)
    _told: dict[str, bool] = field(default_factory=dict)
    _required: dict[str, dict[str, Requirement]] = field(default_factory=dict)
    _entered: dict[str, dict[str, Requirement]] = field(default_factory=dict)
    _asked: dict[frozenset[str], Asked] = field(default_factory=dict)

    def number(self, test: ValueTest) -> int:
        """Give the same number for equal tests, which stand in many places; each is compared with the others once."""
        found = self._numbers.get(id(test))  # all are held by the base, or here
        if found is None:
            found = self._numbers[id(test)] = self._distinct.setdefault(test, len(self._distinct))
        return found

    def is_told(self, token: str) -> bool:
        """Keep what is shown to somebody: not what is in between, nor arguments of an option that does not exist."""
        if token not in self._told:
            kind, _, rest = token.partition(":")
            if kind == "merit":
                self._told[token] = rest.partition("/")[0] in self.options
            else:
                unsaid = kind in {"requirement", "option"} and rest.rpartition(":")[2] not in SAYS
                self._told[token] = kind in TOLD and not unsaid
        return self._told[token]

    @cached_property
    def options(self) -> frozenset[str]:
        """The options that exist on the day."""
        return frozenset(enact(self.base, self.as_of).options)

    @cached_property
    def concluding(self) -> dict[str, list[Rule]]:
        """The rules that conclude each fact, in their order."""
        found: dict[str, list[Rule]] = defaultdict(list)
        for rule in self.base.rules.values():
            for fact in rule.then:
                found[fact].append(rule)
        return found

    def asked(self, questions: frozenset[str]) -> Asked:
        """Give what is to be concluded for some key questions."""
        if questions not in self._asked:
            self._asked[questions] = self._what_is_asked(questions)
        return self._asked[questions]

    def _what_is_asked(self, questions: frozenset[str]) -> Asked:
        base = self.base
        options = {key: option for key, option in base.options.items() if option.answers in questions}
        requirements = {key: found for name in options for key, found in self.requirements(name).items()}
        for key in {cure for found in requirements.values() for cure in found.cures}:
            requirements.update(self.entered(key))
        tables = {name: table for name, table in base.tables.items() if table.answers in questions}
        return Asked(
            {k: r for k, r in base.rules.items() if not r.about or r.told_anyway or questions & set(r.about)},
            options,
            requirements,
            frozenset(cure for found in requirements.values() for cure in found.cures),
            {name: act for key in options for name, act in base.acts_of(key).items()},
            {f"{name}/{key}": row for name, table in tables.items() for key, row in table.rows.items()},
        )

    def requirements(self, option: str) -> dict[str, Requirement]:
        """Give the requirements of an option, by `group/name` or `option/name`; its own prevail."""
        if option not in self._required:
            found: dict[str, tuple[str, Requirement]] = {}
            for owner in (*self.base.groups_of(self.base.options[option]), option):
                group = self.base.options[option] if owner == option else self.base.groups[owner]
                found.update({name: (f"{owner}/{name}", requirement) for name, requirement in group.requires.items()})
            self._required[option] = dict(found.values())
        return self._required[option]

    def entered(self, key: str) -> dict[str, Requirement]:
        """Give what is required by the regimes that a cure enters."""
        if key not in self._entered:
            cure = self.base.cures[key]
            self._entered[key] = {
                f"{name}/{key}": found
                for name, regime in self.base.regimes.items()
                if regime.makes and all(cure.makes.get(fact) == value for fact, value in regime.makes.items())
                for key, found in (self.base.groups[name].requires.items() if name in self.base.groups else ())
            }
        return self._entered[key]


_READINGS: Recent[tuple[int, date], Reading] = Recent(8)
"""Each holds its base, whose id is safe."""


def reading(base: KnowledgeBase, as_of: date) -> Reading:
    """Give the reading of a base at a date of law, remembered."""
    return _READINGS.get((id(base), as_of), lambda: Reading(base, as_of))
