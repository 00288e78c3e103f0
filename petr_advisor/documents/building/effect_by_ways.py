"""Of an act that is one of several procedures, which of them the first day of the effect is the day of."""

from collections.abc import Iterable, Iterator
from datetime import date

from petr_advisor.consulting.called import act_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import RoadmapTask
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import called_steps, leads_to_end
from petr_advisor.words.typography import no_capital


def effect_by_ways(desk: Desk, before: Iterable[RoadmapTask], effect: date) -> Iterator[str]:
    """Say of what comes before an effect by which procedures its first day holds, and from when by the others."""
    for task in before:
        ends = ends_of_ways(desk, task.id)
        kept = [name for name, end in ends.items() if end <= effect]
        for name, end in ends.items():
            if kept and end > effect:
                by = desk.listed((desk.quoted(desk.base.title_of(each)) for each in kept), "or")
                other = desk.quoted(desk.base.title_of(name))
                said = {"first": effect, "by": by, "act": no_capital(task.title), "other": other, "day": end}
                yield desk.phrase("note.effect-by-way", **said)


def ends_of_ways(desk: Desk, act: str) -> dict[str, date]:
    """Give, by procedure of which one is done for an act of the plan, when it is done at the shortest."""
    calls, plan = act_of(desk.consultation, act).calls, desk.plan_of_answers
    ways = calls.one_of if calls is not None else ()
    found: dict[str, date] = {}
    if len(ways) < 2 or not isinstance(plan, Roadmap):
        return found
    for task, step in called_steps(desk.consultation, plan):
        name = step.id.partition("/")[0]
        if task.id == act and name in ways and leads_to_end(desk.base.procedures, act, step.id):
            found[name] = max(step.soonest, found.get(name, step.soonest))
    return found
