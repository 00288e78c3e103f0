"""What the case records of the acts that drafts speak of: votes given, votes to come, days of notification."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.procedures.ballots import Ballot, Side
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.record import Done, Setting


@dataclass(frozen=True)
class Vote:
    """The vote of a member."""

    side: Side
    on: date | None
    """Its day; a day to come makes it planned; None, not known."""
    planned: bool = False


@dataclass(frozen=True)
class Recorded:
    """The acts recorded in a case."""

    case: Consultation

    def of(self, act: str) -> Done | None:
        """Give the last record of an act as a whole, `procedure/act`, done by the day of the consultation."""
        done = (each for each in self._of(act) if each.member is None and not each.only_received)
        return next((each for each in done if each.on is None or each.on <= self.case.as_of), None)

    def planned(self, act: str) -> date | None:
        """Give the day to come of an act as a whole."""
        days = (each.on for each in self._of(act) if each.member is None and each.on and each.on > self.case.as_of)
        return next(days, None)

    def ballots(self, act: str) -> tuple[Ballot, ...]:
        """Give the votes of members in an act of a procedure under way, each with its clock."""
        procedure, _, name = act.partition("/")
        told = self.case.progress.get(procedure)
        mark = told.progress.marks.get(name) if told is not None else None
        return mark.votes if mark is not None else ()

    def vote(self, act: str, member: str) -> Vote | None:
        """Give the vote of a member in an act: the one given, by a record or an answer, else the one to come."""
        procedure, _, name = act.partition("/")
        ballots = Marking(procedure, self._setting, self.case.as_of).said(name)
        given = next((each for each in ballots if each.member == member), None)
        if given is not None and given.vote is not None:
            return Vote(given.vote, given.on)
        to_come = (each for each in self._of(act) if each.member == member and each.on and each.on > self.case.as_of)
        return next((Vote(each.side, each.on, planned=True) for each in to_come), None)

    def refused(self, act: str) -> bool:
        """Tell whether a member has voted against an act: by a record or an answer, neither to come nor by silence."""
        procedure, _, name = act.partition("/")
        return any(each.vote == "against" for each in Marking(procedure, self._setting, self.case.as_of).said(name))

    def received(self, act: str, member: str) -> date | None:
        """Give the day on which a member received what it votes on in an act."""
        days = (each.received for each in self._of(act) if each.member == member)
        return next((day for day in days if day is not None), None)

    def _of(self, act: str) -> list[Done]:
        """Give what is recorded of an act, the last record first."""
        return [each for each in reversed(self.case.recordings.acts) if each.key == act]

    @cached_property
    def _setting(self) -> Setting:
        return setting_of(self.case)
