"""Seats of the council: proposed distributions, and checks of given ones."""

import csv
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory import MembersError, PopulationError, Register, SeatError, SeatTotalError, check, propose
from petr_advisor.territory.seats import MAX_POPULATION, MAX_SEATS

ROOT = Path(__file__).parents[2]
SHARED = ROOT / ".." / "shared" / "data"

PEOPLE = st.one_of(st.integers(1, 20), st.integers(1, MAX_POPULATION))
MANY = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), PEOPLE, min_size=3, max_size=12)
PAIRS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), PEOPLE, min_size=2, max_size=2)


@st.composite
def councils(draw: st.DrawFn) -> tuple[dict[str, int], int]:
    populations = draw(st.one_of(MANY, PAIRS))
    total = draw(st.integers(len(populations), len(populations) + 90))
    return populations, total + total % 2 if len(populations) == 2 else total


def codes(populations: dict[str, int], seats: dict[str, int]) -> list[tuple[str, tuple[str, ...]]]:
    return [(fault.code, fault.members) for fault in check(populations, seats)]


def test_a_plain_distribution() -> None:
    plan = propose({"a": 20_000, "b": 30_000, "c": 50_000}, 10)
    assert plan.seats == {"c": 5, "b": 3, "a": 2}
    assert list(plan.seats) == ["c", "b", "a"]
    assert (plan.cap, plan.rules) == (5, ())


def test_figeac_two_members_have_half_each() -> None:
    plan = propose({"figeac": 42_039, "other": 2_578}, 30)
    assert [(share.by_population, share.before_cap, share.seats) for share in plan.shares] == [(29, 29, 15), (1, 1, 15)]
    assert [(rule.code, rule.norm, rule.members) for rule in plan.rules] == [
        ("half-cap", "petr.council.seats-half-cap", ("figeac",)),
        ("two-members-parity", "petr.council.two-epci-parity", ("figeac", "other")),
    ]


def test_the_seats_above_the_cap_go_to_the_others_by_the_highest_averages() -> None:
    plan = propose({"town": 80_000, "b": 12_000, "c": 8_000}, 21)
    assert [(share.before_cap, share.seats) for share in plan.shares] == [(18, 10), (2, 7), (1, 4)]
    assert [(rule.code, rule.members) for rule in plan.rules] == [("half-cap", ("town",))]


def test_a_small_member_gets_the_minimum() -> None:
    plan = propose({"a": 50_000, "b": 49_000, "tiny": 300}, 20)
    assert [(share.by_population, share.seats) for share in plan.shares] == [(10, 10), (10, 9), (0, 1)]
    assert [(rule.code, rule.norm, rule.members) for rule in plan.rules] == [
        ("minimum-one", "petr.council.seats-minimum-one", ("tiny",)),
    ]


def test_equal_averages_at_the_last_seat_are_told() -> None:
    plan = propose({"b": 100, "a": 100, "c": 100}, 4)
    assert plan.seats == {"a": 2, "b": 1, "c": 1}
    assert [(rule.code, rule.members) for rule in plan.rules] == [("equal-averages", ("a", "b", "c"))]
    assert propose({"b": 100, "a": 100, "c": 100}, 6).rules == ()


