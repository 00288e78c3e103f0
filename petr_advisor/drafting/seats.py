"""The seats that a draft writes: those kept in the consultation, else a proposal by population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.territory.seat_errors import SeatError
from petr_advisor.territory.seats import propose, usual_total


@dataclass(frozen=True)
class Seats:
    """A distribution of seats."""

    numbers: Mapping[str, int]
    """The seats of each member, by its identifier."""
    proposed: bool
    """Whether nobody chose it yet."""


def seats_of(case: Consultation, members: Sequence[str], by: str | None) -> Seats | None:
    """Give the seats of these members; None where none are kept for them and a population is not known.

    `by` is the fact that holds the population of each. A distribution kept for other members, one that
    leaves among them, is that of another committee.
    """
    kept = {of: number for of, number in case.state.seats.items() if number}
    if kept and kept.keys() == set(members):
        return Seats(kept, proposed=False)
    known = {of: case.memory.facts.get(by, of) if by is not None else None for of in members}
    people = {of: found.value for of, found in known.items() if found is not None and type(found.value) is int}
    if len(people) < len(members):
        return None
    try:
        return Seats(propose(people, usual_total(len(people))).seats, proposed=True)
    except SeatError:
        return None
