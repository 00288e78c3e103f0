"""The law that an act to come follows: that of the day on which it begins, which may begin after the day of law."""

from datetime import date

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.procedures import Act


def law_from(act: Act, as_of: date) -> date | None:
    """Give the first day of the law that an act follows, where it comes after the day of law."""
    begins = act.period.from_ if act.period is not None else None
    return begins if begins is not None and begins > as_of else None


def on_the_day(base: KnowledgeBase, key: str, as_of: date) -> str | None:
    """Give the act of the law of the day (`procedure/act`) in whose place a later one comes, if any."""
    procedure = key.partition("/")[0]
    act = base.act(key)
    for name, other in base.procedures[procedure].acts.items():
        same = set(other.after) == set(act.after) and other.who == act.who and other.period is not None
        if same and other.period and other.period.covers(as_of) and (other.vote is None) == (act.vote is None):
            return f"{procedure}/{name}"
    return None
