"""What a scenario expects of the plan, compared with the plan of its course."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.legal_days import STATES
from petr_advisor.planning.model import NothingToPlanError, Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.differences import Difference
from petr_advisor.scenarios.form import Expectations
from petr_advisor.scenarios.plan_form import ABSENT, PlannedAct

NONE = "none"


def plan_differences(expect: Expectations, found: Consultation) -> Iterator[Difference]:
    """Give what the plan says otherwise than expected; one is only made when something is expected of it."""
    if not expect.plan and expect.planned is None:
        return
    wanted = expect.planned
    start = (wanted.start if wanted else None) or found.as_of
    try:
        plan = roadmap(found, start, wanted.option if wanted else None, effect=wanted.effect if wanted else None)
    except NothingToPlanError as nothing:
        if wanted is None or not wanted.none:
            yield Difference("plan", "a plan", str(nothing))
        return
    if wanted is not None:
        yield from _whole(expect, plan)
    tasks = {task.id: task for task in plan.tasks}
    for act, told in expect.plan.items():
        task = tasks.get(act)
        if isinstance(told, PlannedAct) and task is not None:
            yield from _act(f"plan.{act}", told, task)
        elif isinstance(told, PlannedAct):
            yield Difference(f"plan.{act}", "planned", ABSENT)
        elif task is not None:
            yield Difference(f"plan.{act}", ABSENT, "planned")


def _whole(expect: Expectations, plan: Roadmap) -> Iterator[Difference]:
    wanted = expect.planned
    assert wanted is not None  # noqa: S101 - as its caller saw
    if wanted.none:
        yield Difference("planned.none", "no plan", f"{len(plan.tasks)} acts")
    reach = plan.wish.state if plan.wish else NONE
    if wanted.reach is not None and wanted.reach != reach:
        yield Difference("planned.reach", wanted.reach, reach)
    unmet = tuple(sorted(each.id for each in plan.key_dates if each.unmet))
    if wanted.unmet is not None and unmet != tuple(sorted(wanted.unmet)):
        yield Difference("planned.unmet", ", ".join(sorted(wanted.unmet)) or NONE, ", ".join(unmet) or NONE)


def _act(about: str, wanted: PlannedAct, task: Task) -> Iterator[Difference]:
    worst = max(task.legal, key=lambda each: STATES.index(each.state), default=None)
    found: dict[str, date | str | None] = {
        "earliest": task.soonest,
        "latest": task.latest,
        "legal": worst.day if worst else None,
        "state": worst.state if worst else NONE,
        "last": task.back.last if task.back else None,
        "prudent": task.back.prudent if task.back else None,
    }
    for name, value in wanted.model_dump(exclude_none=True).items():
        if found[name] != value:
            yield Difference(f"{about}.{name}", str(value), str(found[name] or NONE))
