"""The last day of an act, where the answers give the day of the event that its limit runs from."""

from datetime import date

from petr_advisor.consulting.case import Case
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.counting import last_day, last_day_before


def act_day(case: Case, key: str, act: Act) -> date | None:
    """Give the last day of the act `procedure/act`, or None where it has none that the answers tell."""
    limit = act.limit
    if limit is None or limit.by is not None:
        return limit.by if limit else None
    event = _event_day(case, key.partition("/")[0], limit)
    if event is None or limit.length is None or limit.weekday is not None:
        return None
    return last_day_before(event, limit.length) if limit.kind == "before" else last_day(event, limit.length)


def _event_day(case: Case, procedure: str, limit: Limit) -> date | None:
    """Give the day of an event that a date fact holds: its own, or that of the act that brings it about."""
    base, acts = case.base, case.base.procedures[procedure].acts
    names: list[str | None] = [limit.from_] if limit.from_ in base.facts else []
    names += [base.events[limit.from_].fact] if limit.from_ in base.events else []
    names += [acts[act].done_on for act in (limit.from_, limit.with_act) if act in acts]
    days = (found.value for name in names if name and (found := case.memory.facts.get(name)))
    return next((day for day in days if isinstance(day, date)), None)
