"""What is known of the acts of a procedure: those recorded, and the situation in which it runs."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot, Side
from petr_advisor.procedures.limits import Due, due

Result = Literal["carried", "refused", "dissolved", "prefect_may"]
"""What came of an act: done as meant, or refused; for some votes, what the majority reached leads to."""


@dataclass(frozen=True)
class Done:
    """An act that was done, or the vote of one member within it."""

    procedure: str
    act: str
    on: date | None = None
    """The day; None, not known. A day to come makes it planned, not done."""
    result: Result = "carried"
    """What came of it; for a member's vote, `carried` is for and `refused` against."""
    member: str | None = None
    """The member that votes; None for the act as a whole."""
    received: date | None = None
    """The day on which that member, or who decides on the whole, received what it votes on."""
    effect: date | None = None
    """The day of effect that the act itself fixes, where it does."""
    attempt: int = 1
    """The text, list and first day to which it belongs: votes never pass from one attempt to another."""
    only_received: bool = False
    """Whether it has been received, and nobody has voted yet."""

    @property
    def key(self) -> str:
        """The act as it is named everywhere."""
        return f"{self.procedure}/{self.act}"

    @property
    def of_the_whole(self) -> bool:
        """Whether it is the act done as a whole, rather than the vote of a member or what was only received."""
        return self.member is None and not self.only_received

    @property
    def side(self) -> Side:
        """The vote of a member."""
        return "against" if self.result == "refused" else "for"


def known_by(done: Done, as_of: date) -> Done | None:
    """Give what is known by a day of a record: all of it, only that a member received what it votes on, or nothing."""
    if done.received is not None and done.received > as_of:
        done = replace(done, received=None)
    if done.only_received:
        return done if done.received is not None else None
    if done.on is None or done.on <= as_of:
        return done
    return replace(done, on=None, only_received=True) if done.received is not None else None


@dataclass(frozen=True)
class Setting:
    """The situation in which procedures run, asked by functions: None is « not known »."""

    base: KnowledgeBase
    holds: Callable[[When, date], bool | None]
    """Whether a condition holds on a day."""
    day_of: Callable[[str], date | None]
    """The day that a date fact holds."""
    voters: Callable[[str], tuple[Ballot, ...] | None]
    """The members of a body that votes, with populations and no vote yet; None where they are not listed."""
    said: Callable[[str, str], object]
    """The value of a fact of a member: (fact, member)."""
    named: Callable[[str], frozenset[str]] = lambda _actor: frozenset()
    """The members that an actor surely is."""
    communes: Callable[[str], int | None] = lambda _member: None
    """For how many communes a member counts, where each counts for as many as it has; None, not known."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """The reading of each disputed point that is followed."""
    departements: Collection[str] | None = None
    """Where the limits end, for holidays; None, not known."""
    acts: tuple[Done, ...] = ()
    """The acts recorded."""
    on_today: Callable[[When], bool | None] | None = None
    """Whether a condition holds on the case as it is, where `holds` asks of what ways carried out leave."""
    from_acts: Collection[str] = ()
    """Facts whose value comes from these acts: they are no second record."""

    def weighed(self, voters: tuple[Ballot, ...], count: Count) -> tuple[Ballot, ...]:
        """Give those who vote, each with its communes where these are what is counted."""
        if not count.by_communes:
            return voters
        return tuple(replace(voter, communes=self.communes(voter.member)) for voter in voters)

    def recorded_elsewhere(self, procedure: str, as_of: date) -> Iterator[Done]:
        """Give the acts of a procedure that are recorded as acts of another one, which they are the same as."""
        for done in self.acts if self.base.same_acts else ():
            for key in self.also(done, as_of):
                other, _, act = key.partition("/")
                if other == procedure:
                    yield replace(done, procedure=other, act=act)

    def also(self, done: Done, as_of: date) -> tuple[str, ...]:
        """Give the acts of other procedures (`procedure/act`) that an act recorded is too.

        The vote of one member is one of the same body only; what was recorded on an earlier occasion of its procedure,
        or on one of another subject, is none.
        """
        same = self.base.same_acts.get(done.key, ())
        if done.member is not None:
            body = self._voters_of(done.key)
            same = tuple(key for key in same if body is not None and self._voters_of(key) == body)
        occasion = self.base.procedures[done.procedure].same_while if same else None
        return () if occasion is not None and self._was_so(occasion, as_of) is False else same

    def _was_so(self, condition: When, as_of: date) -> bool | None:
        """Tell whether a condition holds of what is recorded, which was done in the case as it is."""
        return self.on_today(condition) if self.on_today is not None else self.holds(condition, as_of)

    def _voters_of(self, act: str) -> str | None:
        vote = self.base.act(act).vote
        return vote.body if vote is not None else None

    def due(self, limit: Limit, event: date | None) -> Due | None:
        """Give the last day of a limit from the day of its event, or None where it has none that is known."""
        return due(limit, event, self.base.holidays, self.departements)
