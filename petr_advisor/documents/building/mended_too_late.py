"""A breach of today that usual times have mended only once those who sit are others: to be shortened, or overtaken."""

from collections.abc import Iterable

from petr_advisor.consulting.breaches import Breach
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import act_in
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.planning.lines import REPAIR


def mended_too_late(desk: Desk, plan: Roadmap | None, found: Breach) -> str | None:
    """Say it of a breach that today's members mend by votes which come after the day another sharing is due for."""
    own = [] if plan is None else _repairing(desk, plan, found)
    if plan is None or not own:
        return None
    numbers = {task.number for task in own}
    votes = [vote.soonest for vote in plan.called if vote.task in numbers and vote.certain and vote.before_end]
    ends = max(votes or [task.soonest for task in own])
    days = (legal.first or legal.day for task in _sharing_then(desk, plan, found) for legal in task.legal)
    day = min(days, default=None)
    return desk.phrase("breach-mended-too-late", ends=ends, day=day) if day is not None and ends >= day else None


def noted(desk: Desk, plan: Roadmap) -> Roadmap:
    """Give a plan whose repairs that come too late say so with their first act."""
    said: dict[int, str] = {}
    for found in desk.consultation.breaches:
        if (late := mended_too_late(desk, plan, found)) is not None:
            said[_repairing(desk, plan, found)[0].number] = late
    return plan.model_copy(update={"tasks": tuple(_noted(task, said.get(task.number)) for task in plan.tasks)})


def _noted(task: RoadmapTask, said: str | None) -> RoadmapTask:
    return task.model_copy(update={"note": " ".join(filter(None, (said, task.note)))}) if said else task


def _repairing(desk: Desk, plan: Roadmap, found: Breach) -> list[RoadmapTask]:
    """Give the acts by which who is there today mends a breach, those of a part of their own or of an answer."""
    acts = {key for option in found.mended_by for key in desk.base.acts_of(option)}
    groups = {group.number for group in plan.groups if group.id == f"{REPAIR}{found.key}"}
    return [task for task in plan.tasks if task.group in groups or task.id in acts]


def _sharing_then(desk: Desk, plan: Roadmap, found: Breach) -> Iterable[RoadmapTask]:
    """Give the acts of other parts of the plan that hold what mends the same for who is there after."""
    mending = {key for option in found.condition.mended_by for key in desk.base.acts_of(option)}
    own = {task.number for task in _repairing(desk, plan, found)}
    for task in plan.tasks:
        act = act_in(desk, task)
        if task.number not in own and act is not None and not mending.isdisjoint(act.contains):
            yield task
