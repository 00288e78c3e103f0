"""Outlines: every EPCI closed, borders shared, the ground laid flat as surveyors do."""

import csv
from pathlib import Path

import pytest

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.territory.measures import outlines, register
from petr_advisor.territory.outlines import Outlines, OutlinesError, Ring, area
from petr_advisor.territory.projection import lambert93, projection_for, zone_of

OLERON, MARENNES = "241700624", "241700699"


def surface(siren: str) -> float:
    """Give the surface of an EPCI in km²."""
    flat = projection_for(zone_of(outlines().departements[siren]), -21.1)

    def of(ring: Ring) -> float:
        placed = tuple((round(x * 1000), round(y * 1000)) for x, y in map(flat, ring))
        return abs(area(placed)) / 1e6

    return sum(of(piece.outer) - sum(map(of, piece.holes)) for piece in outlines().polygons(frozenset({siren})))


def test_every_epci_of_the_register_has_a_closed_outline() -> None:
    assert outlines().departements.keys() == {epci.siren for epci in register().epcis}
    for siren in sorted(outlines().departements)[::25]:
        for ring in outlines().rings(frozenset({siren})):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4


def test_the_departements_are_those_of_the_register() -> None:
    differ = [e.siren for e in register().epcis if outlines().departements[e.siren] != frozenset(e.departements)]
    assert differ == []


def test_the_land_has_no_hole() -> None:
    """What all EPCIs cover leaves nothing out but islands: communes that merged are in the outline of theirs."""
    land = outlines().polygons(frozenset(outlines().departements))
    assert [len(piece.holes) for piece in land if piece.holes] == []


def test_neighbours_are_those_whose_borders_were_measured() -> None:
    """Borders longer than what the simplification may take away are there."""
    with (knowledge_folder() / "territories" / "borders-2026.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if float(row["shared_border_km"]) >= 1.2]
    beside = {frozenset(s.sirens) for s in outlines().stretches if all(s.sirens)}
    assert [row for row in rows if frozenset({row["siren_a"], row["siren_b"]}) not in beside] == []


def test_an_outline_of_several_leaves_out_the_borders_between_them() -> None:
    two = frozenset({"200068112", "200067783"})
    whole = outlines().rings(two)
    assert len(whole) == 1
    apart = [outlines().rings(frozenset({siren}))[0] for siren in two]
    assert len(whole[0]) < sum(map(len, apart))


def test_what_is_enclosed_is_a_hole() -> None:
    """Around what a perimeter encloses runs a ring of its own, clockwise."""
    inside = "200068112"
    around = outlines().neighbours(frozenset({inside}))
    pieces = outlines().polygons(around)
    assert [len(piece.holes) for piece in pieces] == [1]
    assert area(pieces[0].outer) > 0 > area(pieces[0].holes[0])
    assert set(pieces[0].holes[0]) == set(outlines().rings(frozenset({inside}))[0])


def test_an_island_touches_nobody() -> None:
    assert outlines().neighbours(frozenset({OLERON})) == frozenset()
    assert len(outlines().rings(frozenset({OLERON, MARENNES}))) >= 2


@pytest.mark.parametrize(
    ("place", "easting", "northing"),
    [
        ((23_522, 488_566), 652.469, 6862.035),  # Paris, after the IGN's own formulas
        ((30_000, 465_000), 700.0, 6600.0),  # the origin of the projection
    ],
)
def test_lambert_93(place: tuple[int, int], easting: float, northing: float) -> None:
    assert lambert93(place) == pytest.approx((easting, northing), abs=0.05)


@pytest.mark.parametrize(("siren", "km2"), [(OLERON, 175), ("200054781", 814), ("249740119", 288)])
def test_surfaces_are_those_of_the_land(siren: str, km2: float) -> None:
    """Oléron, Grand Paris, and the north of La Réunion, laid flat by itself: within four hundredths."""
    assert surface(siren) == pytest.approx(km2, rel=0.04)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n", "line 1: the columns must be"),
        ("siren_a,departement_a,siren_b,departement_b,points\n1,01,,,\n", "line 2"),
    ],
)
def test_a_file_that_is_no_outlines(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "outlines-2026.csv").write_text(text, encoding="utf-8")
    with pytest.raises(OutlinesError, match=told):
        Outlines.load(tmp_path, 2026)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutlinesError, match=r"outlines-2026\.csv"):
        Outlines.load(tmp_path, 2026)
