"""The day of the act of one member, where it is not that of all: planned, or counted from the votes of that member."""

from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.drafting.recorded import Recorded
from petr_advisor.planning.model import Task
from petr_advisor.planning.network import DAY
from petr_advisor.planning.spans import Lasting


@dataclass(frozen=True)
class MemberDays:
    """Dates what waits for no other member, from what a case records."""

    case: Consultation
    records: Recorded
    start: date
    """The first day of the plan."""

    def letter(self, act: str, member: str | None) -> date | None:
        """Give the day after the vote of a member that its letter follows: it waits for no other member's vote."""
        days = [day for day in self._votes(act, member) if day is not None]
        return max(max(days) + DAY, self.start) if days else None

    def act(self, act: str, task: Task, member: str) -> date | None:
        """Give the day planned of the act of a member, or the soonest once it has voted all that the act waits for."""
        vote = self.records.vote(act, member)
        planned = vote.on if vote is not None and vote.planned else None
        votes = self._votes(act, member)
        days = [day for day in votes if day is not None]
        if planned is not None or task.takes is None or not days or len(days) < len(votes):
            return planned
        return min(Lasting(task.takes.shortest).end(max(*days, self.start)), task.held_from)

    def _votes(self, act: str, member: str | None) -> list[date | None]:
        """Give the days of the votes of a member in the acts that another waits for."""
        after = self.case.base.act_under(act, self.case.followed).after if member else ()
        votes = [self.records.vote(f"{procedure_of(act)}/{each}", member or "") for each in after]
        return [vote.on if vote is not None else None for vote in votes]
