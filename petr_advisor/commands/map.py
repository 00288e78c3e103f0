"""What `petr-advisor map` does: the territory of a case drawn on its ground."""

import re
from collections.abc import Sequence
from pathlib import Path

from petr_advisor.commands.opening import open_case
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import land_of, members_of
from petr_advisor.documents.maps.drawing import draw as draw_map
from petr_advisor.documents.maps.drawing import foot_said, ground_said
from petr_advisor.documents.maps.geojson import geojson
from petr_advisor.documents.maps.land import Scheme
from petr_advisor.documents.settings import usual_settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.writing import WritingError, check_place, write
from petr_advisor.territory.measures import MEASURED, OUTLINES_DRAWN_FROM, outlines

SUFFIXES = (".svg", ".geojson", ".png")
"""The formats of a map, by the suffix of the file."""

_SIREN = re.compile(r"[0-9]{9}")


def draw(
    case: str, output: Path, settings: Settings = DEFAULT, scots: Sequence[str] = (), *, overwrite: bool = False
) -> str:
    """Write the map of a case in the format of the suffix; gives what was written and what the map shows.

    `scots` are perimeters to draw over it, each as a name, a colon, then the SIRENs of its members.
    """
    if output.suffix.lower() not in SUFFIXES:
        raise WritingError.of("map.suffix", suffixes=SUFFIXES)
    check_place(output, overwrite=overwrite)
    schemes = tuple(map(read_scheme, scots))
    _, consultation = open_case(case, settings)
    desk = Desk(settings.language, consultation=consultation, in_print=False)
    found = land_of(desk, schemes)
    if found is None:
        if consultation.as_of < OUTLINES_DRAWN_FROM:
            raise PetrAdvisorError.of("map.too-early", day=OUTLINES_DRAWN_FROM)
        raise PetrAdvisorError.of("map.nobody")
    members = members_of(desk, found)
    if output.suffix.lower() == ".geojson":
        content = geojson(found, members, desk)
    else:
        named = desk.listed((member.name for member in members.values()), "comma")
        foot = foot_said(desk, consultation.as_of, named)
        svg = draw_map(found, members, desk, usual_settings().accent, foot=foot).picture.svg
        content = svg.encode() if output.suffix.lower() == ".svg" else _png(svg)
    write(output, content, overwrite=overwrite)
    listed = consultation.facts.entities[MEASURED]
    left = [of for of in listed.ids if of not in found.members]
    said = [f"{output} ({output.stat().st_size / 1000:.0f} kB)", *ground_said(found, members, desk)]
    said += [desk.phrase("map.not-drawn", names=desk.some(MEASURED, left))] if left else []
    return "\n".join(said)


def read_scheme(text: str) -> Scheme:
    """Read the perimeter of a SCoT, `NAME: SIREN SIREN …`; PetrAdvisorError names what is no SIREN of the register."""
    name, colon, members = text.rpartition(":")
    sirens = tuple(re.split(r"[\s,;]+", members.strip()))
    if not colon or not name.strip():
        raise PetrAdvisorError.of("map.scot-form", text=text)
    for siren in sirens:
        if not _SIREN.fullmatch(siren) or siren not in outlines().departements:
            raise PetrAdvisorError.of("map.scot-stranger", siren=siren, name=name.strip())
    return Scheme(name.strip(), sirens)


def _png(svg: str) -> bytes:
    from petr_advisor.documents.typesetting import raster  # noqa: PLC0415 - only a picture of dots needs it

    return raster([svg])[0]
