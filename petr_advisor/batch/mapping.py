"""Which territories change, on the map of the country: those whose members are known."""

from collections.abc import Iterator, Mapping

from petr_advisor.batch.bases import base_of
from petr_advisor.batch.cases import Taken, cases_of
from petr_advisor.batch.form import MEMBERS, TERRITORY, Order, Raw
from petr_advisor.batch.running import Done, Files, rows_of
from petr_advisor.documents.maps.country import Area, draw_country
from petr_advisor.documents.maps.drawing import source_said
from petr_advisor.documents.settings import usual_settings
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.scenario import entity_id
from petr_advisor.territory.measures import MEASURED, outlines
from petr_advisor.words.voice import Voice

UNCHANGED, CHANGED = 1, 3
"""Their tints."""
MOST_NAMED = 30
"""Territories named in the words that stand for the map."""


def map_of(files: Files, order: Order, done: Done, voice: Voice) -> str | None:
    """Draw the territories of a batch that compares, those that change darker; None where no members are known."""
    drawn: dict[frozenset[str], Area] = {}
    for found in _territories(files, order):
        area = _area(found, done.changed, voice)
        if area.sirens not in drawn or drawn[area.sirens].level < area.level:  # cases of one land are drawn once
            drawn[area.sirens] = area
    areas = list(drawn.values())
    if not areas:
        return None
    areas.sort(key=lambda area: (area.level, -len(area.sirens)))  # what changes is drawn over what does not
    named = [area.said for area in areas if area.level == CHANGED]
    told = voice.phrase("batch.map-alt", n=len(named), total=len(areas), names=named[:MOST_NAMED])
    alt = f"{told} {source_said(voice)}"
    key = [(level, voice.phrase(f"batch.map-{name}")) for level, name in ((CHANGED, "changed"), (UNCHANGED, "same"))]
    return draw_country(areas, key, voice.phrase("batch.map-title"), alt, usual_settings().accent).svg


Territory = tuple[int, str, str, frozenset[str]]
"""(row, identifier, name, SIRENs with an outline)."""


def _area(found: Territory, changes: Mapping[tuple[int, str], int], voice: Voice) -> Area:
    row, name, territory, sirens = found
    count = changes.get((row, name), 0)
    said = voice.labelled(territory, voice.phrase("batch.map-count", n=count))
    return Area(f"{row}", sirens, said, CHANGED if count else UNCHANGED)


def _territories(files: Files, order: Order) -> Iterator[Territory]:
    base = base_of(order.knowledge, order.overlay)
    for raw in rows_of(files, base):
        for row, name, territory, members in _members(raw, order, base):
            sirens = frozenset(members).intersection(outlines().departements)
            if sirens:
                yield row, name, territory, sirens


def _members(raw: Raw, order: Order, base: KnowledgeBase) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    if raw.scenario is not None:
        for taken in cases_of(raw, base, order):
            if isinstance(taken, Taken) and (listed := taken.case.state.lists.get(MEASURED)) is not None:
                yield taken.row, taken.id, taken.territory or taken.id, listed.ids
    elif isinstance(members := raw.fields.get(MEMBERS), list) and not raw.wrong:
        name = str(raw.fields.get("id", raw.row))
        ids = tuple(entity_id(each, place) for place, each in enumerate(members, 1) if isinstance(each, dict))
        yield raw.row, name, str(raw.fields.get(TERRITORY, name)), ids
