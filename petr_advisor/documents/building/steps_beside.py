"""A step of the plan that a question asked is about, though no way is open for it: the note tells it there."""

from collections.abc import Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import act_in
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.words.typography import no_capital


def step_beside(desk: Desk, plan: Roadmap, question: str) -> str | None:
    """Say who is to begin what at once, of what only this question is about: another answer calls for it."""
    about = _facts_done(desk, question)
    found = [task for task in plan.tasks if not task.majority and task.begins <= plan.start]
    step = next((task for task in found if not about.isdisjoint(_turning_on(desk, task))), None)
    if step is None or any(
        group.id.partition("/")[0] == question for group in plan.groups if group.number == step.group
    ):
        return None
    depends = "" if step.certain else f"{desk.phrase('depends')}, "
    when = f"{depends}{desk.phrase('note.between', soonest=step.soonest, latest=step.latest)}"
    return desk.phrase("note.step-beside", who=no_capital(step.who), does=step.title, when=when)


def _turning_on(desk: Desk, task: RoadmapTask) -> frozenset[str]:
    act = act_in(desk, task)
    return frozenset(facts_of(act.when)) if act is not None and act.when is not None else frozenset()


def _facts_done(desk: Desk, question: str) -> set[str]:
    """Give the facts by which the ways of a question are done, and those of no other question."""
    own = set(_done(desk, question))
    others = {fact for key in desk.base.key_questions if key != question for fact in _done(desk, key)}
    return own - others


def _done(desk: Desk, question: str) -> Iterator[str]:
    for option in desk.base.options.values():
        if option.answers == question and option.done is not None:
            yield from facts_of(option.done)
