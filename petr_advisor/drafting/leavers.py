"""Who has left or joined by a day of the plan: those that left sit, vote and sign no more, who joined does."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.among import among
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.founding import makes_a_body
from petr_advisor.knowledge.acts import Removal
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import act_of
from petr_advisor.territory.measures import MEASURED


def gone(case: Consultation, plan: Roadmap, day: date) -> frozenset[str]:
    """Give the members that an option of the plan takes out, from the day on which its procedure takes effect."""
    return frozenset(member for removal in _done(case, plan, day) for member in among(case, removal))


def joined(case: Consultation, plan: Roadmap, day: date) -> bool:
    """Tell whether somebody that the plan takes in is a member, from the first day on which that takes effect."""
    acts = {f"{name}/{act}" for name in taking_in(case) for act in case.base.procedures[name].effect_at}
    return any(act_of(task) in acts and task.soonest <= day for task in plan.tasks)


def taking_in(case: Consultation) -> frozenset[str]:
    """Give the procedures by which somebody joins the members."""
    return frozenset(
        name for name, found in case.base.procedures.items()
        if any(effect.add_member is not None and effect.add_member.to == "subject" for effect in found.effects)
    )  # fmt: skip


def _done(case: Consultation, plan: Roadmap, day: date) -> Iterator[Removal]:
    effective = {act_of(task): task.soonest for task in plan.tasks}
    for option in case.base.options.values():
        if option.removes is None or option.removes.entity != MEASURED:
            continue
        if any(makes_a_body(case.base, name) for name in option.procedures):  # those left out of it leave nothing
            continue
        for name in option.procedures:
            days = [effective.get(f"{name}/{act}") for act in case.base.procedures[name].effect_at]
            if any(each is not None and each <= day for each in days):
                yield option.removes
