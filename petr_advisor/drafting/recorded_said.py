"""What a draft says of the acts that the case records, around the act that it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.settled import adopted
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.drafting.recorded import Recorded
from petr_advisor.drafting.voting import Voting
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.blanks import Blank
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class RecordedSaid:
    """Says the acts recorded that an act comes after."""

    voting: Voting
    voice: Voice

    def held(self, blank: Blank) -> str | date | None:
        """Give the day on which the first of some acts is recorded: alone, or as that of a resolution to number."""
        day = self._adopted(blank.records or blank.on_day)
        if blank.voted is not None:
            day = adopted(self.voting.case, blank.voted)
        return self.voice.phrase("draft.recorded", day=day) if day is not None and blank.records else day

    def _adopted(self, acts: Iterable[str]) -> date | None:
        """Give the day of the first that is recorded: in the procedure of the draft, or in the only one they are of."""
        named = tuple(acts)
        alone = len({procedure_of(act) for act in named}) == 1
        of_it = (act for act in named if alone or procedure_of(act) == procedure_of(self.voting.key))
        done = (found for act in of_it if (found := self._records.of(act)) is not None)
        return next((found.on for found in done if found.on is not None), None)

    def session(self, member: str | None) -> str | None:
        """Say the day to come that the case gives the act, or the vote of a member in it."""
        vote = self._records.vote(self.voting.key, member) if member else None
        day = vote.on if vote is not None and vote.planned else self._records.planned(self.voting.key)
        return self.voice.phrase("draft.session", day=day) if day is not None else None

    def sessions(self, members: Iterable[str]) -> dict[str, date]:
        """Give the day to come that the case gives the vote of each member in the act."""
        votes = {member: self._records.vote(self.voting.key, member) for member in members}
        return {of: vote.on for of, vote in votes.items() if vote is not None and vote.planned and vote.on is not None}

    def last_days(self, members: Iterable[str]) -> dict[str, date]:
        """Give the last day on which each member that has not voted in the act can, where its time runs."""
        running = {ballot.member: ballot.until for ballot in self._records.ballots(self.voting.key) if not ballot.vote}
        return {member: day for member in members if (day := running.get(member)) is not None}

    def so_far(self, members: Iterable[str]) -> int | None:
        """Count the members of which a notification or a vote in the act is recorded; None for none."""
        key = self.voting.key
        known = [each for each in members if self._records.received(key, each) or self._records.vote(key, each)]
        return len(known) or None

    def vote(self, member: str | None) -> str | None:
        """Say the vote of a member, in the act or in one that it comes after."""
        votes = (self._records.vote(act, member) for act in self._acts if member)
        found = next((vote for vote in votes if vote is not None and vote.on is not None), None)
        if found is None:
            return None
        return self.voice.phrase("draft.vote-planned" if found.planned else f"draft.vote-{found.side}", day=found.on)

    def vote_day(self, member: str | None) -> str | None:
        """Say the day of the resolution by which a member voted, in running text."""
        votes = (self._records.vote(act, member) for act in self._acts if member)
        found = next((vote for vote in votes if vote is not None and vote.on is not None), None)
        if found is None or found.on is None:
            return None
        day = self.voice.phrase("draft.vote-planned", day=found.on) if found.planned else self.voice.day(found.on)
        return self.voice.phrase("draft.recorded", day=day)

    def first_voter(self, members: Iterable[str]) -> str | None:
        """Name the member that was the first to vote for the act."""
        votes = ((self._records.vote(self.voting.key, member), member) for member in members)
        given = [(vote.on, of) for vote, of in votes if vote and vote.side == "for" and vote.on and not vote.planned]
        return entity_name(self.voting.case, MEASURED, min(given)[1]) if given else None

    @cached_property
    def refused(self) -> bool:
        """Tell whether a member has refused the act by an express vote: what all have to agree to is no more to be."""
        return self._records.refused(self.voting.key)

    def received(self, member: str | None) -> date | None:
        """Give the day on which a member received what it votes on."""
        days = (self._records.received(act, member) for act in self._acts if member)
        return next((day for day in days if day is not None), None)

    @cached_property
    def _records(self) -> Recorded:
        return Recorded(self.voting.case)

    @cached_property
    def _acts(self) -> tuple[str, ...]:
        """The act, those that it comes after, and the votes that it calls for, by `procedure/act`."""
        procedure, _, name = self.voting.key.partition("/")
        acts = self.voting.case.base.procedures[procedure].acts
        called_for = (key for key, act in acts.items() if name in act.after and act.vote is not None)
        return (self.voting.key, *(f"{procedure}/{each}" for each in (*self.voting.act.after, *called_for)))
