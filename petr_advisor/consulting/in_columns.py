"""What follows in each row of a table of facts, on one day and for one set of key questions: all rows at once."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.memory import remember
from petr_advisor.columns.planes import Rows, unpack
from petr_advisor.columns.possibilities import Possibilities, Possible, Sketch
from petr_advisor.columns.table import Table
from petr_advisor.consulting.case import diagrams
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.goals import arises_anyway, is_asked
from petr_advisor.inference.clause_writer import TERRITORY
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.relevance import STATUSES
from petr_advisor.knowledge.conditions import Condition, Not
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.rules import Rule

_SKETCHES: Recent[tuple[Compiled, RuleBase], Sketch] = Recent(4)

NAMED = tuple(
    frozenset(status for place, status in enumerate(STATUSES) if code >> place & 1)
    for code in range(2 ** len(STATUSES))
)
"""By code, the statuses that are still possible."""
NOT_IN_FORCE = 1 << STATUSES.index("not_in_force")
"""The code of an option that is not in force."""


class InColumns:
    """What follows in each row of a table, and in which rows that can be told."""

    def __init__(self, blank: Consultation, table: Table) -> None:
        self.blank, self.rules, base = blank, blank.rules, blank.base
        self._breaches = tuple(_breaches(self.rules))
        also = [condition for _, of, needed in self._breaches for condition in (of, needed)]
        also += [rule.told_anyway for rule in self.rules.rules.values() if rule.told_anyway is not None]
        self.memory = remember(blank.compiled, self.rules, table, also)
        form = blank.compiled
        sketch = _SKETCHES.get((form, self.rules), lambda: Sketch(diagrams(form, self.rules)))
        self._possibilities = Possibilities(sketch, self.memory.table)
        self._in_play: dict[str, Rows] = {}
        self._diagrams = sketch.diagrams
        self.told = np.ones(table.rows, dtype=np.bool_)
        """The rows whose answers do not exclude each other, and of which every goal looked at can be told."""
        self.told &= self._rows(self._possibilities.sound)
        for key in base.conflicts:
            self.told &= ~self.memory.has(f"conflict:{key}:true")

    def _rows(self, found: Possible) -> Rows:
        """Give where something is possible; the rows in which it cannot be told are told no more."""
        self.told &= ~unpack(found.rough, len(self.told))
        return unpack(found.holds, len(self.told))

    def _possible(self, node: Node) -> Rows:
        return self._rows(self._possibilities.possible(node))

    def option(self, key: str) -> NDArray[np.int64]:
        """Give the code in NAMED of the statuses still possible of an option, by row; 0 where nothing calls for it."""
        if key not in self.rules.options:
            return np.full(len(self.told), NOT_IN_FORCE, np.int64)
        possible = {status: self._possible(node) for status, node in self._diagrams.option(key).items()}
        self._in_play[key] = possible["open"] | possible["conditional"]
        called_for = ~self._unmet(f"{key}/{self.rules.options[key].occasion}", key)
        codes = np.zeros(len(self.told), np.int64)
        for place, status in enumerate(STATUSES):
            codes |= possible[status].astype(np.int64) << place
        return np.where(called_for, codes, 0)

    def _unmet(self, requirement: str, option: str) -> Rows:
        """Tell where a requirement of an option is known not to be met."""
        found = self._diagrams.requirements(option).get(requirement)
        if found is None:
            return np.zeros(len(self.told), dtype=np.bool_)
        said = f"requirement:{requirement}"
        fine = (f"{said}:obtained",) if found.act else (f"{said}:met", f"{said}:not_applicable")
        is_fine = np.any([self.memory.has(token) for token in fine], axis=0)
        unmet = self._diagrams.unmet(found)
        surely = self._possible(unmet) & ~self._possible(~unmet)
        return np.asarray(~is_fine & (self.memory.has(f"{said}:unmet") | surely))

    def duties(self) -> dict[int, dict[tuple[str, str | None], bool]]:
        """Give the duties that follow in each row, and whether each is established; the options come before."""
        found: dict[int, dict[tuple[str, str | None], bool]] = {}
        for name, rule in self.rules.rules.items():
            if rule.duty is None or (rule.told_anyway is None and not is_asked(self.blank, rule)):
                continue
            for row, of, established in self._bound(name, rule):
                found.setdefault(row, {})[name, of] = established
        return found

    def _bound(self, name: str, rule: Rule) -> Iterator[tuple[int, str | None, bool]]:
        """Give (row, entity, whether it is established) where a duty follows, entities in the order of their names."""
        kind = rule.for_each or TERRITORY
        established = self.memory.has(f"rule:{name}:true", kind)
        waits = self.memory.has(f"rule_waits:{name}:true", kind) & ~self.memory.has(f"exception:{name}:true", kind)
        places = np.flatnonzero(established | waits)
        entities = self.memory.table.entities.get(kind)
        bears = self._bears(rule)
        found = []
        for place in places:
            row = int(place) if entities is None else int(entities.row[place])
            if bears[row]:
                of = None if entities is None else entities.ids[place]
                found.append((row, of, bool(established[place])))
        yield from sorted(found, key=lambda each: (each[0], each[1] or ""))

    def _bears(self, rule: Rule) -> Rows:
        """Tell where a duty bears on an option still in play, or hangs on none, and is asked for or told anyway."""
        bears = self._bears_if_told(rule)
        if rule.told_anyway is None or is_asked(self.blank, rule):
            return bears
        return np.asarray(bears & self.memory.view.truth(rule.told_anyway)[0])

    def _bears_if_told(self, rule: Rule) -> Rows:
        if arises_anyway(self.blank, rule):
            return np.ones(len(self.told), dtype=np.bool_)
        found = np.zeros(len(self.told), dtype=np.bool_)
        for key in rule.options:
            found |= self._in_play.get(key, found)
        return found

    def breaches(self) -> Iterator[tuple[str, Rows]]:
        """Give where each breach is established."""
        for key, of, needed in self._breaches:
            yield key, self.memory.view.truth(of)[0] & self.memory.view.truth(needed)[0]


def _breaches(rules: RuleBase) -> Iterator[tuple[str, Condition, Condition]]:
    """Give the breaches that there may be on a day: (regime/condition, when the regime binds, when it is broken)."""
    base = rules.base
    for name, regime in base.regimes.items():
        for key, condition in regime.conditions.items() if regime.of is not None else ():
            written = any(base.norms[norm].in_force.covers(rules.as_of) for norm in condition.norms)
            if regime.of is not None and condition.bears_on("to_remain") and written:
                yield f"{name}/{key}", regime.of, Not(condition.needed("to_remain", base.calendar))
