"""Groupings told in words: how many were found, the first ones compared, what is open in all and in some."""

from collections.abc import Iterable, Mapping

import numpy as np

from petr_advisor.perimeters.criteria import Criterion
from petr_advisor.perimeters.exploring import Explored, name_of
from petr_advisor.perimeters.facts import departement_codes
from petr_advisor.perimeters.lines import UNCALLED, places_of, relation, status_of
from petr_advisor.territory.measures import MAP_YEAR
from petr_advisor.words.voice import STATUS_SYMBOL, Voice

STATUSES = ("open", "conditional", "undetermined", "closed")
"""In the order in which they are told; what is not in force is not told."""


def text(found: Explored, voice: Voice, first: int) -> str:
    """Tell an exploration on a terminal: its first groupings, and how many there are."""
    parts = [heading(found, voice)]
    if len(found.order):
        common = common_to(found)
        parts += ["\n".join([voice.label("perimeter.in-all"), *(f"  {line}" for line in ways(found, voice, common))])]
        for rank, row in enumerate(found.order[:first].tolist(), 1):
            own = ways(found, voice, {key: of for key, of in statuses(found, row).items() if key not in common})
            told = [f"{rank}. {voice.listed(names(found, row), 'comma')}", f"   {measures(found, voice, row)}"]
            parts.append("\n".join([*told, *(f"   {line}" for line in (*around_schemes(found, voice, row), *own))]))
    return "\n\n".join([*parts, "\n".join(notes(found, voice))])


def heading(found: Explored, voice: Voice) -> str:
    """Say how many groupings there are around whom, and by what they are ranked."""
    land = found.groupings.ground
    whose = [name_of(land, land.place[siren]) for siren in (*found.wanted.around, *found.wanted.with_)]
    said = voice.phrase("perimeter.found", n=len(found.order), names=whose, most=found.wanted.bounds.most)
    ranked = voice.phrase("perimeter.ranked", by=[criterion_said(each, voice) for each in found.wanted.rank])
    return f"{said} {ranked}"


def criterion_said(criterion: Criterion, voice: Voice) -> str:
    """Say a criterion."""
    what = voice.phrase(f"perimeter.by-{criterion.measure}")
    if criterion.near is not None:
        return voice.phrase("perimeter.near", what=what, number=criterion.near)
    return voice.phrase("perimeter.largest" if criterion.largest_first else "perimeter.smallest", what=what)


def notes(found: Explored, voice: Voice) -> list[str]:
    """Say what was left out, what is to be confirmed, and what the figures are worth."""
    groupings = found.groupings
    counted = counts_said(groupings.left_out, int(groupings.to_confirm.sum()), groupings.standing.by_engine, voice)
    return [*counted, voice.phrase("perimeter.not-asked")]


def counts_said(left_out: int, to_confirm: int, by_engine: int, voice: Voice) -> list[str]:
    """Say how many groupings surround an EPCI, are to be confirmed, were concluded one by one; and whence the map."""
    said = [voice.phrase("perimeter.enclosing", n=left_out)] if left_out else []
    said += [voice.phrase("perimeter.to-confirm", n=to_confirm)] if to_confirm else []
    said += [voice.phrase("perimeter.by-engine", n=by_engine)] if by_engine else []
    return [*said, voice.phrase("perimeter.source", year=str(MAP_YEAR))]


def names(found: Explored, row: int) -> list[str]:
    """Name the members of a grouping."""
    return [name_of(found.groupings.ground, place) for place in places_of(found.groupings, row)]


def measures(found: Explored, voice: Voice, row: int) -> str:
    """Say what is measured of a grouping, in one line."""
    groupings = found.groupings
    people = groupings.people[row]
    codes = departement_codes(groupings.ground)
    places = range(int(groupings.members[row]))
    said = voice.phrase(
        "perimeter.measures",
        people=int(people.sum()),
        share=voice.share(float(people.max() / people.sum())),
        codes=[code for code, lies in zip(codes, groupings.departements[row], strict=True) if lies],
        n=int(groupings.departements[row].sum()),
        seats=int(groupings.seats[row].sum()),
        shares=", ".join(str(groupings.seats[row][place]) for place in places),
        compactness=round(float(groupings.compactness[row]) * 100),
        km=round(float(found.centre[row])),
    )
    return f"{said} {voice.phrase('perimeter.coast')}" if groupings.to_confirm[row] else said


def around_schemes(found: Explored, voice: Voice, row: int) -> list[str]:
    """Say how a grouping lies to each SCoT."""
    land = found.groupings.ground
    sirens = [land.sirens[place] for place in places_of(found.groupings, row)]
    return [
        voice.labelled(scheme.name, voice.phrase(f"perimeter.scot-{relation(scheme, sirens)}"))
        for scheme in found.wanted.schemes
    ]


def statuses(found: Explored, row: int) -> dict[str, str]:
    """Give the status of every option in a grouping."""
    return {key: status_of(int(codes[row])) for key, codes in found.groupings.standing.codes.items()}


def common_to(found: Explored) -> dict[str, str]:
    """Give the options that have one status in every grouping."""
    codes = found.groupings.standing.codes
    return {key: status_of(int(of[0])) for key, of in codes.items() if len(of) and np.all(of == of[0])}


def ways(found: Explored, voice: Voice, of: Mapping[str, str]) -> Iterable[str]:
    """Name options by status, a line a status."""
    options = found.case.base.options
    for status in STATUSES:
        titles = [options[key].title for key, each in of.items() if each == status and each != UNCALLED]
        if titles:
            label = f"{STATUS_SYMBOL[status]} {voice.status(status)}"
            yield voice.labelled(label, voice.listed(titles))
