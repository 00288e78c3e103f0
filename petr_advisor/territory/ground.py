"""The ground as numbers: EPCIs in a row, those that share a land border side by side in words of bits.

What is kept of the borders are the pairs; who may be a member is an EPCI with own taxation, whatever its kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from petr_advisor.territory.borders import Borders
from petr_advisor.territory.outlines import Outlines
from petr_advisor.territory.register import Register

Places = NDArray[np.int16]
"""Places of EPCIs on the ground; -1 where there is none."""
Words = NDArray[np.uint64]
"""Sets of places, one bit a place."""

WORD = 64


@dataclass(frozen=True, eq=False)
class Ground:
    """EPCIs and who touches whom."""

    sirens: tuple[str, ...]
    """By place, sorted."""
    populations: NDArray[np.int64]
    """By place: inhabitants, municipal population."""
    near: tuple[Places, ...]
    """By place: its neighbours, sorted."""
    open: NDArray[np.bool_]
    """By place: whether it lies on the sea or on a foreign border, so that what is beside it is not enclosed."""
    members: NDArray[np.bool_]
    """By place: whether it may be a member: an EPCI with own taxation."""

    @classmethod
    def of(cls, borders: Borders, register: Register, outlines: Outlines) -> "Ground":
        """Put the EPCIs of the borders and of the register side by side."""
        known = {epci.siren: epci for epci in register.epcis}
        sirens = tuple(sorted(known.keys() | borders.neighbours.keys()))
        place = {siren: number for number, siren in enumerate(sirens)}
        near = (sorted(place[other] for other in borders.neighbours.get(siren, ())) for siren in sirens)
        beside = {siren for stretch in outlines.stretches for siren in stretch.sirens if not all(stretch.sirens)}
        return cls(
            sirens,
            np.array([known[siren].population_municipal if siren in known else 0 for siren in sirens], np.int64),
            tuple(np.array(found, np.int16) for found in near),
            np.array([siren in beside for siren in sirens], np.bool_),
            np.array([siren in known and known[siren].own_tax_epci for siren in sirens], np.bool_),
        )

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each SIREN."""
        return {siren: number for number, siren in enumerate(self.sirens)}

    @cached_property
    def touching(self) -> Words:
        """[places, words]: the neighbours of each place."""
        bits = np.zeros((len(self.sirens), self.words * WORD), np.bool_)
        for number, around in enumerate(self.near):
            bits[number, around] = True
        return words_of(bits)

    @cached_property
    def around(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Each place and its neighbours, one after the other, and where those of each place begin."""
        found = [np.array([number, *near], np.int64) for number, near in enumerate(self.near)]
        starts = np.cumsum([0, *(len(each) for each in found[:-1])], dtype=np.int64)
        return np.concatenate(found), starts

    @property
    def words(self) -> int:
        """How many words a set of places takes."""
        return -(-len(self.sirens) // WORD)

    def places(self, sirens: Iterable[str]) -> Places:
        """Give the places of some SIRENs."""
        return np.array([self.place[siren] for siren in sirens], np.int16)

    def one(self, places: Iterable[int]) -> Words:
        """Give a set of places."""
        bits = np.zeros((1, self.words * WORD), np.bool_)
        bits[0, list(places)] = True
        return np.asarray(words_of(bits)[0])

    def hops(self, start: int) -> NDArray[np.int16]:
        """Give, by place, how many borders lie between it and a place; a large number where it cannot be reached."""
        found = np.full(len(self.sirens), np.iinfo(np.int16).max, np.int16)
        found[start], edge, steps = 0, [start], 0
        while edge:
            steps += 1
            edge = [int(other) for each in edge for other in self.near[each] if found[other] > steps]
            edge = list(dict.fromkeys(edge))
            found[edge] = steps
        return found

    def part(self, within: NDArray[np.int64]) -> "Ground":
        """Give the ground of some places only, in their order."""
        new = np.full(len(self.sirens), -1, np.int16)
        new[within] = np.arange(len(within), dtype=np.int16)
        near = (np.sort(kept[kept >= 0]) for kept in (new[self.near[number]] for number in within))
        return Ground(
            tuple(self.sirens[number] for number in within),
            self.populations[within],
            tuple(near),
            self.open[within],
            self.members[within],
        )


def words_of(bits: NDArray[np.bool_]) -> Words:
    """Pack rows of bits, a whole number of words each."""
    return np.packbits(bits, axis=1, bitorder="little").view(np.uint64)


def bits_of(words: Words) -> NDArray[np.uint8]:
    """Unpack rows of words."""
    return np.unpackbits(np.ascontiguousarray(words).view(np.uint8), axis=1, bitorder="little")
