"""Dossiers drawn by a seed: every fact, values around what the conditions compare with, a part of them unknown."""

from datetime import date
from fractions import Fraction

import numpy as np

from petr_advisor.columns.column import Column
from petr_advisor.columns.table import Entities, Table
from petr_advisor.inference.cells import cells_of
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.facts import Known, Range, Value
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.enacted import RuleBase

UNKNOWN = 0.25
"""How often a fact is not known."""
MOST_MEMBERS = 7


def drawn(compiled: Compiled, rules: RuleBase, rows: int, seed: int) -> Table:
    """Draw a table of dossiers."""
    return _Draw(compiled, rules, rows, np.random.default_rng(seed)).table()


class _Draw:
    def __init__(self, compiled: Compiled, rules: RuleBase, rows: int, dice: np.random.Generator) -> None:
        self.compiled, self.rules, self.rows, self.dice = compiled, rules, rows, dice
        self.facts = rules.base.all_facts

    def table(self) -> Table:
        own = [fact for fact, kind in self.facts.items() if kind.of is None and kind.entity is None]
        columns = {fact: self._column(fact, self.rows) for fact in own if self._values(fact)}
        for point in self.rules.base.disputed:
            fact = f"{READING_PREFIX}{point}"
            readings = [
                Known(reading, "reading") for reading in self.rules.readings(point) or (self.rules.prudent(point),)
            ]
            columns[fact] = Column(self.dice.integers(0, len(readings), self.rows).astype(np.int32), tuple(readings))
        for fact, kind in self.rules.base.facts.items():
            if "calendar" in kind.given_by:
                columns[fact] = Column.constant(Known(self.rules.as_of, "calendar"), self.rows)
        return Table(self.rows, columns, {kind: self._entities(kind) for kind in self.compiled.programs if kind})

    def _entities(self, kind: str) -> Entities:
        listed = self.dice.random(self.rows) < 0.7
        sizes = np.where(listed, self.dice.integers(0, MOST_MEMBERS + 1, self.rows), 0)
        row = np.repeat(np.arange(self.rows), sizes)
        first = np.repeat(np.cumsum(sizes) - sizes, sizes)
        ids = tuple(f"m{number}" for number in np.arange(len(row)) - first)
        own = [fact for fact, found in self.facts.items() if found.of == kind]
        columns = {fact: self._column(fact, len(row), unknown=UNKNOWN / 5) for fact in own if self._values(fact)}
        return Entities(row, ids, listed, listed & (self.dice.random(self.rows) < 0.85), columns)

    def _column(self, fact: str, rows: int, unknown: float = UNKNOWN) -> Column:
        values = self._values(fact)
        classes = self.dice.integers(0, len(values), rows).astype(np.int32)
        classes[self.dice.random(rows) < unknown] = -1
        return Column(classes, tuple(values))

    def _values(self, fact: str) -> list[Known]:
        """Give values of a fact that fall on both sides of every condition, some of them ranges."""
        kind = self.facts[fact]
        tests = tuple(atom.test for _, atom in self.compiled.atoms_by_fact.get(fact, ()))
        found: list[Value | Range] = [
            value for cell in cells_of(kind, tests, self.rules.as_of) for value in cell.representatives
        ]
        if kind.type in {"count", "amount"}:
            found += [int(number) for number in self.dice.integers(kind.minimum or 0, kind.maximum or 200_000, 20)]
        if kind.type == "fraction":
            found += [Fraction(1, 3), Fraction(1, 2), Fraction(2, 3)]
        if kind.type in {"count", "amount", "fraction", "date"} and kind.of is None:
            ends = sorted(value for value in found if isinstance(value, int | Fraction | date))
            found += [Range(ends[0], ends[len(ends) // 2]), Range(ends[len(ends) // 2], None)]
        return [Known(value, "user" if number % 5 else "supposed") for number, value in enumerate(found)]
