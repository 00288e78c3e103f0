"""The seats that a draft writes: those kept in the consultation, else a proposal by population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.newcomer import NEWCOMER, of_newcomer
from petr_advisor.explaining.tree import entity_name
from petr_advisor.inference.facts import Known
from petr_advisor.territory.measures import MEASURED
from petr_advisor.territory.seat_errors import SeatError
from petr_advisor.territory.seats import propose, usual_total
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Seats:
    """A distribution of seats."""

    numbers: Mapping[str, int]
    """The seats of each member, by its identifier."""
    proposed: bool
    """Whether nobody chose it yet."""
    over_half: str | None = None
    """The name of the member that has more than half of the population, where all are counted."""
    one_more: Mapping[str, int] | None = None
    """Those proposed with one seat more, where their shares would be closer to those of the population."""


@dataclass(frozen=True)
class SeatsSaid:
    """Says the seats of members: between brackets where they are proposed, or those of statutes voted already."""

    voice: Voice
    found: Seats | None
    voted: date | None
    """The day on which statutes that settle them were voted."""

    def of(self, member: str | None) -> int | str | None:
        """Say the seats of a member."""
        if member is None or self.found is None or member not in self.found.numbers:
            return None
        number = self.found.numbers[member]
        if not self.found.proposed:
            return number
        return self.voice.phrase("draft.proposed-cell", number=number) if self.voted is None else self._as_voted

    def all(self, members: Sequence[str]) -> tuple[int | str | None, ...] | None:
        """Say those of several members."""
        return tuple(self.of(member) for member in members) if self.found is not None else None

    @property
    def over_half(self) -> str | None:
        """Name the member that would have more seats than the law allows, by its population."""
        return self.found.over_half if self.found is not None else None

    @property
    def total(self) -> int | str | None:
        """Say how many there are."""
        if self.found is not None and not self.found.proposed:
            return sum(self.found.numbers.values())
        if self.voted is not None:
            return self._as_voted
        if self.found is None:
            return None
        return self.voice.phrase("draft.proposed", number=sum(self.found.numbers.values()))

    @property
    def ordered(self) -> int | str | None:
        """Say how many there are once an order has settled them: those proposed are to be read in it."""
        if self.found is None or not self.found.proposed or self.voted is not None:
            return self.total
        return self.voice.phrase("draft.as-ordered", number=sum(self.found.numbers.values()))

    def why(self, members: Sequence[str]) -> str | None:
        """Say why so many are proposed, and that one more would bring the shares closer, where it would."""
        if self.found is None or not self.found.proposed or self.voted is not None:
            return None
        total = sum(self.found.numbers.values())
        words: dict[str, object] = {"total": total, "each": total // len(self.found.numbers)}
        if self.found.one_more is None:
            return self.voice.phrase("draft.seats-why", **words)
        shared = [self.found.one_more[member] for member in members]
        return self.voice.phrase("draft.seats-one-more", more=total + 1, seats=shared, **words)

    @property
    def _as_voted(self) -> str:
        return self.voice.phrase("draft.as-voted", day=self.voted)


def seats_of(case: Consultation, members: Sequence[str], by: str | None) -> Seats | None:
    """Give the seats of these members; None where none are kept for them and a population is not known.

    `by` is the fact that holds the population of each. A distribution kept for other members, one that
    leaves among them, is that of another committee.
    """
    known = {of: _known(case, by, of) if by is not None else None for of in members}
    people = {of: found.value for of, found in known.items() if found is not None and type(found.value) is int}
    counted = len(people) == len(members)
    large = next(
        (of for of, number in people.items() if counted and of != NEWCOMER and 2 * number > sum(people.values())), None
    )
    name = entity_name(case, MEASURED, large) if large is not None else None
    kept = {of: number for of, number in case.state.seats.items() if number}
    if kept and kept.keys() == set(members):
        return Seats(kept, proposed=False, over_half=name)
    if not counted:
        return None
    usual = usual_total(len(people))
    found = _proposed(people, usual)
    more = _proposed(people, usual + 1)
    closer = found is not None and more is not None and _gap(more, people) < _gap(found, people)
    return Seats(found, proposed=True, over_half=name, one_more=more if closer else None) if found is not None else None


def _proposed(people: Mapping[str, int], total: int) -> Mapping[str, int] | None:
    try:
        return propose(people, total).seats
    except SeatError:
        return None


def _gap(seats: Mapping[str, int], people: Mapping[str, int]) -> Fraction:
    """Measure how far the shares of seats are from those of the population: the sum of what parts each from its own."""
    of_seats, of_people = sum(seats.values()), sum(people.values())
    apart = (abs(Fraction(seats[of], of_seats) - Fraction(people[of], of_people)) for of in people)
    return sum(apart, Fraction())


def _known(case: Consultation, fact: str, of: str) -> Known | None:
    return of_newcomer(case, fact) if of == NEWCOMER else case.memory.facts.get(fact, of)
