"""Answers that say an event by law comes after the new body, and that the days of the plan belie."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.conditions import literals
from petr_advisor.planning.building import Built
from petr_advisor.planning.model import Belied


def belied(case: Consultation, built: Built) -> Iterator[Belied]:
    """Give the events by law that the answers leave alone although they may come before the new body is there."""
    latest = _there(built)
    for term in case.terms:
        if not term.spared or term.past or term.day is None or latest is None or latest < term.day:
            continue
        for answered in literals(term.term.looms) if term.term.looms is not None else ():
            yield Belied(term, latest, answered.fact, answered.test.values[0])


def by_the_days(case: Consultation, found: tuple[Belied, ...]) -> Consultation:
    """Give the case with the answers that the days give: what avoids such an event is prepared, whatever was hoped."""
    for fact, value in {each.fact: each.value for each in found}.items():
        case = case.answer(fact, value)
    return case


def _there(built: Built) -> date | None:
    """Give the day on which the first new body of a plan is there, at the longest."""
    days = built.schedule.days["longest"]
    born = (
        max(days[each.key(act)].done for act in each.effect)
        for each in built.procedures
        if each.effect and _makes_a_body(built, each.name) and all(each.key(act) in days for act in each.effect)
    )
    return min(born, default=None)


def _makes_a_body(built: Built, procedure: str) -> bool:
    return any(effect.new_subject for effect in built.situations[procedure].base.procedures[procedure].effects)
