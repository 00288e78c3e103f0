"""Who is to leave: members that the plan takes out, who vote until then like the others."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.among import among
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.territory.measures import MEASURED


def leaving_after(desk: Desk, plan: Roadmap, day: date) -> frozenset[str]:
    """Give the members that an option of the plan takes out after a day: on that day they are members still."""
    return frozenset(_leaving_after(desk, plan, day))


def _leaving_after(desk: Desk, plan: Roadmap, day: date) -> Iterator[str]:
    later = {task.id for task in plan.tasks if plan.effect_span(task)[0] > day}
    for option in desk.base.options.values():
        if option.removes is None or option.removes.entity != MEASURED:
            continue
        ends = {f"{name}/{act}" for name in option.procedures for act in desk.base.procedures[name].effect_at}
        if ends & later:
            yield from among(desk.consultation, option.removes)
