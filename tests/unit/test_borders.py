"""Borders between EPCIs: one piece or several, and who is closed in."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petr_advisor.territory import Borders, BordersError, Register

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "knowledge" / "territories"
SHARED = ROOT / ".." / "shared" / "data"

# A grid of 5 by 5 cells named by row and column, an island land of three in a line (x-y-z), and nothing else.
GRID = [(f"{r}{c}", f"{r}{c + 1}") for r in range(5) for c in range(4)]
GRID += [(f"{r}{c}", f"{r + 1}{c}") for r in range(4) for c in range(5)]
LINE = [("x", "y"), ("y", "z")]
RING = ("11", "12", "13", "21", "23", "31", "32", "33")


def borders_of(pairs: list[tuple[str, str]]) -> Borders:
    around: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        around[one].add(other)
        around[other].add(one)
    return Borders({cell: frozenset(cells) for cell, cells in around.items()})


@pytest.fixture(scope="module")
def grid() -> Borders:
    return borders_of(GRID + LINE)


@pytest.fixture(scope="module")
def france() -> Borders:
    return Borders.load(FOLDER, 2026)


def test_neighbours_are_in_one_piece_and_a_diagonal_is_not(grid: Borders) -> None:
    assert grid.connected(["00", "01", "11"])
    assert not grid.connected(["00", "11"])
    assert not grid.connected([])
    assert grid.components(["00", "11", "12"]) == (frozenset({"11", "12"}), frozenset({"00"}))


def test_what_a_ring_surrounds_is_a_possible_enclave(grid: Borders) -> None:
    assert grid.enclaves(RING) == ("22",)
    assert grid.enclaves([*RING, "22"]) == ()
    assert grid.enclaves(RING[1:]) == ("22",)  # without a corner: cells that meet at a point do not touch
    assert grid.enclaves(["11", "12", "13", "23", "33", "32", "31"]) == ()


def test_a_group_surrounded_comes_as_a_group() -> None:
    wide = borders_of(
        [(f"{r}{c}", f"{r}{c + 1}") for r in range(5) for c in range(6)]
        + [(f"{r}{c}", f"{r + 1}{c}") for r in range(4) for c in range(7)]
    )
    ring = [f"{r}{c}" for r in (1, 3) for c in range(1, 5)] + ["21", "24"]
    assert wide.enclave_groups(ring) == (frozenset({"22", "23"}),)
    assert wide.enclaves(ring) == ("22", "23")


def test_a_corner_hemmed_in_on_the_coast_is_possible_only(grid: Borders) -> None:
    assert grid.enclaves(["01", "10", "11"]) == ("00",)


def test_another_land_mass_is_no_enclave(grid: Borders) -> None:
    assert grid.enclaves(["22"]) == ()
    assert grid.enclaves(["x", "y", "z"]) == ()
    assert grid.enclaves(["x", "y"]) == ()
    assert len(grid.enclaves(["y"])) == 1  # in the middle of a three-part island: one side is called the rest


def test_an_unknown_member_is_missing_and_stands_alone(grid: Borders) -> None:
    measure = grid.measure(["00", "01", "island"])
    assert measure.missing == ("island",)
    assert measure.components == (frozenset({"00", "01"}), frozenset({"island"}))
    assert not measure.in_one_piece


CELLS = sorted({cell for pair in GRID + LINE for cell in pair})


@given(st.sets(st.sampled_from([*CELLS, "unknown"])))
def test_pieces_partition_the_perimeter_and_do_not_touch(perimeter: set[str]) -> None:
    borders = borders_of(GRID + LINE)
    pieces = borders.components(perimeter)
    assert sorted(cell for piece in pieces for cell in piece) == sorted(perimeter)
    for piece in pieces:
        around = {cell for member in piece for cell in borders.neighbours.get(member, ())}
        assert around & perimeter <= piece
        assert borders.connected(piece)
    assert borders.connected(perimeter) == (len(pieces) == 1)


@given(st.sets(st.sampled_from(CELLS)))
def test_an_enclave_is_outside_and_touches_only_the_perimeter_and_itself(perimeter: set[str]) -> None:
    borders = borders_of(GRID + LINE)
    for group in borders.enclave_groups(perimeter):
        assert group.isdisjoint(perimeter)
        assert {cell for member in group for cell in borders.neighbours[member]} <= perimeter | group
    # Taking the enclaves in leaves none.
    assert borders.enclaves(perimeter | set(borders.enclaves(perimeter))) == ()


def test_the_borders_of_2026_and_the_register_agree(france: Borders) -> None:
    register = Register.load(FOLDER, 2026)
    sirens = {epci.siren for epci in register.epcis}
    assert france.neighbours.keys() <= sirens
    islands = sorted(epci.name for epci in register.epcis if epci.siren not in france.neighbours)
    assert islands == [
        "CC de Belle Ile en Mer",
        "CC de Marie-Galante",
        "CC de Petite-Terre",
        "CC de l'Ile d'Oléron",
        "CC de l'Ile de Noirmoutier",
        "CC de l'Ile de Ré",
    ]
    assert len(france.components(sirens - set(france.measure(sirens).missing))) == 7  # mainland, Corsica, five overseas


def test_a_contact_at_a_point_is_no_border(france: Borders) -> None:
    register = Register.load(FOLDER, 2026)
    leon, morlaix = register.search("Haut-Léon Communauté")[0], register.search("Morlaix Communauté")[0]
    assert not france.connected([leon.siren, morlaix.siren])


def test_a_real_ring_closes_in_its_centre(france: Borders) -> None:
    centre = Register.load(FOLDER, 2026).search("Clermont Auvergne Métropole")[0].siren
    around = france.neighbours[centre]
    assert centre in france.enclaves(around)
    assert france.enclaves(around | {centre}) == tuple(sorted(set(france.enclaves(around)) - {centre}))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "line 1"),
        ("a,b\n", "line 1"),
        ("siren_a,siren_b,shared_border_km\n1,2\n", "line 2"),
        ("siren_a,siren_b,shared_border_km\n1,2,3.5\n1,3,long\n", "line 3"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "borders-2026.csv").write_text(content, encoding="utf-8")
    with pytest.raises(BordersError, match=complaint):
        Borders.load(tmp_path, 2026)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(BordersError, match=r"borders-1999\.csv"):
        Borders.load(FOLDER, 1999)


def test_an_empty_graph_is_read(tmp_path: Path) -> None:
    path = tmp_path / "borders.csv"
    path.write_text("siren_a,siren_b,shared_border_km\n", encoding="utf-8")
    assert Borders.read(path).measure(["1"]).missing == ("1",)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data shared beside the project are not there")
def test_of_121_real_petrs_only_islands_and_an_estuary_are_in_pieces() -> None:
    members: dict[str, list[str]] = defaultdict(list)
    with (SHARED / "petr-members-2022-inferred.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members[row["petr_nom"]].append(row["epci_siren"])
    borders = Borders.read(SHARED / "epci-adjacency-2022.csv")
    measures = {name: borders.measure(sirens) for name, sirens in members.items()}
    assert len(measures) == 121
    assert {name for name, measure in measures.items() if not measure.in_one_piece} == {
        "Pôle Marennes-Oléron",
        "PETR du Pays de Saint-Malo",
        "PETR du Pays d'Auray",
    }
    assert {name for name, measure in measures.items() if measure.missing} == {
        "Pôle Marennes-Oléron",
        "PETR du Pays d'Auray",
    }
    assert not any(measure.possible_enclaves for measure in measures.values())
