"""The map of a territory as GeoJSON (RFC 7946): members, neighbours, SCoTs, borders of départements."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from petr_advisor.documents.maps.drawing import Member, source_said
from petr_advisor.documents.maps.land import Land, name_of
from petr_advisor.territory.measures import outlines
from petr_advisor.territory.outlines import STEPS, Point
from petr_advisor.words.voice import Voice


def geojson(land: Land, members: Mapping[str, Member], voice: Voice) -> bytes:
    """Give a territory and what touches it as a collection of features; places in degrees (WGS 84)."""
    own = frozenset(land.members)
    around = sorted(outlines().neighbours(own))
    features = [
        _surface("member", {siren}, siren=siren, name=members[siren].name, population=members[siren].population)
        for siren in land.members
    ]
    features += [_surface("neighbour", {siren}, siren=siren, name=name_of(siren)) for siren in around]
    features += [_surface("scot", scheme.sirens, name=scheme.name) for scheme in land.schemes]
    lines = outlines().departement_lines(own)
    if lines:
        features.append(_feature("departement-border", "MultiLineString", [_line(line) for line in lines]))
    found = {"type": "FeatureCollection", "source": source_said(voice), "features": features}
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _surface(kind: str, sirens: Iterable[str], **properties: Any) -> dict[str, Any]:
    wanted = frozenset(sirens)
    codes = sorted({code for siren in wanted for code in outlines().departements.get(siren, ())})
    shapes = [[_line(ring) for ring in (piece.outer, *piece.holes)] for piece in outlines().polygons(wanted)]
    return _feature(kind, "MultiPolygon", shapes, **properties, departements=codes)


def _feature(kind: str, shape: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **properties},
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def _line(points: Sequence[Point]) -> list[tuple[float, float]]:
    return [(x / STEPS, y / STEPS) for x, y in points]
