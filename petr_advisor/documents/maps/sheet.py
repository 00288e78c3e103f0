"""The sheet on which land is drawn: as large as the page allows, flat, with a margin of what lies around."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from petr_advisor.documents.drawing import WIDTH
from petr_advisor.territory.outlines import STEPS, Point, Ring
from petr_advisor.territory.projection import Flat, Projection, projection_for, zone_of

TALLEST, LEAST = 540.0, 300.0
"""How tall the map is at most, and at least."""
LOW, LOW_WIDTH = 160.0, 320.0
"""How tall it is at least in a note, which has two pages, and how wide, its key standing beside it."""
MARGIN = 0.08
"""What lies around, as a share of the land's width or height."""
BARS = (1, 2, 5, 10, 20, 50, 100, 200)
"""Lengths in km that the bar of the scale may have."""

Place = tuple[float, float]
"""Where something stands on the sheet: from the left, from the top."""


@dataclass(frozen=True)
class Sheet:
    """A sheet for some land."""

    projection: Projection
    west: float
    """Easting of its left edge, in km."""
    north: float
    """Northing of its upper edge, in km."""
    per_km: float
    """How long a km is on it."""
    height: float
    width: float = WIDTH

    def place(self, point: Point) -> Place:
        """Place a point of the land."""
        east, north = self.projection(point)
        return (east - self.west) * self.per_km, (self.north - north) * self.per_km

    def line(self, points: Iterable[Point]) -> list[Place]:
        """Place a line."""
        return [self.place(point) for point in points]

    def path(self, lines: Iterable[Sequence[Point]]) -> str:
        """Write lines as the path of a drawing."""
        return " ".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in self.line(line)) for line in lines)

    def area(self, rings: Iterable[Ring]) -> str:
        """Write rings as the path of a surface; what lies in an even number of rings is outside."""
        return " ".join(f"{self.path([ring[:-1]])}Z" for ring in rings)

    def bar(self) -> tuple[int, float]:
        """Give the bar of the scale: how many km, and how long."""
        km = max((km for km in BARS if km * self.per_km <= self.width / 5), default=BARS[0])
        return km, km * self.per_km


class Reach(NamedTuple):
    """Land laid flat, and the km between which it lies."""

    projection: Projection
    west: float
    east: float
    south: float
    north: float


def reach(rings: Sequence[Ring], zone: str) -> Reach:
    """Lay rings flat as one does in their zone."""
    latitudes = [y for ring in rings for _, y in ring]
    flat = projection_for(zone, sum(latitudes) / len(latitudes) / STEPS)
    places: list[Flat] = [flat(point) for ring in rings for point in ring]
    easts, norths = [x for x, _ in places], [y for _, y in places]
    return Reach(flat, min(easts), max(easts), min(norths), max(norths))


def sheet_for(rings: Sequence[Ring], departements: frozenset[str], low: float | None = None) -> Sheet:
    """Lay out a sheet that shows rings whole, `low` tall where that is given, else as tall as the land needs.

    The départements say how the land is laid flat.
    """
    flat, west, east, south, north = reach(rings, zone_of(departements))
    wide, tall = (east - west) * (1 + 2 * MARGIN), (north - south) * (1 + 2 * MARGIN)
    width = WIDTH if low is None else LOW_WIDTH
    per_km = min(width / wide, (low or TALLEST) / tall)
    height = low or max(LEAST, tall * per_km)
    return Sheet(
        projection=flat,
        west=(east + west - width / per_km) / 2,
        north=(north + south + height / per_km) / 2,
        per_km=per_km,
        height=height,
        width=width,
    )
