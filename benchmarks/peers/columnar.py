"""Our evaluator in columns: one case is a column of one row; many are what it is made for."""

from collections.abc import Sequence

import numpy as np

from benchmarks.peers.form import Exported, Given, OneByOne
from benchmarks.peers.native import program_of
from petr_advisor.columns.planes import Plane, PlaneProgram, pack, unpack, words_for

TILES = 655
"""How often the cases of a batch are laid side by side: columns are made for many."""


class Peer(OneByOne):
    """The columns."""

    version = f"petr_advisor, numpy {np.__version__}"

    def load(self, program: Exported) -> None:
        """Put the clauses in order."""
        self._program, self._heads = PlaneProgram(program_of(program)), list(program.bodies)
        self._inputs = program.inputs

    def evaluate(self, given: Given) -> Given:
        """Conclude one row."""
        one = pack(np.ones(1, np.bool_))
        found = self._program.run({str(number): one for number in given}, 1)
        return frozenset(head for head in self._heads if found[self._program.place[str(head)]][0])

    def planes(self, cases: Sequence[Given]) -> dict[str, Plane]:
        """Give the plane of each number over the cases, laid side by side."""
        told = np.array([[number in case for case in cases] for number in self._inputs], np.bool_)
        return {str(number): pack(np.tile(row, TILES)) for number, row in zip(self._inputs, told, strict=True)}

    def run(self, planes: dict[str, Plane], rows: int) -> list[Given]:
        """Conclude every row; gives the first ones, as many as were laid side by side."""
        found, first = self._program.run(planes, words_for(rows)), rows // TILES
        kept = {head: unpack(found[self._program.place[str(head)]][: words_for(first)], first) for head in self._heads}
        return [frozenset(head for head, of in kept.items() if of[row]) for row in range(first)]
