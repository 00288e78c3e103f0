"""What is possible in some completion of what is not known, in every row: the diagrams walked over bit planes.

A diagram reads each bit of a fact once on a path. Where facts are known in full or not at all, whether some completion
satisfies it is then found from its leaves up, one operation a node for all rows. Where a fact is only known to lie in
several of its cells, its bits hang together and the walk would say too much: such rows are told apart.
"""

from functools import reduce
from typing import NamedTuple

import numpy as np

from petr_advisor.columns.planes import Plane, pack, words_for
from petr_advisor.columns.table import Table
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.relevance import components
from petr_advisor.knowledge.base import READING_PREFIX

NEVER, ALWAYS = 0, 1
"""The places of the two leaves."""


class Possible(NamedTuple):
    """Where a goal is possible, and where that cannot be told by planes."""

    holds: Plane
    rough: Plane


class _Goal(NamedTuple):
    """A diagram with the prudent readings put in, joined to what is impossible of its facts."""

    place: int
    facts: frozenset[FactKey]


class Sketch:
    """The nodes of some diagrams, each after those below it; made once, walked over as many tables as one likes."""

    def __init__(self, diagrams: Diagrams) -> None:
        self.diagrams = diagrams
        self.steps: list[tuple[str, int, int]] = []
        """(bit, place when it is 0, place when it is 1) of each node; the two leaves come before the first."""
        self._places: dict[Node, int] = {diagrams.bdd.false: NEVER, diagrams.bdd.true: ALWAYS}
        self._goals: dict[Node, _Goal] = {}
        self._care, unsound = components(diagrams, (~conflict for conflict in diagrams.conflicts()))
        if unsound:  # whatever is answered is impossible
            self._care.append((diagrams.bdd.false, frozenset()))

    def goal(self, node: Node) -> _Goal:
        """Give a goal under the prudent readings, in what is not impossible."""
        if node not in self._goals:
            diagrams = self.diagrams
            prudent = {bit: diagrams.prudent_bits[bit] for bit in diagrams.support(node) & diagrams.prudent_bits.keys()}
            under = diagrams.bdd.let(prudent, node) if prudent else node
            support = diagrams.support(under)
            parts = (care for care, variables in self._care if not variables.isdisjoint(support))
            self._goals[node] = self._made(reduce(lambda a, b: a & b, parts, under))
        return self._goals[node]

    def sound(self) -> tuple[_Goal, ...]:
        """Give the goals that are all possible where the answers do not exclude each other."""
        return tuple(self._made(care) for care, _ in self._care)

    def _made(self, node: Node) -> _Goal:
        bits = self.diagrams.support(node)
        return _Goal(self._placed(node), frozenset(self.diagrams.fact_of_bit[bit] for bit in bits))

    def _placed(self, top: Node) -> int:
        """Give the place of a node, those below it having theirs."""
        bdd, waiting = self.diagrams.bdd, [top]
        while waiting:
            node = waiting[-1]
            if node in self._places:
                waiting.pop()
                continue
            bit = str(node.var)
            below = [bdd.let({bit: value}, node) for value in (False, True)]
            missing = [each for each in below if each not in self._places]
            if missing:
                waiting += missing
                continue
            self._places[node] = len(self.steps) + 2
            self.steps.append((bit, self._places[below[0]], self._places[below[1]]))
            waiting.pop()
        return self._places[top]


class Possibilities:
    """The completions that remain in each row of a table of facts, given and measured."""

    def __init__(self, sketch: Sketch, table: Table) -> None:
        self.sketch, self.table = sketch, table
        self._every = pack(np.ones(table.rows, dtype=np.bool_))
        self._none = np.zeros(words_for(table.rows), dtype=np.uint64)
        self._planes: list[Plane] = [self._none, self._every]
        self._bits: dict[str, tuple[Plane, Plane]] = {}
        self._rough: dict[FactKey, Plane] = {}

    def possible(self, node: Node) -> Possible:
        """Tell where a goal holds in some completion, under the prudent readings."""
        return self._of(self.sketch.goal(node))

    @property
    def sound(self) -> Possible:
        """Where the answers do not exclude each other."""
        found = [self._of(goal) for goal in self.sketch.sound()]
        holds = reduce(np.bitwise_and, (each.holds for each in found), self._every)
        return Possible(holds, reduce(np.bitwise_or, (each.rough for each in found), self._none))

    def _of(self, goal: _Goal) -> Possible:
        self._walk(goal.place)
        rough = reduce(np.bitwise_or, (self._learn(key) for key in goal.facts), self._none)
        return Possible(self._planes[goal.place], rough)

    def _walk(self, place: int) -> None:
        """Find the planes of the nodes up to a place, those below a node first."""
        for bit, low, high in self.sketch.steps[len(self._planes) - 2 : max(place - 1, 0)]:
            if bit not in self._bits:
                self._learn(self.sketch.diagrams.fact_of_bit[bit])
            may_be_0, may_be_1 = self._bits[bit]
            self._planes.append((may_be_0 & self._planes[low]) | (may_be_1 & self._planes[high]))

    def _learn(self, key: FactKey) -> Plane:
        """Put in what is known of a fact; give the rows in which it lies in several of its cells."""
        if key not in self._rough:
            self._rough[key] = self._learned(key)
        return self._rough[key]

    def _learned(self, key: FactKey) -> Plane:
        diagrams, (fact, entity) = self.sketch.diagrams, key
        bits = diagrams.bits_of(key)
        self._bits.update(dict.fromkeys(bits, (self._every, self._every)))
        if entity is not None:
            return self._every
        column = self.table.columns.get(fact)
        if column is None or fact.startswith(READING_PREFIX):
            return self._none
        total, rough = len(diagrams.cells(fact)), self._none
        where: dict[tuple[str, bool], Plane] = {}
        merged = column.merged(lambda known: diagrams.possible_cells(fact, known.value))
        for number, known in enumerate(merged.known):
            cells, rows = diagrams.possible_cells(fact, known.value), pack(merged.classes == number)
            if len(cells) == 1 and total > 1:
                for bit, value in diagrams.cell_bits(key, cells[0]).items():
                    where[bit, value] = where.get((bit, value), self._none) | rows
            elif 1 < len(cells) < total:
                rough = rough | rows
        for bit in bits:
            self._bits[bit] = (
                self._every & ~where.get((bit, True), self._none),
                self._every & ~where.get((bit, False), self._none),
            )
        return rough
