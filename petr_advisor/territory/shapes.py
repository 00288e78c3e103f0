"""The shape of groupings: area, compactness, middle; of the drawn outlines, to compare by, not to apply the law to.

Areas are those of the sphere, lengths those of the simplified borders: good to a hundredth.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from petr_advisor.territory.ground import Ground, Places
from petr_advisor.territory.outlines import STEPS, Outlines, Point
from petr_advisor.territory.projection import EARTH_KM

Numbers = NDArray[np.float64]

_RADIANS = math.pi / 180 / STEPS


@dataclass(frozen=True, eq=False)
class Shapes:
    """The EPCIs of a ground as drawn, by place; nothing (0) for one without outline."""

    area: Numbers
    """Square km."""
    middle: Numbers
    """[places, 3]: the middle of its land, on a sphere of radius 1."""
    beside: Numbers
    """[places, places]: km of border that two share; on the diagonal, all of its own."""

    @classmethod
    def of(cls, ground: Ground, outlines: Outlines, wanted: Iterable[int]) -> "Shapes":
        """Measure some EPCIs of a ground."""
        count = len(ground.sirens)
        area, middle, beside = np.zeros(count), np.zeros((count, 3)), np.zeros((count, count))
        here = {ground.sirens[place]: place for place in wanted}
        for stretch in outlines.stretches:
            one, other = (here.get(siren) for siren in stretch.sirens)
            if one == other:  # both elsewhere, or a border of départements within one
                continue
            length = sum(_km(a, b) for a, b in pairwise(stretch.points))
            for place in (one, other):
                if place is not None:
                    beside[place, place] += length
            if one is not None and other is not None:
                beside[one, other] += length
                beside[other, one] += length
        for siren, place in here.items():
            area[place], middle[place] = _land(outlines, siren)
        return cls(area, middle, beside)

    def areas(self, sets: Places) -> Numbers:
        """Give the area of each grouping, in square km."""
        return np.asarray(np.where(sets >= 0, self.area[sets], 0.0).sum(axis=1))

    def compactness(self, sets: Places) -> Numbers:
        """Give how near each grouping is to a disc, which has 1: its area over that of a disc with its border."""
        around = np.where(sets >= 0, self.beside[sets, sets], 0.0).sum(axis=1)
        for one in range(sets.shape[1]):
            for other in range(one + 1, sets.shape[1]):
                both = (sets[:, one] >= 0) & (sets[:, other] >= 0)
                around -= np.where(both, 2 * self.beside[sets[:, one], sets[:, other]], 0.0)
        found = np.zeros(len(sets))
        np.divide(4 * math.pi * self.areas(sets), around**2, out=found, where=around > 0)
        return found

    def off_centre(self, sets: Places, places: Iterable[int]) -> Numbers:
        """Give how far, in km, the middle of some EPCIs lies from that of each grouping."""
        ours = _unit((self.middle * self.area[:, None])[list(places)].sum(axis=0))
        weights = np.where(sets >= 0, self.area[sets], 0.0)
        theirs = _unit((self.middle[sets] * weights[:, :, None]).sum(axis=1))
        return np.asarray(EARTH_KM * np.arccos(np.clip(theirs @ ours, -1.0, 1.0)))


def _unit(vectors: Numbers) -> Numbers:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0))


def _km(one: Point, other: Point) -> float:
    """Give the length of a short line on the sphere."""
    narrow = math.cos((one[1] + other[1]) / 2 * _RADIANS)
    return EARTH_KM * _RADIANS * math.hypot((other[0] - one[0]) * narrow, other[1] - one[1])


def _land(outlines: Outlines, siren: str) -> tuple[float, Numbers]:
    """Give the area of an EPCI and the middle of its land."""
    total = east = north = 0.0
    for piece in outlines.polygons_of(siren):
        for ring in (piece.outer, *piece.holes):  # longitude and the sine of latitude keep areas as they are
            for a, b in pairwise([(x * _RADIANS, math.sin(y * _RADIANS)) for x, y in ring]):
                cross = a[0] * b[1] - b[0] * a[1]
                total += cross / 2
                east += (a[0] + b[0]) * cross / 6
                north += (a[1] + b[1]) * cross / 6
    if not total:
        return 0.0, np.zeros(3)
    longitude, sine = east / total, north / total
    cosine = math.sqrt(1 - sine**2)
    return total * EARTH_KM**2, np.array([cosine * math.cos(longitude), cosine * math.sin(longitude), sine])