@given(councils())
def test_a_proposal_is_lawful(council: tuple[dict[str, int], int]) -> None:
    populations, total = council
    plan = propose(populations, total)
    seats = plan.seats
    assert seats.keys() == populations.keys()
    for stage in ("by_population", "before_cap", "seats"):
        assert sum(getattr(share, stage) for share in plan.shares) == total
    assert all(number >= 1 and 2 * number <= total for number in seats.values())
    assert check(populations, seats) == ()
    if len(seats) == 2:
        assert set(seats.values()) == {total // 2}


@given(councils())
def test_a_larger_population_never_has_fewer_seats(council: tuple[dict[str, int], int]) -> None:
    shares = propose(*council).shares
    for larger, smaller in pairwise(shares):
        assert larger.population >= smaller.population
        if larger.population > smaller.population:
            assert larger.by_population >= smaller.by_population
            assert larger.before_cap >= smaller.before_cap
            assert larger.seats >= smaller.seats


@given(councils())
def test_the_order_of_the_members_does_not_matter(council: tuple[dict[str, int], int]) -> None:
    populations, total = council
    assert propose(dict(reversed(populations.items())), total) == propose(populations, total)


@given(MANY, st.integers(0, 60))
def test_one_seat_more_takes_none_from_anybody(populations: dict[str, int], more: int) -> None:
    total = len(populations) + more
    for before, after in zip(propose(populations, total).shares, propose(populations, total + 1).shares, strict=True):
        assert after.before_cap >= before.before_cap
        assert after.seats >= before.seats


@given(councils())
def test_the_cap_is_said_to_bind_exactly_when_it_lowers_somebody(council: tuple[dict[str, int], int]) -> None:
    plan = propose(*council)
    lowered = tuple(share.member for share in plan.shares if share.before_cap > plan.cap)
    assert dict.fromkeys(lowered) == dict.fromkeys(
        m for rule in plan.rules if rule.code == "half-cap" for m in rule.members
    )
    assert len(lowered) <= 1
    if not lowered:
        assert all(share.seats == share.before_cap for share in plan.shares)


@given(MANY, st.integers(-5, MAX_SEATS + 5))
def test_a_total_is_refused_exactly_when_it_is_impossible(populations: dict[str, int], total: int) -> None:
    if len(populations) <= total <= MAX_SEATS:
        propose(populations, total)
    else:
        with pytest.raises(SeatTotalError):
            propose(populations, total)


@pytest.mark.parametrize("total", [-2, 0, 1, 3, 31, MAX_SEATS + 2])
def test_two_members_refuse_an_odd_or_absurd_total(total: int) -> None:
    with pytest.raises(SeatTotalError):
        propose({"a": 10, "b": 20}, total)


@pytest.mark.parametrize("population", [-3, 0, 10**9, 2.5, "12", None, True])
def test_an_absurd_population_is_refused(population: object) -> None:
    populations: dict[str, int] = {"a": 10, "b": population}  # type: ignore[dict-item]
    with pytest.raises(PopulationError, match="b: a population is a whole number"):
        propose(populations, 10)
    with pytest.raises(PopulationError):
        check(populations, {"a": 1, "b": 1})


@pytest.mark.parametrize("populations", [{}, {"alone": 10}])
def test_one_member_is_not_a_council(populations: dict[str, int]) -> None:
    with pytest.raises(MembersError):
        propose(populations, 10)
    with pytest.raises(MembersError):
        check(populations, {})


def test_an_error_speaks_both_languages_and_is_of_the_family() -> None:
    with pytest.raises(SeatError) as caught:
        propose({"a": 10, "b": 20}, 7)
    error = caught.value
    assert isinstance(error, PetrAdvisorError)
    assert isinstance(error, ValueError)
    assert "pair" in error.text.fr
    assert str(error) == error.text.en


THREE = {"a": 60_000, "b": 25_000, "c": 15_000}


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        ({"a": 10, "b": 6, "c": 4}, []),
        ({"a": 8, "b": 8, "c": 4}, []),  # strict proportionality is not required
        ({"a": 11, "b": 6, "c": 4}, [("half-cap", ("a",))]),
        ({"a": 10, "b": 10}, [("minimum-one", ("c",))]),
        ({"a": 7, "b": 4, "c": 8}, [("population-order", ("a", "c")), ("population-order", ("b", "c"))]),
        ({"a": 5, "b": 5, "c": 5}, [("population-ignored", ("a", "b", "c"))]),
        ({"a": 1, "b": 1, "c": 1}, []),  # no other distribution of three seats is lawful
        ({}, [("minimum-one", ("a",)), ("minimum-one", ("b",)), ("minimum-one", ("c",))]),
    ],
)
def test_check_names_what_is_wrong(seats: dict[str, int], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert codes(THREE, seats) == expected


def test_check_of_two_members() -> None:
    populations = {"a": 42_039, "b": 2_578}
    assert codes(populations, {"a": 5, "b": 5}) == []
    assert codes(populations, {"a": 6, "b": 5}) == [("half-cap", ("a",)), ("two-members-parity", ("a", "b"))]


def test_only_the_weight_of_population_is_open_to_question() -> None:
    sure = {
        fault.code: fault.certain
        for fault in (*check(THREE, {"a": 5, "b": 15}), *check(THREE, dict.fromkeys(THREE, 4)))
    }
    assert sure == {"minimum-one": True, "half-cap": True, "population-order": False, "population-ignored": False}


def test_check_refuses_what_is_no_distribution() -> None:
    with pytest.raises(MembersError, match="stranger"):
        check(THREE, {"a": 1, "stranger": 1})
    for number in (-1, MAX_SEATS + 1, 2.5):
        with pytest.raises(SeatTotalError):
            check(THREE, {"a": number})  # type: ignore[dict-item]
    with pytest.raises(SeatTotalError):
        check(THREE, dict.fromkeys(THREE, 400))


@given(councils(), st.data())
def test_check_agrees_with_the_letter_of_the_law(council: tuple[dict[str, int], int], data: st.DataObject) -> None:
    populations, _ = council
    seats = {member: data.draw(st.integers(0, 12)) for member in populations}
    total = sum(seats.values())
    lawful = all(number >= 1 and 2 * number <= total for number in seats.values())
    assert lawful == (not any(fault.certain for fault in check(populations, seats)))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data shared beside the project are not there")
def test_of_121_real_petrs_64_meet_the_cap_and_35_have_two_members() -> None:
    register = Register.load(ROOT / "knowledge" / "territories", 2022)
    members: dict[str, dict[str, int]] = defaultdict(dict)
    with (SHARED / "petr-members-2022-inferred.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            epci = register.get(row["epci_siren"])
            assert epci is not None
            members[row["petr_siren"]][epci.siren] = epci.population_municipal
    assert len(members) == 121
    above_half, capped, two = set(), set(), set()
    for petr, populations in members.items():
        plan = propose(populations, 1000)
        rules = {rule.code for rule in plan.rules}
        assert check(populations, plan.seats) == ()
        above_half |= {petr} if 2 * max(populations.values()) > sum(populations.values()) else set()
        capped |= {petr} if "half-cap" in rules else set()
        two |= {petr} if "two-members-parity" in rules else set()
    assert (len(above_half), len(capped), len(two)) == (64, 64, 35)
    assert above_half == capped
