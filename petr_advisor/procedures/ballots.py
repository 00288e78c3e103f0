"""The vote of each member, and where it stands on a day: each has its own clock.

On its last day a member can still vote; silence counts from the next. A vote in a time that still runs may be taken
back: this is written for withdrawals only and disputed elsewhere, hence prudently read as possible. Where no time is
set an express answer holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from petr_advisor.knowledge.acts import Silence

Side = Literal["for", "against"]

Clock = Literal["no_term", "runs", "unknown"]
"""No limit is set; there is one, and its last day is known; there is one, whose last day is not known."""


@dataclass(frozen=True)
class Ballot:
    """One member of those who vote, with its vote where there is one."""

    member: str
    population: int | None = None
    """Its inhabitants on the day of the notification."""
    group: str | None = None
    """The body whose part it is, where a share of each body is needed."""
    vote: Side | None = None
    """Its express vote."""
    on: date | None = None
    """The day of its vote; not known, it is taken to be in time."""
    clock: Clock = "no_term"
    """Whether its time is limited."""
    until: date | None = None
    """Its own last day, when the clock runs."""
    received: date | None = None
    """The day on which it received what it votes on, or that of the event from which its time runs."""
    silence: Silence = "nothing"
    """What its silence is worth once its time is over."""
    communes: int | None = 1
    """Communes for which it counts, where communes are counted: an EPCI stands for all of its own; None, not known."""


Standing = Literal["settled_for", "settled_against", "for", "against", "awaited", "missing"]
"""Settled for good; voted, and could still go back on it; nothing said yet, in a time that is not over; nothing said in
a time that is over, where silence is no vote."""

_SILENT: dict[Silence, Standing] = {"favourable": "settled_for", "unfavourable": "settled_against"}


@dataclass(frozen=True)
class Standings:
    """Where each member stands on a day."""

    of: dict[str, Standing]
    """By member."""
    late: tuple[str, ...] = ()
    """Members whose vote came after their last day: reported, not counted."""
    planned: tuple[str, ...] = ()
    """Members whose vote is dated after the day: planned, not done."""

    def are(self, *wanted: Standing) -> frozenset[str]:
        """Give the members that stand in one of these ways."""
        return frozenset(member for member, standing in self.of.items() if standing in wanted)


def standings(ballots: Iterable[Ballot], as_of: date) -> Standings:
    """Tell where each member stands at the end of a day."""
    found: dict[str, Standing] = {}
    late: list[str] = []
    planned: list[str] = []
    for ballot in ballots:
        if ballot.vote and ballot.on and ballot.until and ballot.on > ballot.until:
            late.append(ballot.member)
            found[ballot.member] = _silent(ballot, as_of)
        elif ballot.vote and ballot.on and ballot.on > as_of:
            planned.append(ballot.member)
            found[ballot.member] = _silent(ballot, as_of)
        else:
            found[ballot.member] = _standing(ballot, as_of)
    return Standings(found, tuple(late), tuple(planned))


def _standing(ballot: Ballot, as_of: date) -> Standing:
    if ballot.vote is None:
        return _silent(ballot, as_of)
    settled = ballot.clock == "no_term" or _over(ballot, as_of)
    if ballot.vote == "for":
        return "settled_for" if settled else "for"
    return "settled_against" if settled else "against"


def _silent(ballot: Ballot, as_of: date) -> Standing:
    return _SILENT.get(ballot.silence, "missing") if _over(ballot, as_of) else "awaited"


def _over(ballot: Ballot, as_of: date) -> bool:
    return ballot.clock == "runs" and ballot.until is not None and as_of > ballot.until
