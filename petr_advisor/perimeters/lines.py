"""Groupings as lines of a table: what each is, its seats, where it lies, what is open in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from petr_advisor.consulting.in_columns import NAMED
from petr_advisor.documents.maps.land import Scheme
from petr_advisor.perimeters.exploring import Explored, Groupings, name_of
from petr_advisor.perimeters.facts import departement_codes
from petr_advisor.territory.measures import register

Line = dict[str, Any]

COLUMNS = (
    "rank", "members", "sirens", "names", "population", "largest_share", "departements", "regions", "area_km2",
    "compactness", "centre_km", "seats_total", "seats", "enclave",
)  # fmt: skip
"""What is said of every grouping, before its options."""

SEPARATOR = " | "
"""Between several things in one cell."""

UNDETERMINED, UNCALLED = "undetermined", ""


def status_of(code: int) -> str:
    """Give the status that a code stands for; nothing for an option that nothing calls for."""
    names = NAMED[code]
    return UNCALLED if not names else next(iter(names)) if len(names) == 1 else UNDETERMINED


def lines(found: Explored, first: int | None) -> Iterator[Line]:
    """Give a line a grouping, the best first, `first` of them at most."""
    codes = departement_codes(found.groupings.ground)
    for rank, row in enumerate(found.order[:first].tolist(), 1):
        yield {"rank": rank} | _line(found, row, codes)


def _line(found: Explored, row: int, codes: tuple[str, ...]) -> Line:
    groupings = found.groupings
    places = places_of(groupings, row)
    sirens = [groupings.ground.sirens[place] for place in places]
    epcis = [epci for siren in sirens if (epci := register().get(siren))]
    people, seats = groupings.people[row], groupings.seats[row]
    total = int(people.sum())
    said: Line = {
        "members": len(places),
        "sirens": SEPARATOR.join(sirens),
        "names": SEPARATOR.join(name_of(groupings.ground, place) for place in places),
        "population": total,
        "largest_share": round(float(people.max()) / total, 4),
        "departements": SEPARATOR.join(
            code for code, lies in zip(codes, groupings.departements[row], strict=True) if lies
        ),
        "regions": SEPARATOR.join(dict.fromkeys(epci.region for epci in epcis)),
        "area_km2": round(float(groupings.areas[row]), 1),
        "compactness": round(float(groupings.compactness[row]), 3),
        "centre_km": round(float(found.centre[row]), 1),
        "seats_total": int(seats.sum()),
        "seats": SEPARATOR.join(str(seats[place]) for place in range(len(places))),
        "enclave": "to_confirm" if groupings.to_confirm[row] else "none",
    }
    said |= {f"scot:{scheme.name}": relation(scheme, sirens) for scheme in found.wanted.schemes}
    return said | {key: status_of(int(of[row])) for key, of in groupings.standing.codes.items()}


def places_of(groupings: Groupings, row: int) -> list[int]:
    """Give the places of the members of a grouping."""
    return [int(place) for place in groupings.sets[row] if place >= 0]


def relation(scheme: Scheme, sirens: list[str]) -> str:
    """Say how a grouping lies to the perimeter of a SCoT: `same`, `within`, `holds`, `crosses` or `apart`."""
    ours, theirs = set(sirens), set(scheme.sirens)
    if ours == theirs:
        return "same"
    if ours.isdisjoint(theirs):
        return "apart"
    return "within" if ours < theirs else "holds" if theirs < ours else "crosses"


def columns_of(found: Explored) -> Mapping[str, type]:
    """Give the columns of the table, with the type of each."""
    kinds: dict[str, type] = {"rank": int, "members": int, "population": int, "seats_total": int}
    kinds |= dict.fromkeys(("largest_share", "area_km2", "compactness", "centre_km"), float)
    own = {name: kinds.get(name, str) for name in COLUMNS}
    schemes = {f"scot:{scheme.name}": str for scheme in found.wanted.schemes}
    return own | schemes | dict.fromkeys(found.groupings.standing.codes, str)
