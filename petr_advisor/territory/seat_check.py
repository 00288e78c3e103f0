"""Check of a distribution of council seats that somebody gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from petr_advisor.territory.seat_errors import MembersError, SeatTotalError
from petr_advisor.territory.seats import MAX_SEATS, NORMS, check_populations, propose
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

SeatFaultCode = Literal["minimum-one", "half-cap", "two-members-parity", "population-order", "population-ignored"]
"""What may be wrong with a distribution."""

POPULATION_NORM = "petr.council.seats-demographic"
"""The norm that asks for population to count."""


@dataclass(frozen=True, slots=True)
class SeatFault:
    """One thing wrong, or open to question, in a distribution of seats."""

    code: SeatFaultCode
    """Stable code."""
    norm: str
    """Identifier of the norm in the rule base."""
    members: tuple[str, ...]
    """The members concerned."""
    text: Text
    """What is wrong, in French and English."""

    @property
    def certain(self) -> bool:
        """Tell whether it is a plain breach; for the weight of population the law sets no measure: to be justified."""
        return self.norm != POPULATION_NORM


def check(populations: Mapping[str, int], seats: Mapping[str, int]) -> tuple[SeatFault, ...]:
    """Give what is wrong with a distribution; nothing when it is lawful. A member not named has no seat.

    Raises:
        MembersError: fewer than two members, or seats for a body that is not one.
        PopulationError: a population that is not between 1 and MAX_POPULATION.
        SeatTotalError: a number of seats that is not between 0 and MAX_SEATS, or more than MAX_SEATS in all.
    """
    check_populations(populations)
    held = _held(populations, seats)
    breaches = (*_without_seat(held), *_above_half(held))
    return (*breaches, *_against_population(populations, held, lawful=not breaches))


def _held(populations: Mapping[str, int], seats: Mapping[str, int]) -> dict[str, int]:
    """Give the seats of every member, the largest population first, then by name."""
    strangers = sorted(seats.keys() - populations.keys())
    if strangers:
        named = ", ".join(strangers)
        raise MembersError.of("seats.of-strangers", named=named)
    for member, number in seats.items():
        if type(number) is not int or not 0 <= number <= MAX_SEATS:
            raise SeatTotalError.of("seats.no-number", member=member, most=MAX_SEATS, given=repr(number))
    total = sum(seats.values())
    if total > MAX_SEATS:
        raise SeatTotalError.of("seats.too-many", total=total, most=MAX_SEATS)
    order = sorted(populations, key=lambda member: (-populations[member], member))
    return {member: seats.get(member, 0) for member in order}


def _without_seat(held: Mapping[str, int]) -> Iterator[SeatFault]:
    for member, number in held.items():
        if number == 0:
            text = told("seats.no-seat", member=member)
            yield SeatFault("minimum-one", NORMS["minimum-one"], (member,), text)


def _above_half(held: Mapping[str, int]) -> Iterator[SeatFault]:
    total = sum(held.values())
    for member, number in held.items():
        if 2 * number > total:
            text = told("seats.above-half", member=member, number=number, total=total)
            yield SeatFault("half-cap", NORMS["half-cap"], (member,), text)
    if len(held) == 2 and len(set(held.values())) == 2:
        text = told("seats.two-members", numbers=_numbers(held))
        yield SeatFault("two-members-parity", NORMS["two-members-parity"], tuple(held), text)


def _against_population(
    populations: Mapping[str, int], held: Mapping[str, int], *, lawful: bool
) -> Iterator[SeatFault]:
    if len(held) == 2:
        return
    for member, number in held.items():
        smaller = [other for other in held if populations[other] < populations[member] and held[other] > number]
        if smaller:
            other = max(smaller, key=lambda one: held[one])
            text = told("seats.less-than-smaller", member=member, other=other, number=number, held_other=held[other])
            yield SeatFault("population-order", POPULATION_NORM, (member, other), text)
    if lawful and len(set(held.values())) == 1 and propose(populations, sum(held.values())).seats != held:
        text = told("seats.population-ignored")
        yield SeatFault("population-ignored", POPULATION_NORM, tuple(held), text)


def _numbers(held: Mapping[str, int]) -> str:
    return ", ".join(f"{member} {number}" for member, number in held.items())
