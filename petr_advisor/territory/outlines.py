"""Outlines of EPCIs: the border of any set of them, its neighbours, the borders of départements that cross it.

What is kept are the stretches of border, each with what lies on its two sides, so that neighbours share one line: the
outline of a set of EPCIs is the stretches with one side in it.
"""

import csv
import itertools
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from petr_advisor.errors import PetrAdvisorError

STEPS = 10_000
"""Points are kept in steps of a degree: about 11 m."""

_COLUMNS = ["siren_a", "departement_a", "siren_b", "departement_b", "points"]

Point = tuple[int, int]
"""Longitude and latitude, in steps of a degree."""
Ring = tuple[Point, ...]
"""A closed line; its last point is its first."""


class OutlinesError(PetrAdvisorError):
    """A file of outlines that is missing or cannot be read; the text names the file and the line."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of border, with the EPCI and the département on each side; empty where there is none (sea, abroad)."""

    sirens: tuple[str, str]
    departements: tuple[str, str]
    written: str
    """Its first point, then how far each one lies from the one before."""

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its points, read when they are needed."""
        numbers = iter(map(int, self.written.split()))
        x = y = 0
        found = []
        for step_x, step_y in zip(numbers, numbers, strict=True):
            x, y = x + step_x, y + step_y
            found.append((x, y))
        return tuple(found)


@dataclass(frozen=True)
class Polygon:
    """A piece of land: its outer ring, and the rings of what it encloses."""

    outer: Ring
    holes: tuple[Ring, ...]


@dataclass(frozen=True)
class Outlines:
    """The borders of every EPCI of a year."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def load(cls, folder: Path, year: int) -> "Outlines":
        """Read `outlines-YEAR.csv` in a folder; OutlinesError names the file and the line."""
        path = folder / f"outlines-{year}.csv"
        try:
            with path.open(encoding="utf-8", newline="") as file:
                header, *rows = list(csv.reader(file)) or [[]]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise OutlinesError(f"{path}: cannot be read as a UTF-8 CSV file ({error})") from error
        if header != _COLUMNS:
            raise OutlinesError(f"{path}, line 1: the columns must be {','.join(_COLUMNS)}")
        return cls(tuple(_stretches(path, rows)))

    @cached_property
    def departements(self) -> dict[str, frozenset[str]]:
        """The départements in which each EPCI lies, by SIREN."""
        found: dict[str, set[str]] = {}
        for stretch in self.stretches:
            for siren, departement in zip(stretch.sirens, stretch.departements, strict=True):
                if siren:
                    found.setdefault(siren, set()).add(departement)
        return {siren: frozenset(codes) for siren, codes in found.items()}

    def rings(self, sirens: AbstractSet[str]) -> tuple[Ring, ...]:
        """Give the closed lines around a set of EPCIs, those around what it encloses included."""
        lines = [s.points for s in self.stretches if (s.sirens[0] in sirens) != (s.sirens[1] in sirens)]
        return tuple(_closed(lines))

    @cached_property
    def _of(self) -> dict[str, list[Stretch]]:
        """The stretches of each EPCI."""
        found: dict[str, list[Stretch]] = {}
        for stretch in self.stretches:
            for siren in {*stretch.sirens} - {""}:
                found.setdefault(siren, []).append(stretch)
        return found

    def polygons(self, sirens: AbstractSet[str]) -> tuple[Polygon, ...]:
        """Give the pieces of land of a set, the largest first; outer rings run anticlockwise, holes clockwise."""
        return _nested(self.rings(sirens))

    def polygons_of(self, siren: str) -> tuple[Polygon, ...]:
        """Give the pieces of land of one EPCI, as `polygons` does, its stretches found at once."""
        return _nested(_closed([s.points for s in self._of.get(siren, ()) if s.sirens[0] != s.sirens[1]]))

    def neighbours(self, sirens: AbstractSet[str]) -> frozenset[str]:
        """Give the EPCIs outside a set that share a border with it."""
        beside = {
            siren for s in self.stretches if not sirens.isdisjoint(s.sirens) for siren in s.sirens if siren
        }  # fmt: skip
        return frozenset(beside - sirens)

    def departement_lines(self, sirens: AbstractSet[str]) -> tuple[tuple[Point, ...], ...]:
        """Give the borders between two départements that touch a set of EPCIs."""
        return tuple(
            s.points
            for s in self.stretches
            if all(s.sirens) and s.departements[0] != s.departements[1] and not sirens.isdisjoint(s.sirens)
        )


def area(ring: Ring) -> float:
    """Give the area of a ring in square steps of a degree, positive when it runs anticlockwise."""
    return sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in itertools.pairwise(ring)) / 2


def _stretches(path: Path, rows: Iterable[list[str]]) -> Iterator[Stretch]:
    for line, row in enumerate(rows, start=2):
        if len(row) != len(_COLUMNS) or not row[0] or not row[4]:
            raise OutlinesError(f"{path}, line {line}: {','.join(row)[:60]!r} is not a stretch of border")
        yield Stretch((row[0], row[2]), (row[1], row[3]), row[4])


def _nested(rings: Iterable[Ring]) -> tuple[Polygon, ...]:
    """Put rings in one another: the outer ones, each with the rings of what it encloses."""
    outer: dict[Ring, list[Ring]] = {}
    for ring in sorted(rings, key=lambda ring: -abs(area(ring))):
        around = [larger for larger in outer if _inside(ring, larger)]
        in_holes = sum(_inside(ring, hole) for larger in around for hole in outer[larger])
        if around and len(around) > in_holes:
            outer[around[-1]].append(_turned(ring, anticlockwise=False))
        else:
            outer[_turned(ring, anticlockwise=True)] = []
    return tuple(Polygon(ring, tuple(holes)) for ring, holes in outer.items())


def _closed(lines: Iterable[tuple[Point, ...]]) -> Iterator[Ring]:
    """Join lines by their ends into rings; where rings touch at a point, each is closed there."""
    ends: dict[Point, list[tuple[Point, ...]]] = {}
    for line in lines:
        if line[0] == line[-1]:
            yield line
        else:
            ends.setdefault(line[0], []).append(line)
            ends.setdefault(line[-1], []).append(line[::-1])
    while ends:
        start = next(iter(ends))
        path: list[Point] = [start]
        seen = {start: 0}
        while True:
            line = _taken(ends, path[-1])
            path.extend(line[1:])
            place = seen.get(path[-1])
            if place is not None:
                yield tuple(path[place:])
                del path[place + 1 :]
                seen = {point: at for point, at in seen.items() if at <= place}
                if place == 0:
                    break
            else:
                seen[path[-1]] = len(path) - 1


def _taken(ends: dict[Point, list[tuple[Point, ...]]], point: Point) -> tuple[Point, ...]:
    """Take a line that begins at a point, and the same line from its other end."""
    line = ends[point].pop()
    back = ends[line[-1]]
    back.remove(line[::-1])
    for end in {line[0], line[-1]}:
        if not ends[end]:
            del ends[end]
    return line


def _inside(ring: Ring, other: Ring) -> bool:
    """Tell whether a ring lies within another, of which it is not a part: by a point that is not on the other."""
    on = set(other)
    x, y = next((point for point in ring if point not in on), ring[0])
    crossed = False
    for (x1, y1), (x2, y2) in itertools.pairwise(other):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _turned(ring: Ring, *, anticlockwise: bool) -> Ring:
    return ring if (area(ring) > 0) == anticlockwise else ring[::-1]
