"""A vote of members within a procedure: its ballots, from what is recorded and what the answers say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Optional

from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.vocabulary import Besides
from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot, Side
from petr_advisor.procedures.limits import Due
from petr_advisor.procedures.tally import FINAL, Tally, tally

if TYPE_CHECKING:
    from petr_advisor.procedures.marking import Marking

_SAID: dict[object, Side] = {"for": "for", "against": "against"}
"""The values of a fact of a member that are a vote; any other is none, or one that came too late."""

_CLOSING = frozenset({"deemed", "lapses", "closes"})
"""What passing a limit does so that a vote counts no more."""


def closes(act: Act) -> bool:
    """Tell whether passing the limit of an act ends the time to vote on it."""
    return act.limit is not None and act.limit.passed is not None and act.limit.passed.does in _CLOSING


@dataclass(frozen=True, eq=False)
class Voting:
    """The vote of the members of a body."""

    marking: "Marking"
    key: str
    act: Act
    count: Count
    voters: tuple[Ballot, ...]

    @staticmethod
    def of(marking: "Marking", key: str) -> Optional["Voting"]:
        """Give the vote of an act whose members are listed and counted by number, else None."""
        act = marking.acts[key]
        if act.vote is None or act.vote.within is not None or act.vote.tests:
            return None
        majority = marking.setting.base.majorities.get(act.vote.majority)
        count = majority.count if majority is not None else None
        if count is None or count.by in {"delegates", "as_written"} or count.tests:
            return None
        voters = marking.setting.voters(act.vote.body)
        return Voting(marking, key, act, count, marking.setting.weighed(voters, count)) if voters else None

    @cached_property
    def ballots(self) -> tuple[Ballot, ...]:
        """The votes, each with its own clock."""
        return tuple(self._ballot(voter) for voter in self.voters)

    @cached_property
    def besides(self) -> Besides | None:
        """Who votes beside those listed, unless the case says that there are none."""
        setting, vote = self.marking.setting, self.act.vote
        body = setting.base.actors.get(vote.body) if vote is not None else None
        found = body.voters.besides if body is not None and body.voters is not None else None
        return found if found is not None and setting.holds(found.when, self.marking.as_of) is not False else None

    @property
    def closes(self) -> bool:
        """Whether the last day of a member ends its vote; elsewhere a vote that comes later is late, and counts."""
        return closes(self.act) and self._limited

    @cached_property
    def last(self) -> Due | None:
        """The limit of the member whose time ends last, where all are known."""
        found = [self._due(voter.member) for voter in self.voters]
        known = [each for each in found if each is not None]
        return max(known, key=lambda each: each.last) if known and len(known) == len(found) else None

    def tally(self, as_of: date) -> Tally:
        """Count the votes at the end of a day; those listed alone carry nothing where others vote as well."""
        found = tally(self.ballots, self.count, as_of)
        carried = found.state in {"carried", "reached"}
        return replace(found, state="open", next_change=None) if carried and self.besides is not None else found

    def settled(self, as_of: date) -> tuple[date | None, bool]:
        """Give the day on which a final tally became so, where it is known, and whether it was by votes alone."""
        days = {day for vote in self.ballots if (day := vote.on) is not None}
        days |= {vote.until + timedelta(days=1) for vote in self.ballots if vote.until is not None}
        found = next((day for day in sorted(days) if day <= as_of and self.tally(day).state in FINAL), None)
        undated = found is None or any(vote.vote is not None and vote.on is None for vote in self.ballots)
        express = all(vote.vote is not None for vote in self.ballots)
        return (None if undated and express else found), express

    def is_refused_by_answers(self, as_of: date) -> bool:
        """Tell whether it would be refused, were those who missed their last day still to answer."""
        missing = tally(self.ballots, self.count, as_of).standing
        still = (
            replace(vote, vote=None, on=None, clock="no_term", until=None)
            if missing[vote.member] == "missing"
            else vote
            for vote in self.ballots
        )
        return tally(still, self.count, as_of).state == "refused"

    def strangers(self) -> tuple[str, ...]:
        """Give those whose vote is recorded and who are not members."""
        members = {voter.member for voter in self.voters}
        records = self.marking.records.get(self.key, ())
        return tuple(found.member for found in records if found.member is not None and found.member not in members)

    def _due(self, member: str) -> Due | None:
        limit = self.act.limit
        if limit is None or not self._limited:
            return None
        return self.marking.setting.due(limit, self.marking.days.event(self.key, limit, member))

    @cached_property
    def _limited(self) -> bool:
        when = self.act.limit_when
        return when is None or self.marking.setting.holds(when, self.marking.as_of) is not False

    def _ballot(self, voter: Ballot) -> Ballot:
        said = self._said(voter)
        limit = self.act.limit
        if limit is None or not self.closes:
            return replace(said, clock="no_term", silence="nothing")
        found = self._due(voter.member)
        if found is None:
            return replace(said, clock="unknown", silence=self._silence(None))
        until, received = found.last, found.event
        return replace(said, clock="runs", until=until, received=received, silence=self._silence(until))

    def _said(self, voter: Ballot) -> Ballot:
        last = next(reversed(list(self._records(voter.member))), None)
        if last is not None:
            vote, on = last
            return replace(voter, vote=vote, on=on)
        fact = self.act.votes if self.marking.runs else None
        answered = _SAID.get(self.marking.setting.said(fact, voter.member)) if fact else None
        return replace(voter, vote=answered)

    def _records(self, member: str) -> Iterator[tuple[Side, date | None]]:
        for found in self.marking.records.get(self.key, ()):
            if found.member == member and not found.only_received:
                yield found.side, found.on

    def _silence(self, last: date | None) -> Silence:
        """Give what silence is worth; where a new law begins within the limit, the stricter of the two."""
        own = self.act.silence or "nothing"
        twin = self.twin
        if twin is None or last is None or self.act.period is None or self.act.period.covers(last):
            return own
        other = twin.silence or "nothing"
        return own if self.marking.setting.readings.get(TRANSITION) == AS_BEGUN or own != "favourable" else other

    @cached_property
    def twin(self) -> Act | None:
        """The act that takes the place of this one when its period is over."""
        end = self.act.period.to if self.act.period is not None else None
        if end is None:
            return None
        next_day = end + timedelta(days=1)
        twins = (act for act in self.marking.acts.values() if act.vote is not None and act.period is not None)
        return next((act for act in twins if act.period and act.period.from_ == next_day), None)


TRANSITION = "transition"
"""The reading of what a new law without transition does within a limit: not a disputed point of the base."""
AS_BEGUN = "as_begun"
"""The limit goes on under the law of the day it began."""
