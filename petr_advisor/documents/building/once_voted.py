"""What the effect of a procedure waits for once its votes are held: a handing on that caution puts before it."""

from collections.abc import Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import act_in, named
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.words.typography import no_capital


def once_voted(desk: Desk, plan: Roadmap, vote: RoadmapTask) -> Iterator[str]:
    """Say at a vote that comes straight before the effect of its procedure what that effect still waits for by habit.

    Such are the acts by which procedures that it calls take effect, with their days. What these do next, and may end
    after that effect, is told as well: nobody is left to do it, or not with the means of before.
    """
    procedure = vote.id.partition("/")[0]
    ends = desk.base.procedures[procedure].effect_at if procedure in desk.base.procedures else ()
    tasks = {task.id: task for task in plan.tasks}
    for name in ends:
        effect = tasks.get(f"{procedure}/{name}")
        if effect is None or effect is vote or vote.number not in effect.after:
            continue
        held = [task for task in _handed_on(desk, plan, effect) if task.to_hold[1] > vote.to_hold[1]]
        if held:
            acts = desk.listed((_dated(desk, task) for task in held), "semicolon")
            yield desk.phrase("note.effect-waits", effect=no_capital(named(desk, effect)), acts=acts)
        for task in (each for before in held for each in _next(plan, before) if each.to_hold[1] > effect.to_hold[1]):
            yield desk.phrase("note.ends-after-effect", act=no_capital(named(desk, task)), day=task.to_hold[1])


def _handed_on(desk: Desk, plan: Roadmap, effect: RoadmapTask) -> list[RoadmapTask]:
    """Give the acts by which procedures that an effect waits for by habit take effect themselves."""
    act, procedure = act_in(desk, effect), desk.base.procedures[effect.id.partition("/")[0]]
    before = [procedure.acts[name] for name in (act.habit if act is not None else ())]
    called = {each for other in before if other.calls is not None for each in other.calls.names}
    keys = {f"{each}/{name}" for each in called for name in desk.base.procedures[each].effect_at}
    return [task for task in plan.tasks if task.number in effect.after and task.id in keys and task.certain]


def _next(plan: Roadmap, task: RoadmapTask) -> Iterator[RoadmapTask]:
    """Give what the same procedure does straight after an act."""
    procedure = task.id.partition("/")[0]
    own = (each for each in plan.tasks if task.number in each.after and each.certain)
    yield from (each for each in own if each.id.partition("/")[0] == procedure)


def _dated(desk: Desk, task: RoadmapTask) -> str:
    return f"{no_capital(named(desk, task))} ({no_capital(task.dates_said)})"
