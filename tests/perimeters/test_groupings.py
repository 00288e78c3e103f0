"""Every grouping in one piece is found, each once; what it cuts off is found as the borders find it, one by one."""

from itertools import combinations
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.perimeters.exploring import ground
from petr_advisor.territory import groupings
from petr_advisor.territory.borders import Borders
from petr_advisor.territory.enclosing import cut_off, enclosed
from petr_advisor.territory.ground import Ground, Places
from petr_advisor.territory.groupings import Bounds, all_groupings, groupings_around
from petr_advisor.territory.many_seats import propose_many, usual_totals
from petr_advisor.territory.measures import borders, outlines, register
from petr_advisor.territory.seats import propose
from petr_advisor.territory.shapes import Shapes

PEOPLE = (10, 20, 30, 40, 50, 60, 70, 80)
GRAPHS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), max_size=16)


def small(pairs: set[tuple[int, int]], never: frozenset[int] = frozenset()) -> tuple[Ground, Borders]:
    near = {n: sorted({a + b - n for a, b in pairs if n in (a, b)}) for n in range(8)}
    found = Ground(
        tuple(map(str, range(8))),
        np.array(PEOPLE, np.int64),
        tuple(np.array(near[n], np.int16) for n in range(8)),
        np.array([n == 0 for n in range(8)]),
        np.array([n not in never for n in range(8)]),
    )
    return found, Borders(MappingProxyType({str(n): frozenset(map(str, around)) for n, around in near.items()}))


def sets_of(places: Places) -> list[frozenset[int]]:
    return [frozenset(int(place) for place in row if place >= 0) for row in places]


@settings(max_examples=150, deadline=None)
@given(GRAPHS, st.sets(st.integers(0, 7), min_size=1, max_size=3), st.integers(2, 6), st.frozensets(st.integers(0, 7)))
def test_around_somebody_all_and_each_once(
    pairs: set[tuple[int, int]], around: set[int], most: int, never: frozenset[int]
) -> None:
    never -= around
    land, known = small(pairs, never)
    expected = {
        frozenset(chosen)
        for size in range(2, most + 1)
        for chosen in combinations(range(8), size)
        if around <= {*chosen} and never.isdisjoint(chosen) and known.connected(map(str, chosen))
    }
    found = sets_of(groupings_around(land, around, (), Bounds(most)))
    assert len(found) == len(set(found))
    assert set(found) == expected
    left_out = sets_of(groupings_around(*small(pairs)[:1], around, never, Bounds(most)))
    assert set(left_out) == expected


@settings(max_examples=60, deadline=None)
@given(GRAPHS, st.integers(2, 8), st.integers(0, 200), st.integers(0, 400))
def test_of_a_whole_country_within_bounds(pairs: set[tuple[int, int]], most: int, low: int, high: int) -> None:
    land, known = small(pairs)
    expected = {
        frozenset(chosen)
        for size in range(2, most + 1)
        for chosen in combinations(range(8), size)
        if known.connected(map(str, chosen)) and low <= sum(PEOPLE[n] for n in chosen) <= high
    }
    found = sets_of(all_groupings(land, Bounds(most, most_people=high, least_people=low)))
    assert len(found) == len(set(found))
    assert set(found) == expected


@settings(max_examples=100, deadline=None)
@given(GRAPHS)
def test_what_is_cut_off_and_what_is_enclosed(pairs: set[tuple[int, int]]) -> None:
    land, known = small(pairs)
    sets = all_groupings(land, Bounds(4))
    cut, shut = cut_off(land, sets), enclosed(land, sets)
    for number, row in enumerate(sets_of(sets)):
        pieces = known.enclave_groups(map(str, row))
        assert cut[number] == bool(pieces)
        outside = Borders(MappingProxyType({k: v for k, v in known.neighbours.items() if int(k) not in row}))
        reached = next((piece for piece in outside.components(outside.neighbours) if "0" in piece), frozenset())
        assert shut[number] == any(piece != reached for piece in outside.components(outside.neighbours))


@pytest.mark.parametrize("name", ["Vallée de la Bruche", "Haute Ariège", "Bassin de Marennes"])
def test_the_real_ground_as_the_borders_measure_it(name: str) -> None:
    land = ground()
    sets = groupings_around(land, [land.place[register().search(name)[0].siren]], [], Bounds(5))
    cut = cut_off(land, sets)
    dice = np.random.default_rng(1)
    for row in {*dice.choice(len(sets), 40), *dice.choice(np.flatnonzero(cut), 15)}:
        measured = borders().measure(land.sirens[place] for place in sets[row] if place >= 0)
        assert measured.in_one_piece
        assert cut[row] == bool(measured.possible_enclaves)
    assert not enclosed(land, sets[~cut]).any()


def test_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groupings, "MOST_FOUND", 100)
    land = ground()
    with pytest.raises(PetrAdvisorError, match="More than 100"):
        groupings_around(land, [land.place[register().search("Vallée de la Bruche")[0].siren]], [], Bounds(6))


def test_seats_are_those_proposed_for_each() -> None:
    dice = np.random.default_rng(2)
    people = dice.integers(1, 9, (400, 5)) * dice.choice([1, 1000, 7919], (400, 1))
    people[dice.random((400, 5)) < 0.3] = 0
    members = (people > 0).sum(axis=1)
    totals = np.where(dice.random(400) < 0.5, usual_totals(members), members + 2)
    found = propose_many(people, totals)
    for row in np.flatnonzero(members >= 2):
        each = {f"{place}": int(n) for place, n in enumerate(people[row]) if n}
        expected = propose(each, int(totals[row])).seats
        assert {str(place): int(n) for place, n in enumerate(found[row]) if n} == expected


def test_shapes_are_those_of_the_land() -> None:
    land = ground()
    bruche = land.place[register().search("Vallée de la Bruche")[0].siren]
    shapes = Shapes.of(land, outlines(), range(len(land.sirens)))
    assert 290 < shapes.area[bruche] < 315  # square km
    assert 620_000 < shapes.area.sum() < 645_000  # France with its overseas départements
    alone = np.array([[bruche, -1]], np.int16)
    assert 0.1 < shapes.compactness(alone)[0] < 1
    assert shapes.off_centre(alone, [bruche])[0] == pytest.approx(0, abs=0.1)
