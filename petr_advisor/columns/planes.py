"""Bit planes: one bit a row, 64 rows a word; a program of clauses fires over all rows at once."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import numpy as np
from numpy.typing import NDArray

from petr_advisor.inference.program import Program, Token

Plane = NDArray[np.uint64]
"""[words]: bit i of word w speaks of row 64·w + i; the bits beyond the last row are 0."""

Rows = NDArray[np.bool_]
"""[rows]: one truth a row."""

WORD = 64


def words_for(rows: int) -> int:
    """Give how many words a plane of so many rows has."""
    return -(-rows // WORD)


def pack(truths: Rows) -> Plane:
    """Put one truth a row into a plane."""
    packed = np.zeros(words_for(len(truths)) * 8, dtype=np.uint8)
    bits = np.packbits(truths, bitorder="little")
    packed[: len(bits)] = bits
    return packed.view(np.dtype("<u8")).astype(np.uint64, copy=False)


def unpack(plane: Plane, rows: int) -> Rows:
    """Give one truth a row back."""
    bits = plane.astype(np.dtype("<u8"), copy=False).view(np.uint8)
    return np.unpackbits(bits, count=rows, bitorder="little").view(np.bool_)


class PlaneProgram:
    """The clauses of a program, in an order in which each follows what it waits for."""

    def __init__(self, program: Program) -> None:
        heads: dict[Token, list[tuple[Token, ...]]] = {}
        for clause in program.clauses:
            heads.setdefault(clause.head, []).append(clause.body)
        needs = {head: {token for body in bodies for token in body} for head, bodies in heads.items()}
        self.circular = False
        """Whether some clauses wait for each other: all are then fired again until nothing more follows."""
        try:
            order = [token for token in TopologicalSorter(needs).static_order() if token in heads]
        except CycleError:
            order, self.circular = list(heads), True
        self.place = {token: number for number, token in enumerate((*sorted(program.listens_to - set(heads)), *order))}
        """The place of each token among the planes."""
        self._steps = [
            (self.place[head], [tuple(self.place[token] for token in body) for body in heads[head]]) for head in order
        ]

    def run(self, given: Mapping[Token, Plane], words: int) -> list[Plane]:
        """Give the plane of each token, by its place, from those of the tokens given; others than its own fall.

        Tokens that hold in the same rows may have one plane between them: none is written to.
        """
        nothing = np.zeros(words, dtype=np.uint64)
        planes = [nothing] * len(self.place)
        for token, plane in given.items():
            place = self.place.get(token)
            if place is not None:
                planes[place] = plane
        self._sweep(planes, nothing)
        while self.circular:
            before = tuple(planes)
            self._sweep(planes, nothing)
            if all(map(np.array_equal, before, planes)):
                break
        return planes

    def _sweep(self, planes: list[Plane], nothing: Plane) -> None:
        """Fire each clause once."""
        for head, bodies in self._steps:
            out = planes[head]
            for body in bodies:
                found = planes[body[0]]
                for token in body[1:]:
                    found = found & planes[token]
                out = found if out is nothing else out | found
            planes[head] = out
