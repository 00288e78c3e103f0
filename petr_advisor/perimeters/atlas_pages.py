"""The atlas as a folder: a page with a map and tables to sort and filter, and tables in Parquet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.maps.country import TINTS, Area, draw_country
from petr_advisor.documents.maps.drawing import source_said
from petr_advisor.documents.settings import usual_settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.folders import made_whole
from petr_advisor.perimeters.atlas import Atlas, make_atlas, varying
from petr_advisor.perimeters.criteria import Criterion
from petr_advisor.perimeters.exploring import name_of
from petr_advisor.perimeters.facts import departement_codes
from petr_advisor.perimeters.lines import UNCALLED
from petr_advisor.perimeters.pictures import environment
from petr_advisor.perimeters.telling import STATUSES, counts_said, criterion_said
from petr_advisor.progress import Progress
from petr_advisor.territory.groupings import Bounds
from petr_advisor.territory.measures import departements, register
from petr_advisor.words.voice import STATUS_SYMBOL, Voice

MARK = ".petr-advisor-atlas"
"""The file that tells an atlas from any other folder."""
LEVELS = len(TINTS) - 1

Line = dict[str, Any]


def write_atlas(
    case: Consultation, bounds: Bounds, rank: tuple[Criterion, ...], folder: Path, voice: Voice, progress: Progress
) -> Atlas:
    """Write `index.html`, `groupings.parquet`, `epcis.parquet` and `departements.parquet`: all of them, or none."""
    if any(criterion.measure == "centre" for criterion in rank):
        raise PetrAdvisorError.of("perimeter.no-centre")
    with made_whole(folder, MARK) as beside:
        atlas = make_atlas(case, bounds, rank, beside, progress)
        epcis, by_departement = lines_of_epcis(atlas), lines_of_departements(atlas)
        pl.DataFrame(epcis).write_parquet(beside / "epcis.parquet")
        pl.DataFrame(by_departement).write_parquet(beside / "departements.parquet")
        (beside / "index.html").write_text(page(atlas, epcis, by_departement, voice), encoding="utf-8")
    return atlas


def lines_of_epcis(atlas: Atlas) -> list[Line]:
    """Give a line an EPCI that may be a member: its groupings, and the one ranked first."""
    return [_line(atlas, place) for place in np.flatnonzero(atlas.ground.members).tolist()]


def _line(atlas: Atlas, place: int) -> Line:
    siren = atlas.ground.sirens[place]
    epci, best = register().get(siren), atlas.best.get(place)
    return {
        "siren": siren,
        "name": name_of(atlas.ground, place),
        "departements": ", ".join(sorted(epci.departements)) if epci else "",
        "region": epci.region if epci else "",
        "population": int(atlas.ground.populations[place]),
        "groupings": int(atlas.holding[place]),
        "in_one_departement": int(atlas.within[place]),
        "best": ", ".join(name_of(atlas.ground, other) for other in best.places) if best else "",
        "best_population": best.population if best else None,
        "best_compactness": round(best.compactness, 3) if best else None,
    }


def lines_of_departements(atlas: Atlas) -> list[Line]:
    """Give a line a département: its EPCIs, the groupings that lie in it, those that lie in no other."""
    known = [register().get(siren) for siren in atlas.ground.sirens]
    names = departements().names
    return [
        {
            "departement": code,
            "name": names.get(code, code),
            "epcis": sum(1 for epci in known if epci and code in epci.departements),
            "groupings": int(atlas.of_departements[number]),
            "only_in_it": int(atlas.only_in[number]),
        }
        for number, code in enumerate(departement_codes(atlas.ground))
    ]


def page(atlas: Atlas, epcis: Sequence[Line], by_departement: Sequence[Line], voice: Voice) -> str:
    """Give the page; it asks no network."""
    bounds = _bounds(epcis)
    areas = [_area(line, _level(line, bounds), voice) for line in epcis]
    key = [(0, voice.phrase("atlas.map-none")), *((n + 1, _key(bounds, n, voice)) for n in range(LEVELS))]
    title = voice.phrase("atlas.map-title")
    alt = f"{voice.phrase('atlas.map-alt', n=len(epcis))} {source_said(voice)}"
    picture = draw_country(areas, key, title, alt, usual_settings().accent)
    return environment().get_template("atlas.html").render(
        voice=voice,
        phrase=voice.phrase,
        heading=heading(atlas, voice),
        sizes=sorted(atlas.sizes.items()),
        common=[_standing(atlas, key, counts, voice) for key, counts in atlas.statuses.items() if len(counts) == 1],
        varying=[_standing(atlas, key, counts, voice) for key, counts in varying(atlas)],
        picture=picture.svg,
        epcis=epcis,
        departements=by_departement,
        notes=notes(atlas, voice),
    )  # fmt: skip


def heading(atlas: Atlas, voice: Voice) -> str:
    """Say how many groupings there are, on which day of law, and by what the first of each EPCI is."""
    bounds = atlas.bounds
    said = voice.phrase("atlas.found", n=atlas.found, least=bounds.least, most=bounds.most, day=atlas.case.as_of)
    return f"{said} {voice.phrase('perimeter.ranked', by=[criterion_said(each, voice) for each in atlas.rank])}"


def notes(atlas: Atlas, voice: Voice) -> list[str]:
    """Say what was left out, what is to be confirmed, and what the figures are worth."""
    counted = counts_said(atlas.left_out, atlas.to_confirm, atlas.by_engine, voice)
    return [*counted, voice.phrase("atlas.not-asked"), source_said(voice)]


def _standing(atlas: Atlas, key: str, counts: dict[str, int], voice: Voice) -> str:
    """Say in how many groupings an option has each status."""
    told = [(status, counts[status]) for status in (*STATUSES, "not_in_force", UNCALLED) if status in counts]
    words = [f"{STATUS_SYMBOL[status]} {voice.status(status)}" if status else voice.phrase("batch.nothing")
             for status, _ in told]  # fmt: skip
    title = voice.say(atlas.case.base.options[key].title)
    if len(told) == 1:
        return voice.labelled(title, words[0])
    return voice.labelled(
        title, ", ".join(f"{word} {voice.number(n)}" for word, (_, n) in zip(words, told, strict=True))
    )


def _bounds(epcis: Sequence[Line]) -> list[int]:
    """Give what parts the EPCIs that have groupings into as many equal classes as there are tints."""
    counts = [line["groupings"] for line in epcis if line["groupings"]]
    if not counts:
        return [0] * (LEVELS + 1)
    return [int(bound) for bound in np.quantile(counts, np.linspace(0, 1, LEVELS + 1), method="nearest")]


def _level(line: Line, bounds: Sequence[int]) -> int:
    count = line["groupings"]
    return 0 if not count else 1 + sum(1 for bound in bounds[1:-1] if count > bound)


def _key(bounds: Sequence[int], number: int, voice: Voice) -> str:
    first = bounds[number] + (1 if number else 0)
    return voice.phrase("atlas.map-class", first=first, last=bounds[number + 1])


def _area(line: Line, level: int, voice: Voice) -> Area:
    said = voice.labelled(line["name"], voice.phrase("atlas.map-count", n=line["groupings"]))
    return Area(line["siren"], frozenset({line["siren"]}), said, level)
