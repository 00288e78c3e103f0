"""Votes counted: where a tally stands on a day, and its next change if nobody does anything.

A tally is open, reached (enough today, but a member whose own time still runs could undo it), blocked (refusals that
their authors may still go back on), carried or refused; the last two are final on the day they become so. Where what is
counted are objections, enough of them refuse.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot, Standing, Standings, standings
from petr_advisor.procedures.majority import Outcome, Scale

State = Literal["open", "reached", "blocked", "carried", "refused", "not_known"]
FINAL: frozenset[State] = frozenset({"carried", "refused"})
DECIDED: frozenset[State] = FINAL | {"reached"}
"""States in which no vote still to come changes anything: at most those given that may be taken back do."""

_OPPOSED: Mapping[State, State] = {
    "open": "open", "not_known": "not_known", "reached": "blocked", "blocked": "reached", "carried": "refused",
    "refused": "carried",
}  # fmt: skip
"""What the fate of objections is for the act."""

_OTHER_SIDE: Mapping[Standing, Standing] = {
    "settled_for": "settled_against", "settled_against": "settled_for", "for": "against", "against": "for",
    "awaited": "awaited", "missing": "missing",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """The next change if nobody does anything."""

    day: date
    """The day from which it holds."""
    state: State
    """What the tally becomes."""
    clocks: tuple[str, ...]
    """The members whose time is over the day before."""


@dataclass(frozen=True)
class Tally:
    """The votes of a body of members, counted on a day."""

    state: State
    standing: Mapping[str, Standing]
    """Where each member stands."""
    effect: Outcome
    """What the votes of today come to: the effect of the majority they reach, `short` otherwise."""
    waits_for: tuple[str, ...]
    """Members whose answer is awaited, in the order given."""
    until: date | None
    """The last day before it is settled if nobody does anything, else that of the last clock; None when none runs.

    Where refusals block it, that of the last who may answer or go back on a refusal: no vote can carry it before.
    """
    no_term: bool
    """Whether some answer is awaited without term."""
    clocks_unknown: tuple[str, ...]
    """Members whose last day is not known: the day they received the act is missing."""
    populations_unknown: tuple[str, ...]
    """Members whose population is missing to tell."""
    communes_unknown: tuple[str, ...]
    """Members that count for as many communes as they have, and whose number is missing to tell."""
    late: tuple[str, ...]
    """Members whose vote came after their last day: reported, not counted."""
    planned: tuple[str, ...]
    """Members whose vote is dated after the day."""
    next_change: Change | None
    """What comes if nobody does anything, or None when nothing does."""


def tally(ballots: Iterable[Ballot], count: Count, as_of: date) -> Tally:
    """Count votes at the end of a day; ValueError when the majority is as a document says, hence no number."""
    voters = tuple(ballots)
    scale = scale_of(voters, count)
    found = standings(voters, as_of)
    state = _state(scale, found)
    awaited = [voter for voter in voters if found.of[voter.member] == "awaited"]
    open_clocks = [voter for voter in voters if found.of[voter.member] in {"for", "against", "awaited"}]
    changes = tuple(_changes(scale, voters, as_of, state))
    blocking = [voter for voter in voters if state == "blocked" and found.of[voter.member] in {"against", "awaited"}]
    final = state in FINAL
    doubtful = scale.weighs_people and scale.total is None
    return Tally(
        state=state,
        standing=found.of,
        effect=scale.outcome(seen(scale.count, found).are("settled_for", "for")),
        waits_for=tuple(voter.member for voter in awaited),
        until=_until(blocking or open_clocks, () if blocking else changes) if not final else None,
        no_term=not final and any(voter.clock == "no_term" for voter in awaited),
        clocks_unknown=tuple(voter.member for voter in open_clocks if voter.clock == "unknown" and not final),
        populations_unknown=tuple(key for key, people in scale.population.items() if people is None and doubtful),
        communes_unknown=tuple(key for key, heads in scale.heads.items() if heads is None),
        late=found.late,
        planned=found.planned,
        next_change=next(iter(changes), None),
    )


def scale_of(voters: Collection[Ballot], count: Count) -> Scale:
    """Weigh the members as a majority asks; ValueError when no number says how it is counted."""
    if count.by == "as_written":
        raise ValueError("the statutes or the agreement say how these votes are counted")
    return Scale(count, tuple(voters))


def _changes(scale: Scale, voters: tuple[Ballot, ...], as_of: date, state: State) -> Iterator[Change]:
    """Run the same count forward over the last days of the members, with nothing said any more."""
    muted = tuple(_mute(voter) if voter.vote and voter.on and voter.on > as_of else voter for voter in voters)
    for last in sorted({voter.until for voter in muted if voter.until is not None and voter.until >= as_of}):
        day = last + timedelta(days=1)
        after = _state(scale, standings(muted, day))
        if after != state:
            yield Change(day, after, tuple(voter.member for voter in voters if voter.until == last))
            state = after


def _until(open_clocks: Iterable[Ballot], changes: Iterable[Change]) -> date | None:
    settled = (change.day - timedelta(days=1) for change in changes if change.state in FINAL)
    return next(settled, max((voter.until for voter in open_clocks if voter.until is not None), default=None))


def _mute(voter: Ballot) -> Ballot:
    """Leave out a vote that is only planned."""
    return replace(voter, vote=None, on=None)


def seen(count: Count, found: Standings) -> Standings:
    """Give standings as seen by what is counted: agreement, or objections."""
    if not count.opposition:
        return found
    return Standings({member: _OTHER_SIDE[standing] for member, standing in found.of.items()})


def _state(scale: Scale, found: Standings) -> State:
    counted = seen(scale.count, found)
    sure, today = counted.are("settled_for"), counted.are("settled_for", "for")
    unless_back = today | counted.are("awaited")
    best = unless_back | counted.are("against")
    state = _of_outcomes(*(scale.outcome(support) for support in (sure, today, unless_back, best)))
    return _OPPOSED[state] if scale.count.opposition else state


def _of_outcomes(sure: Outcome, today: Outcome, unless_back: Outcome, best: Outcome) -> State:
    if best == "short":
        return "refused"
    if sure not in {"short", "not_known"} and sure == best:
        return "carried"
    if "not_known" in {sure, today, unless_back, best}:
        return "not_known"
    if unless_back == "short":
        return "blocked"
    return "open" if today == "short" else "reached"
