"""Groupings on maps: the first ones drawn, on a page with their table, alone, or as GeoJSON."""

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from petr_advisor.documents.maps.drawing import Member, draw, source_said
from petr_advisor.documents.maps.land import Land, land
from petr_advisor.documents.settings import usual_settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.perimeters.exploring import Explored, name_of
from petr_advisor.perimeters.lines import SEPARATOR, Line, lines, places_of
from petr_advisor.perimeters.telling import around_schemes, common_to, heading, measures, names, notes, statuses, ways
from petr_advisor.territory.measures import outlines
from petr_advisor.territory.outlines import STEPS
from petr_advisor.words.voice import Voice

if TYPE_CHECKING:
    from jinja2 import Environment

DRAWN = 6
"""Maps on a page, where no number is asked for."""
COMPARED = 200
"""Lines of its table."""


def svg(found: Explored, voice: Voice, _: int | None) -> bytes:
    """Draw the grouping that is ranked first."""
    return _drawn(found, voice, _first(found)).encode()


def page(found: Explored, voice: Voice, first: int | None) -> bytes:
    """Give a page: the first groupings on maps, and a table to sort of those that follow too. It asks no network."""
    common = common_to(found)
    shown = []
    for rank, row in enumerate(found.order[: first or DRAWN].tolist(), 1):
        own = {key: of for key, of in statuses(found, row).items() if key not in common}
        picture = _drawn(found, voice, row)
        for part in ("t", "d", "hatch"):  # several drawings stand on one page
            picture = picture.replace(f"map-{part}", f"map-{rank}-{part}")
        said = [measures(found, voice, row), *around_schemes(found, voice, row), *ways(found, voice, own)]
        shown.append((rank, names(found, row), picture, said))
    told = environment().get_template("page.html").render(
        voice=voice,
        phrase=voice.phrase,
        heading=heading(found, voice),
        common=list(ways(found, voice, common)),
        shown=shown,
        lines=list(lines(found, max(first or 0, COMPARED))),
        separator=SEPARATOR,
        notes=[*notes(found, voice), source_said(voice)],
    )  # fmt: skip
    return told.encode()


def collection(found: Explored, _: Voice, first: int | None) -> bytes:
    """Give the first groupings as features, each with its line of the table; places in degrees (WGS 84)."""
    wanted = first or DRAWN
    features = [_feature(found, row, line) for row, line in zip(found.order[:wanted].tolist(), lines(found, wanted),
                                                                strict=True)]  # fmt: skip
    told = {"type": "FeatureCollection", "features": features}
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@cache
def environment() -> "Environment":
    """Give what pages are made with."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only a page needs it

    loader = PackageLoader("petr_advisor.perimeters")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _first(found: Explored) -> int:
    if not len(found.order):
        raise PetrAdvisorError.of("perimeter.nothing-to-draw")
    return int(found.order[0])


def _drawn(found: Explored, voice: Voice, row: int) -> str:
    ground = found.groupings.ground
    places = places_of(found.groupings, row)
    members = {
        ground.sirens[place]: Member(number, name_of(ground, place), int(ground.populations[place]))
        for number, place in enumerate(places, 1)
    }
    land_drawn, foot = _land(found, tuple(members)), (source_said(voice),)
    return draw(land_drawn, members, voice, usual_settings().accent, foot=foot).picture.svg


def _land(found: Explored, sirens: tuple[str, ...]) -> Land:
    chosen = land(sirens, found.wanted.schemes)
    if chosen is None or len(chosen.members) < len(sirens):
        raise PetrAdvisorError.of("perimeter.nothing-to-draw")
    return chosen


def _feature(found: Explored, row: int, line: Line) -> dict[str, Any]:
    ground = found.groupings.ground
    sirens = frozenset(ground.sirens[place] for place in places_of(found.groupings, row))
    shapes = [
        [[(x / STEPS, y / STEPS) for x, y in ring] for ring in (piece.outer, *piece.holes)]
        for piece in outlines().polygons(sirens)
    ]
    return {"type": "Feature", "properties": line, "geometry": {"type": "MultiPolygon", "coordinates": shapes}}
