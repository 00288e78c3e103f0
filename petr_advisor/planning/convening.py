"""How long before its meeting a body has to be called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.lengths import Span
from petr_advisor.knowledge.meetings import MeetingNotice
from petr_advisor.planning.network import Span as Time


def meeting_notice(base: KnowledgeBase, body: str, day: date, truth: Callable[[When | None], Truth]) -> Span | None:
    """Give the notice of the meetings of a body, in force on a day; None where no text sets one."""
    found = (notice for notice in _in_force(base, body, day) if truth(notice.when) is True)
    return next((notice.length for notice in found), None)


def notices_possible(
    base: KnowledgeBase, body: str, day: date, truth: Callable[[When | None], Truth]
) -> tuple[Span, ...]:
    """Give each notice that the meetings of a body may need: who convenes is safe with the longest of them."""
    return tuple(notice.length for notice in _in_force(base, body, day) if truth(notice.when) is not False)


def _in_force(base: KnowledgeBase, body: str, day: date) -> Iterator[MeetingNotice]:
    for found in base.notices.values():
        period = base.period_of(found.norms)
        if body in found.who and period is not None and period.covers(day):
            yield found


@dataclass(frozen=True)
class Sitting:
    """The time up to a day on which a body sits, convened long enough before."""

    notice: Time
    sits: Callable[[date], date] = field(compare=False)
    """Gives the first day from a day on on which it sits."""

    def end(self, day: date) -> date:
        """Give the first day of a sitting convened on a day."""
        return self.sits(self.notice.end(day))
