"""The last day of an act or of a duty, where the answers give the day of the event that its limit runs from."""

from collections.abc import Mapping
from datetime import date

from petr_advisor.consulting.case import Case
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.limits import due


def act_day(case: Case, key: str, act: Act) -> date | None:
    """Give the last day of the act `procedure/act`, or None where it has none that the answers tell."""
    return limit_day(case, act.limit, acts=case.base.procedures[key.partition("/")[0]].acts)


def limit_day(
    case: Case, limit: Limit | None, of: str | None = None, acts: Mapping[str, Act] | None = None
) -> date | None:
    """Give the last day of a limit; `of` is the entity whose dates it may run from, `acts` those of its procedure."""
    if limit is None:
        return None
    found = due(limit, _event_day(case, limit, of, acts or {}), case.base.holidays, case.departements)
    return found.last if found else None


def _event_day(case: Case, limit: Limit, of: str | None, acts: Mapping[str, Act]) -> date | None:
    """Give the day of an event that a date fact holds: its own, or that of the act that brings it about."""
    base = case.base
    names: list[str | None] = [limit.from_] if limit.from_ in base.facts else []
    names += [base.events[limit.from_].fact] if limit.from_ in base.events else []
    names += [acts[act].done_on for act in (limit.from_, limit.with_act) if act is not None and act in acts]
    return next((day for name in names if name and (day := _told(case, name, of))), None)


def _told(case: Case, fact: str, of: str | None) -> date | None:
    """Give the day that a date fact holds, when it applies."""
    entity = of if case.base.facts[fact].of else None
    return case.memory.facts.day(fact, entity) if case.memory.applies(fact, entity) is True else None
