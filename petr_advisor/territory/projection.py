"""How a map of France is laid flat: Lambert-93 for the mainland and Corsica, each overseas département by itself."""

import math
from collections.abc import Callable
from typing import NamedTuple

from petr_advisor.territory.outlines import STEPS, Point

Flat = tuple[float, float]
"""Easting and northing in km."""
Projection = Callable[[Point], Flat]

EXCENTRICITY = 0.0818191910428158
"""Of the ellipsoid GRS 80."""
EXPONENT, CONSTANT, MERIDIAN = 0.7256077650, 11754.255426, 3.0
"""Of Lambert-93 (RGF93, EPSG:2154): the exponent, the constant in km, the longitude of origin in degrees."""
SOUTH = 12655.612050
"""Northing of the pole of the cone less that of the origin, in km."""
EASTING = 700.0
EARTH_KM = 6371.0


class Zone(NamedTuple):
    """Land that is drawn on one map."""

    key: str
    """`mainland`, or the code of an overseas département."""
    projection: Projection


def lambert93(point: Point) -> Flat:
    """Give easting and northing in km, in Lambert-93."""
    longitude, latitude = point[0] / STEPS, math.radians(point[1] / STEPS)
    sine = EXCENTRICITY * math.sin(latitude)
    isometric = math.atanh(math.sin(latitude)) - EXCENTRICITY * math.atanh(sine)
    radius = CONSTANT * math.exp(-EXPONENT * isometric)
    angle = EXPONENT * math.radians(longitude - MERIDIAN)
    return EASTING + radius * math.sin(angle), SOUTH - radius * math.cos(angle)


def zone_of(departements: frozenset[str]) -> str:
    """Tell on which map land lies, by its départements: those overseas have three digits."""
    code = min(departements)
    return code if len(code) == 3 else "mainland"


def projection_for(zone: str, middle: float) -> Projection:
    """Give how the land of a zone is laid flat; `middle` is a latitude of the land drawn, in degrees."""
    if zone == "mainland":
        return lambert93
    degree = math.radians(1) * EARTH_KM
    narrow = degree * math.cos(math.radians(middle))
    return lambda point: (point[0] / STEPS * narrow, point[1] / STEPS * degree)
