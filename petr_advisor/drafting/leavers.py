"""Who has left or joined by a day of the plan: those that left sit, vote and sign no more, who joined does."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from petr_advisor.consulting.among import among
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.curing import cures_of
from petr_advisor.consulting.founding import makes_a_body
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.acts import Cure, Removal
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.procedures.order import all_before
from petr_advisor.territory.measures import MEASURED


@dataclass(frozen=True)
class Moment:
    """When an act is drafted for: on its day, and before whatever its own procedure leads to."""

    day: date
    act: str | None = None
    """By `procedure/act`; none once the plan is carried out."""

    def comes_before(self, procedure: Procedure, name: str) -> bool:
        """Tell whether the act is one of those that lead to the effect of a procedure, whatever its day."""
        own, _, act = (self.act or "").partition("/")
        return own == name and act in all_before(procedure.acts, procedure.effect_at)

    def leads_to(self, procedure: Procedure, name: str) -> bool:
        """Tell whether the act is one of those that lead to the effect of a procedure, or the one that has it."""
        return self.comes_before(procedure, name) or self.act in {f"{name}/{each}" for each in procedure.effect_at}

    def comes_after(self, procedure: Procedure, name: str) -> bool:
        """Tell whether the act is one of those of a procedure that wait for its effect, whatever its day."""
        own, _, act = (self.act or "").partition("/")
        return (
            own == name
            and bool(procedure.effect_at)
            and {*procedure.effect_at} <= {*all_before(procedure.acts, (act,))}
        )


def in_effect(case: Consultation, plan: Roadmap, steps: Iterable[Task], names: Collection[str]) -> Moment:
    """Give the moment from which procedures have all their effect; the end of the plan where none of them has any.

    What another operation changes later is not there yet: it may fail.
    """
    ends = {f"{name}/{act}" for name in names for act in case.base.procedures[name].effect_at}
    return Moment(max((plan.effective(task) for task in steps if task.id in ends), default=date.max))


def gone(case: Consultation, plan: Roadmap, moment: Moment) -> frozenset[str]:
    """Give the members that an option of the plan, or what it needs, takes out, from the day of the effect on."""
    return frozenset(member for removal in _done(case, plan, moment) for member in among(case, removal))


def unsettled(case: Consultation, plan: Roadmap, moment: Moment, last: date) -> frozenset[str]:
    """Give the members of which nobody can say yet whether they have left when an act is done, up to its last day.

    The plan has the first day on which whatever takes them out can have its effect, and nobody has set another.
    """
    found = set[str]()
    for removal, names in _removals(case):
        tasks = [each for each in plan.tasks if _takes_effect(case, names, each) and each.effect is None]
        leads = any(moment.leads_to(case.base.procedures[name], name) for name in names)
        if not leads and any(each.planned is None and each.held_from <= last for each in tasks):
            found.update(among(case, removal))
    return frozenset(found)


def perhaps_gone(case: Consultation, plan: Roadmap, moment: Moment, counted: Collection[str]) -> tuple[str, ...]:
    """Name the members left out of those counted at a moment, though the day on which they leave may be a later one."""
    listed = case.lists.get(MEASURED)
    left = unsettled(case, plan, moment, moment.day) - {*counted}
    ids = listed.ids if listed is not None else ()
    return tuple(entity_name(case, MEASURED, each) for each in ids if each in left)


def _removals(case: Consultation) -> Iterator[tuple[Removal, tuple[str, ...]]]:
    """Give what options take out of the members, with the procedures that do; who is left out of a body leaves none."""
    for option in case.base.options.values():
        if _takes_out(option.removes) and not any(makes_a_body(case.base, name) for name in option.procedures):
            yield option.removes, tuple(option.procedures)


def _takes_effect(case: Consultation, names: Collection[str], task: Task) -> bool:
    procedure, _, act = task.id.partition("/")
    return procedure in names and act in case.base.procedures[procedure].effect_at


def joined(case: Consultation, plan: Roadmap, moment: Moment) -> bool:
    """Tell whether somebody that the plan takes in is a member, from the first day on which that takes effect."""
    return _is_done(case, taking_in(case), _effective(plan), moment)


def seated_by(case: Consultation, plan: Roadmap, *, delegates: bool) -> date | None:
    """Give the day by which whoever the plan takes in is a member, however long it takes; with its delegates elected.

    An assembly of members meets in due form only once the delegates of all are elected.
    """
    names = [(name, case.base.procedures[name].effect_at) for name in taking_in(case)]
    effects = {f"{name}/{act}" for name, acts in names for act in acts}
    elected = {act for each in case.base.templates.values() if each.elects for act in each.acts} if delegates else set()
    waited = [task for task in plan.tasks if task.id in effects or (task.id in elected and effects & {*task.after})]
    return max((task.latest for task in waited), default=None)


def taking_in(case: Consultation) -> frozenset[str]:
    """Give the procedures by which somebody joins the members."""
    return frozenset(
        name for name, found in case.base.procedures.items()
        if any(effect.add_member is not None and effect.add_member.to == "subject" for effect in found.effects)
    )  # fmt: skip


def _done(case: Consultation, plan: Roadmap, moment: Moment) -> Iterator[Removal]:
    effective = _effective(plan)
    for removal, names in _removals(case):
        if _is_done(case, names, effective, moment):
            yield removal
    for cure in _cures(case):
        # What no procedure of the plan shows comes before all that it is needed for.
        if _takes_out(cure.removes) and (
            cure.procedure is None or _is_done(case, (cure.procedure,), effective, moment)
        ):
            yield cure.removes


def _effective(plan: Roadmap) -> dict[str, date]:
    """Give the first day on which each act of a plan has its effect, as it is to be drafted for."""
    return {task.id: plan.effective(task) for task in plan.tasks}


def _takes_out(found: Removal | None) -> TypeGuard[Removal]:
    return found is not None and found.entity == MEASURED


def _is_done(case: Consultation, names: Iterable[str], effective: Mapping[str, date], moment: Moment) -> bool:
    procedures = {name: case.base.procedures[name] for name in names}
    leading = {name: found for name, found in procedures.items() if not moment.comes_before(found, name)}
    if any(moment.comes_after(found, name) for name, found in procedures.items()):
        return True
    ends = (effective.get(f"{name}/{act}") for name, found in leading.items() for act in found.effect_at)
    return any(each is not None and each <= moment.day for each in ends)


def _cures(case: Consultation) -> Iterator[Cure]:
    """Give what is done so that the answers can be, but of bodies to make: whoever they leave out has no part there."""
    for line in case.course.lines:
        for option in line.to_carry_out[:1]:
            if not any(makes_a_body(case.base, name) for name in option.option.procedures):
                yield from cures_of(option)
