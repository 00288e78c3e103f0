"""How long before its meeting a body has to be called."""

from collections.abc import Callable
from datetime import date

from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.lengths import Span


def meeting_notice(base: KnowledgeBase, body: str, day: date, truth: Callable[[When | None], Truth]) -> Span | None:
    """Give the notice of the meetings of a body, in force on a day; None where no text sets one."""
    for found in base.notices.values():
        period = base.period_of(found.norms)
        if body in found.who and period is not None and period.covers(day) and truth(found.when) is True:
            return found.length
    return None
