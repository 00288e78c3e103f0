"""The procedures that a case has started: how far each has come, and the acts recorded that cannot be."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.recorded import named, voters
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition, literals
from petr_advisor.procedures.progress import stand
from petr_advisor.procedures.record import Setting
from petr_advisor.procedures.under_readings import Told, told
from petr_advisor.territory.communes import how_many


def setting_of(case: Case) -> Setting:
    """Give the situation of a case, in which its procedures run."""
    memory = case.memory
    tokens = {of: found for scope, found in memory.tokens.items() if (of := scope.entity)}
    on_days: dict[date, Case] = {case.as_of: case}

    def holds(condition: Condition, day: date) -> bool | None:
        if not _dated(case.base, condition):
            return truth(case, condition)
        if day not in on_days:
            on_days[day] = replace(case, as_of=day)
        return truth(on_days[day], condition)

    def said(fact: str, member: str) -> object:
        found = memory.facts.get(fact, member)
        return found.value if found is not None else None

    return Setting(
        base=case.base,
        holds=holds,
        day_of=memory.facts.day,
        voters=lambda body: voters(case.rules, memory.facts, tokens, body),
        said=said,
        named=lambda actor: named(case.rules, memory.facts, tokens, actor),
        readings=case.followed,
        communes=lambda member: how_many(member, case.as_of),
        departements=case.departements,
        on_today=lambda condition: truth(case.today, condition),
        acts=case.recordings.acts,
        from_acts={fact for fact, _ in case.recordings.facts} - {fact for fact, _ in case.state.answers},
    )


def _dated(base: KnowledgeBase, condition: Condition) -> bool:
    """Tell whether a condition reads the day of the consultation."""
    return any(
        literal.test.dated or "calendar" in base.all_facts[literal.fact].given_by for literal in literals(condition)
    )


def states_of(case: Case, names: Collection[str]) -> frozenset[str]:
    """Give the states in which procedures stand, those not started included."""
    setting = setting_of(case) if names else None
    return frozenset(stand(name, setting, case.as_of).state for name in names) if setting else frozenset()


def progress_of(case: Case) -> Mapping[str, Told]:
    """Tell how far each procedure that has been started has come."""
    setting = setting_of(case)
    found = {key: told(key, setting, case.as_of) for key in _started(case, setting)}
    return {key: each for key, each in found.items() if each.progress.state != "to_start"}


def _started(case: Case, setting: Setting) -> Iterator[str]:
    """Give the procedures that something is recorded of, or that the answers say to run."""
    recorded = {done.procedure for done in setting.acts}
    for key, procedure in case.base.procedures.items():
        by_answers = procedure.runs is not None and setting.holds(procedure.runs, case.as_of) is True
        if key in recorded or by_answers or any(map(setting.day_of, case.base.days_of.get(key, ()))):
            yield key
