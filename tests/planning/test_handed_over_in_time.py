"""What a lead body hands over passes with its power, by whichever of the ways that end it."""

from petr_advisor.consulting.called import act_of
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import called_steps, called_votes
from tests.planning.plans import plans

CASES = (examples_folder() / "reading" / "petr-reprend-scot-syndicat-2026.yaml",)


def test_no_joint_decision_on_staff_follows_the_effect() -> None:
    looked_at = 0
    for name, held, plan in plans(CASES):
        days = {task.id: task for task in plan.tasks}
        assert plan.effect is not None
        for task in (*plan.tasks, *(step for _, step in called_steps(held, plan))):
            if "joint-decision" in held.base.act(task.id).documents:
                looked_at += 1
                assert task.soonest <= days[plan.effect].soonest, (name, task.id)
                assert task.latest <= days[plan.effect].latest, (name, task.id)
    assert looked_at


def test_the_votes_of_each_way_are_told_where_one_of_several_is_needed() -> None:
    """Those of the one that the answers choose alone, where they do."""
    looked_at = {"open": 0, "settled": 0}
    for name, chosen, _ in plans(CASES):
        for held in (chosen, chosen.answer("scot.handover", "not_discussed")):
            plan = roadmap(held, held.as_of)
            told = {step.id.partition("/")[0] for _, step in called_votes(held, plan)}
            for task in plan.tasks:
                ways, calls = held.base.act(task.id).calls, act_of(held, task.id).calls
                if ways is not None and calls is not None and told.intersection(ways.one_of):
                    looked_at["settled" if calls.all else "open"] += 1
                    assert told.intersection(ways.one_of) == {*calls.names}, (name, task.id)
    assert all(looked_at.values()), looked_at
