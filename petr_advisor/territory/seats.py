"""Seats of the council of a PETR: a distribution proposed, or one that is given checked.

The law (article L. 5741-1, II, al. 2 CGCT) asks that population count, that every member have a seat and that none have
more than half of them; it names no method. The one used here is that of the highest averages. It is
our choice: one seat more in the council never takes a seat from a member, which largest remainders do not ensure. Seats
above the cap go to the other members by the highest averages too. It favours large members slightly, which the cap and
the minimum of one seat temper. Averages are compared as exact fractions.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from petr_advisor.territory.seat_errors import MembersError, PopulationError, SeatTotalError

MAX_POPULATION = 10_000_000
"""Inhabitants; no French EPCI has as many (the Métropole du Grand Paris has about seven million)."""

MAX_SEATS = 1_000
"""Seats; a larger number is taken for a slip of the keyboard."""

SeatRuleCode = Literal["minimum-one", "half-cap", "two-members-parity", "equal-averages"]
"""What may have shaped a distribution, beside population."""

NORMS: dict[SeatRuleCode, str] = {
    "minimum-one": "petr.council.seats-minimum-one",
    "half-cap": "petr.council.seats-half-cap",
    "two-members-parity": "petr.council.two-epci-parity",
    "equal-averages": "petr.council.seats-demographic",
}
"""For each code, the identifier of its norm in the rule base."""


@dataclass(frozen=True, slots=True)
class SeatShare:
    """The seats of one member, at each stage."""

    member: str
    """SIREN, or whatever names the member."""
    population: int
    """Inhabitants."""
    by_population: int
    """Seats by the highest averages alone."""
    before_cap: int
    """Seats once every member has at least one."""
    seats: int
    """Seats proposed: none above half."""


@dataclass(frozen=True, slots=True)
class SeatRule:
    """A rule that changed the distribution, with those it touched."""

    code: SeatRuleCode
    """Stable code: seat given as a minimum, cap at half, half each, last seat between equal averages."""
    norm: str
    """Identifier of the norm in the rule base."""
    members: tuple[str, ...]
    """The members it raised, lowered, made equal, or that had the same claim to the last seat."""


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """A lawful distribution of the seats of a council."""

    total: int
    """Seats in the council."""
    cap: int
    """The most seats one member may have: half of the total, rounded down."""
    shares: tuple[SeatShare, ...]
    """One for each member, the largest population first, then by name."""
    rules: tuple[SeatRule, ...]
    """The rules that changed something, in the order of SeatRuleCode."""

    @property
    def seats(self) -> dict[str, int]:
        """Give the proposed seats of each member."""
        return {share.member: share.seats for share in self.shares}


def usual_total(members: int) -> int:
    """Give a usual number of seats for a council of so many members: fewer for each, the more members there are."""
    return (4 if members <= 12 else 3 if members <= 24 else 2) * members


def propose(populations: Mapping[str, int], total: int) -> SeatPlan:
    """Distribute the seats of a council between members, given the municipal population of each.

    The result does not depend on the order of the mapping. Between equal averages the larger population is served
    first, then the first name; the rule `equal-averages` says when that decided the last seat.

    Raises:
        MembersError: fewer than two members.
        PopulationError: a population that is not between 1 and MAX_POPULATION.
        SeatTotalError: fewer seats than members, an odd number for two members, or more than MAX_SEATS.
    """
    check_populations(populations)
    _check_total(len(populations), total)
    cap = total // 2
    by_population, _ = _highest_averages(populations, total, least=0, most=total)
    before_cap, _ = _highest_averages(populations, total, least=1, most=total)
    seats, tied = _highest_averages(populations, total, least=1, most=cap)
    order = sorted(populations, key=lambda member: (-populations[member], member))
    shares = tuple(SeatShare(m, populations[m], by_population[m], before_cap[m], seats[m]) for m in order)
    touched: dict[SeatRuleCode, tuple[str, ...]] = {
        "minimum-one": tuple(share.member for share in shares if share.by_population == 0),
        "half-cap": tuple(share.member for share in shares if share.before_cap > cap),
        "two-members-parity": tuple(order) if len(order) == 2 else (),
        "equal-averages": tied,
    }
    rules = tuple(SeatRule(code, NORMS[code], members) for code, members in touched.items() if members)
    return SeatPlan(total, cap, shares, rules)


def check_populations(populations: Mapping[str, int]) -> None:
    """Refuse fewer than two members (MembersError) and a population out of bounds (PopulationError)."""
    if len(populations) < 2:
        raise MembersError.of("seats.too-few-members", n=len(populations))
    for member, population in populations.items():
        if type(population) is not int or not 1 <= population <= MAX_POPULATION:
            raise PopulationError.of("seats.no-population", member=member, most=MAX_POPULATION, given=repr(population))


def _check_total(members: int, total: int) -> None:
    if type(total) is not int or not 1 <= total <= MAX_SEATS:
        raise SeatTotalError.of("seats.no-total", most=MAX_SEATS, given=repr(total))
    if total < members:
        raise SeatTotalError.of("seats.too-few", total=total, n=members)
    if members == 2 and total % 2:
        raise SeatTotalError.of("seats.odd", total=total)


def _highest_averages(
    populations: Mapping[str, int], total: int, *, least: int, most: int
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Give every member `least` seats, then each further seat to the highest average of those below `most`.

    Also gives, sorted, the members that had the same claim to the last seat where not all of them could be served.
    """
    seats = dict.fromkeys(populations, least)
    waiting = [
        (-Fraction(people, least + 1), -people, member) for member, people in populations.items() if least < most
    ]
    heapq.heapify(waiting)
    served: list[tuple[Fraction, str]] = []
    for _ in range(total - least * len(seats)):
        claim, people, member = heapq.heappop(waiting)
        seats[member] += 1
        served.append((claim, member))
        if seats[member] < most:
            heapq.heappush(waiting, (Fraction(people, seats[member] + 1), people, member))
    if not served or not waiting or waiting[0][0] != served[-1][0]:
        return seats, ()
    last = waiting[0][0]
    claims = {member for claim, member in served if claim == last} | {entry[2] for entry in waiting if entry[0] == last}
    return seats, tuple(sorted(claims))
