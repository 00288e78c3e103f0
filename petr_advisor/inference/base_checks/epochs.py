"""The stretches of time between two changes of the law, each with what is enacted in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from petr_advisor.inference.base_checks.witness import describe
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.compiler import compile_rules
from petr_advisor.inference.diagram_manager import Manager, Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.enacted import RuleBase, enact
from petr_advisor.knowledge.law import ALWAYS, InForcePeriod
from petr_advisor.words.texts import Text


@dataclass(eq=False)
class Epoch:
    """A stretch of time in which the same entries are enacted, on its last first day."""

    rules: RuleBase
    form: Compiled
    """The engine form of the base, the same at every date."""
    manager: Manager
    """The manager of diagrams, the same for all: they have most diagrams in common."""
    _diagrams: list[Diagrams] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The day on which it is looked at."""
        return self.rules.as_of

    @property
    def compiled(self) -> Compiled:
        """Its engine form."""
        return self.form

    @cached_property
    def tested(self) -> frozenset[str]:
        """The facts that some enacted condition tests."""
        return frozenset(atom.fact for atom in self.compiled.atoms.values())

    @property
    def diagrams(self) -> Diagrams:
        """Its decision diagrams, built once."""
        if not self._diagrams:
            self._diagrams.append(Diagrams(self.compiled, self.rules, self.manager))
        return self._diagrams[0]

    def possible(self, node: Node) -> bool:
        """Tell whether something holds in some completion that no conflict excludes."""
        return bool(self._without_conflict(node) != self.diagrams.bdd.false)

    def witness(self, node: Node) -> Text:
        """Describe a completion in which something holds."""
        return describe(self.diagrams, self._without_conflict(node))

    def _without_conflict(self, node: Node) -> Node:
        """Take out the completions that a conflict excludes; conflicts on other facts than these are left out."""
        bdd = self.diagrams.bdd
        support = set(bdd.support(node))
        left = [(conflict, set(bdd.support(conflict))) for conflict in self.diagrams.conflicts()]
        while near := [conflict for conflict, variables in left if variables & support]:
            left = [(conflict, variables) for conflict, variables in left if not variables & support]
            for conflict in near:
                node &= ~conflict
                support |= set(bdd.support(conflict))
        return node


def epochs(base: KnowledgeBase) -> tuple[Epoch, ...]:
    """Give the stretches of time with something enacted, the latest first; those that enact the same count as one."""
    found: dict[object, RuleBase] = {}
    for day in sorted(set(_changes(base)), reverse=True):
        rules = enact(base, day)
        readings = tuple(rules.readings(point) for point in base.disputed)
        enacted = (tuple(rules.options), tuple(rules.cures), tuple(rules.rows), tuple(rules.rules), readings)
        if rules.options or rules.rules:
            found.setdefault(enacted, rules)
    form, manager = compile_rules(base), Manager()
    return tuple(Epoch(rules, form, manager) for rules in found.values())


def _changes(base: KnowledgeBase) -> Iterator[date]:
    """Give the days from which something changes."""
    periods: list[InForcePeriod] = [option.period or ALWAYS for option in base.options.values()]
    periods += [reading.in_force for point in base.disputed.values() for reading in point.readings.values()]
    for norm in base.norms.values():
        periods += [norm.in_force, norm.period]
    yield date(2014, 1, 1)
    for period in periods:
        if period.from_ is not None:
            yield period.from_
        if period.to is not None and period.to < date.max:
            yield period.to + timedelta(days=1)
