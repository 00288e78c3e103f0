"""What the pages of norms, of the texts they stand in and of disputed points say."""

from collections.abc import Iterator
from typing import Any

from petr_advisor.documents.blocks import Run
from petr_advisor.documents.texts_online import official_address, read_in
from petr_advisor.knowledge.law import Source
from petr_advisor.site.graph import Graph, Ref
from petr_advisor.site.scribe import Scribe


def norm(scribe: Scribe, key: str) -> dict[str, Any]:
    """A norm: where it stands, its versions, what turns on it and what applies it."""
    base, graph, found = scribe.base, scribe.graph, scribe.base.norms[key]
    citing = graph.citing.get(key, {})
    points = (*(Ref("disputed", point) for point in found.disputed), *(ref for ref in citing if ref.kind == "disputed"))
    return {
        "title": scribe.place(found) if found.sources else None,
        "places": [(reference, base.sources[reference.id]) for reference in found.sources],
        "read_at": lambda source: read_at(scribe, source),
        "versions": _versions(graph, key),
        "points": list(dict.fromkeys(points)),
        "encoding": [ref for ref in citing if ref.kind not in {"disputed", "fact"}],
        "asked": [ref for ref in citing if ref.kind == "fact"],
    }


def read_at(scribe: Scribe, source: Source) -> list[tuple[str, Run]]:
    """Give where a text can be read: on Légifrance, by its number or by a search, and where it was found."""
    found = []
    if run := scribe.outside(official_address(source)):
        found.append(
            ("Légifrance", run.model_copy(update={"text": source.legifrance_id or scribe.phrase("search-it")}))
        )
        if run := scribe.outside(read_in(source)):
            found.append((scribe.phrase("read-at"), run))
    elif run := scribe.outside(source.address):
        found.append((scribe.phrase("where-to-read"), run))
    return found


def _versions(graph: Graph, key: str) -> list[Ref]:
    """Give the earlier and later versions of a norm, in order, this one among them; nothing when it is the only one."""
    earlier = list(_before(graph, key))
    later: dict[str, None] = {}
    queue = [key]
    while queue:
        found = [ref.key for ref in graph.later.get(queue.pop(0), {}) if ref.key not in (key, *earlier, *later)]
        later |= dict.fromkeys(found)
        queue += found
    return [Ref("norm", each) for each in (*reversed(earlier), key, *later)] if earlier or later else []


def _before(graph: Graph, key: str) -> Iterator[str]:
    seen, before = {key}, graph.base.norms[key].succeeds
    while before and before not in seen:
        seen.add(before)
        yield before
        before = graph.base.norms[before].succeeds


def source(scribe: Scribe, key: str) -> dict[str, Any]:
    """A text: where it can be read, the norms drawn from it and from which paragraph."""
    norms = [(ref, scribe.base.norms[ref.key]) for ref in scribe.graph.of_source.get(key, {})]
    return {
        "read_at": read_at(scribe, scribe.base.sources[key]),
        "norms": [
            (next((place.paragraph for place in norm.sources if place.id == key and place.paragraph), None), ref, norm)
            for ref, norm in norms
        ],
    }


def disputed(scribe: Scribe, key: str) -> dict[str, Any]:
    """A disputed point: its readings, the prudent one first, what turns on it."""
    point, ref = scribe.base.disputed[key], Ref("disputed", key)
    reading = scribe.graph.reading.get(f"reading.{key}", {})
    return {
        "readings": sorted(point.readings.items(), key=lambda entry: entry[0] != point.prudent),
        "turning": [found for found in reading if found != ref],
        "norms": dict.fromkeys((*point.norms, *(found.key for found in scribe.graph.turning.get(key, {})))),
    }
