"""Land borders between EPCIs: is a perimeter in one piece, and does it close somebody in?

What the graph cannot see: the sea, rivers' mouths, foreign countries, bridges and ferries, an EPCI whose own land is in
several pieces, and single communes. So every « no » and every enclave is a question to put to the user, not a verdict.
"""

import csv
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from petr_advisor.errors import PetrAdvisorError

POINT_CONTACT_KM = 0.05
"""A shared border shorter than this, in km, is a contact at a point and does not join two EPCIs."""

_COLUMNS = ["siren_a", "siren_b", "shared_border_km"]


class BordersError(PetrAdvisorError):
    """A file of borders that is missing or cannot be read; the text names the file and the line."""


@dataclass(frozen=True, slots=True)
class PerimeterMeasure:
    """What the borders say of a perimeter; to be confirmed by the user wherever it is not a plain « yes »."""

    in_one_piece: bool
    """Whether every member can be reached from every other over land borders inside the perimeter."""
    components: tuple[frozenset[str], ...]
    """SIRENs of each piece, the largest first; a member without any known border is a piece of its own."""
    possible_enclaves: tuple[str, ...]
    """SIRENs, sorted, of outside EPCIs that the perimeter cuts off from the rest."""
    missing: tuple[str, ...]
    """SIRENs, sorted, of members that the graph does not know: islands, or not an EPCI of that year."""


@dataclass(frozen=True, slots=True)
class Borders:
    """The graph of EPCIs that share a land border."""

    neighbours: Mapping[str, frozenset[str]]
    """For each SIREN, those it shares a border with; symmetric."""

    @classmethod
    def load(cls, folder: Path, year: int) -> "Borders":
        """Read `borders-YEAR.csv` in a folder; BordersError names the file and the line."""
        return cls.read(folder / f"borders-{year}.csv")

    @classmethod
    def read(cls, path: Path) -> "Borders":
        """Read a CSV file with the columns siren_a, siren_b, shared_border_km; BordersError when it is malformed."""
        graph: dict[str, set[str]] = {}
        for line, row in enumerate(_rows(path), start=2):
            try:
                one, other, length = row[0], row[1], float(row[2])
            except (ValueError, IndexError) as error:
                raise BordersError(f"{path}, line {line}: {','.join(row)!r} is not two SIRENs and a length") from error
            graph.setdefault(one, set())
            graph.setdefault(other, set())
            if length >= POINT_CONTACT_KM:
                graph[one].add(other)
                graph[other].add(one)
        return cls(MappingProxyType({siren: frozenset(around) for siren, around in graph.items()}))

    def connected(self, sirens: Iterable[str]) -> bool:
        """Tell whether a perimeter is in one piece over land; an empty one is not."""
        return len(self.components(sirens)) == 1

    def components(self, sirens: Iterable[str]) -> tuple[frozenset[str], ...]:
        """Give the pieces of a perimeter, the largest first; a SIREN that the graph does not know stands alone."""
        return self._pieces(frozenset(sirens))

    def enclaves(self, sirens: Iterable[str]) -> tuple[str, ...]:
        """Give the outside EPCIs that may be enclaves, sorted: all those of `enclave_groups`."""
        return tuple(sorted(siren for group in self.enclave_groups(sirens) for siren in group))

    def enclave_groups(self, sirens: Iterable[str]) -> tuple[frozenset[str], ...]:
        """Give each group of outside EPCIs that the perimeter cuts off from the rest, the largest first.

        On each land mass (the mainland, Corsica, an overseas island) the EPCIs outside the perimeter fall into pieces;
        the largest is « the rest », every other may be an enclave. A true enclave is one of them as long as it holds
        fewer EPCIs than the rest; a group on the coast or a foreign border is named too, though it may be open there.
        """
        perimeter = frozenset(sirens)
        groups: list[frozenset[str]] = []
        for land in self._pieces(self.neighbours.keys()):
            if not land.isdisjoint(perimeter):
                groups += self._pieces(land - perimeter)[1:]
        return tuple(sorted(groups, key=_largest_first))

    def measure(self, sirens: Iterable[str]) -> PerimeterMeasure:
        """Give everything the borders say of a perimeter."""
        perimeter = frozenset(sirens)
        return PerimeterMeasure(
            in_one_piece=self.connected(perimeter),
            components=self.components(perimeter),
            possible_enclaves=self.enclaves(perimeter),
            missing=tuple(sorted(perimeter - self.neighbours.keys())),
        )

    def _pieces(self, sirens: AbstractSet[str]) -> tuple[frozenset[str], ...]:
        left = set(sirens)
        pieces = []
        while left:
            waiting = [left.pop()]
            piece = set(waiting)
            while waiting:
                reached = self.neighbours.get(waiting.pop(), frozenset()) & left
                left -= reached
                piece |= reached
                waiting.extend(reached)
            pieces.append(frozenset(piece))
        return tuple(sorted(pieces, key=_largest_first))


def _largest_first(piece: frozenset[str]) -> tuple[int, str]:
    return -len(piece), min(piece)


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BordersError(f"{path}: cannot be read as a UTF-8 CSV file ({error})") from error
    if not rows or rows[0] != _COLUMNS:
        raise BordersError(f"{path}, line 1: the columns must be {','.join(_COLUMNS)}")
    return rows[1:]
