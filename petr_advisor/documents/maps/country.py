"""The country on one sheet: the mainland and Corsica, each overseas département in a frame of its own below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from petr_advisor.documents.drawing import WIDTH, drawn
from petr_advisor.documents.maps.sheet import Sheet, reach
from petr_advisor.documents.parts import Picture
from petr_advisor.territory.measures import outlines
from petr_advisor.territory.outlines import Ring
from petr_advisor.territory.projection import zone_of

FRAME, GAP, KEY_ROW = 120.0, 10.0, 24.0
"""Side of a frame; between frames; height of a row of the key."""
MAINLAND = "mainland"
TINTS = (0.0, 0.14, 0.34, 0.6, 0.9)
"""How dark an area of each level is: a map in grey says as much."""


class Area(NamedTuple):
    """Land to be drawn."""

    id: str
    sirens: frozenset[str]
    said: str
    """What a page tells of it when it is pointed at."""
    level: int
    """Its place in TINTS."""


class Shape(NamedTuple):
    """An area as it is drawn."""

    id: str
    path: str
    said: str
    tint: float


@dataclass(frozen=True)
class Country:
    """Where everything stands on the sheet."""

    sheets: Mapping[str, Sheet]
    """By zone."""
    zones: Mapping[str, str]
    """The zone of each EPCI with an outline, by SIREN."""
    frames: Sequence[tuple[float, float]]
    """The corners of the frames."""
    height: float

    def path(self, sirens: Iterable[str]) -> str:
        """Give the path of a set of EPCIs; nothing of those that have no outline."""
        by_zone: dict[str, set[str]] = {}
        for siren in sirens:
            if siren in self.zones:
                by_zone.setdefault(self.zones[siren], set()).add(siren)
        return " ".join(self.sheets[zone].area(_rings(frozenset(held))) for zone, held in by_zone.items())

    def departements(self) -> str:
        """Give the path of the borders between départements of the mainland."""
        lines = outlines().departement_lines(frozenset(s for s, zone in self.zones.items() if zone == MAINLAND))
        return self.sheets[MAINLAND].path(lines)


@cache
def country() -> Country:
    """Lay the country out, once."""
    zones = {siren: zone_of(codes) for siren, codes in outlines().departements.items()}
    overseas = sorted({*zones.values()} - {MAINLAND})
    mainland = _sheet(zones, MAINLAND, (0.0, 0.0, WIDTH, WIDTH))
    frames = [(number * (FRAME + GAP), mainland.height + GAP) for number in range(len(overseas))]
    boxes = {zone: (*corner, FRAME, FRAME) for zone, corner in zip(overseas, frames, strict=True)}
    sheets = {MAINLAND: mainland} | {zone: _sheet(zones, zone, box) for zone, box in boxes.items()}
    return Country(sheets, zones, frames, mainland.height + (GAP + FRAME if frames else 0.0))


def draw_country(areas: Iterable[Area], key: Sequence[tuple[int, str]], title: str, alt: str, accent: str) -> Picture:
    """Draw areas on the country; `key` says what each level means."""
    land = country()
    placed = ((area, land.path(area.sirens)) for area in areas)
    top = land.height + KEY_ROW
    return drawn(
        "country",
        "country",
        title,
        alt,
        accent,
        height=top + KEY_ROW * len(key),
        ground=land.path(land.zones),
        departements=land.departements(),
        shapes=[Shape(area.id, path, area.said, TINTS[area.level]) for area, path in placed if path],
        frames=land.frames,
        frame=FRAME,
        key=[(top + place * KEY_ROW, TINTS[level], words) for place, (level, words) in enumerate(key)],
    )


def _rings(sirens: frozenset[str]) -> tuple[Ring, ...]:
    if len(sirens) > 1:
        return outlines().rings(sirens)
    pieces = (piece for siren in sirens for piece in outlines().polygons_of(siren))
    return tuple(ring for piece in pieces for ring in (piece.outer, *piece.holes))


def _sheet(zones: Mapping[str, str], zone: str, box: tuple[float, float, float, float]) -> Sheet:
    """Lay the land of a zone in a box: its left, its top, the width and the height that it may take."""
    rings = _rings(frozenset(siren for siren, of in zones.items() if of == zone))
    left, top, width, height = box
    flat, west, east, south, north = reach(rings, zone)
    per_km = min(width / (east - west), height / (north - south))
    return Sheet(flat, west - left / per_km, north + top / per_km, per_km, (north - south) * per_km)
