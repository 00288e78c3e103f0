"""A legal day that comes after the end of the body that owes it: it passes to who takes over what it is about."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.ending import ends_the_body
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.planning.until_then import passes_to
from petr_advisor.words.typography import capital


def passed_on(desk: Desk, plan: Roadmap, task: RoadmapTask, legal: LegalDayPart) -> str | None:
    """Say that the day of an act passes to another body, where the plan may have ended the one that owes it by then."""
    if legal.day <= min(_ends(desk, plan), default=date.max):
        return None
    for duty in desk.consultation.duties:
        if duty.deadline == legal.day and task.id in duty.rule.met_by and duty.rule.who is not None:
            later = passes_to(desk.consultation, duty)
            who = desk.say(who_acts(later, duty.rule.who)) if later is not None else task.who
            if capital(who) != task.who:  # the plan may have it done by the other one already
                return desk.phrase("note.passes-on", who=who)
    return None


def _ends(desk: Desk, plan: Roadmap) -> Iterator[date]:
    """Give the first days on which acts of the plan end the body under study."""
    for task in plan.tasks:
        name, _, act = task.id.partition("/")
        procedure = desk.base.procedures.get(name)
        effects = procedure.effects if procedure is not None and act in procedure.effect_at else ()
        if any(ends_the_body(desk.consultation, effect) for effect in effects):
            yield task.to_hold[0]
