"""A line that only calls a procedure ends with the last act that this one is done by, whatever body it waits for."""

from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.steps import called_steps, leads_to_end
from tests.planning.plans import plans

CASES = (examples_folder() / "reading" / "syndicat-d-office-vote-ouvert-2014.yaml",)


def test_a_line_is_done_no_sooner_than_what_it_calls() -> None:
    looked_at = 0
    for name, held, plan in plans(CASES):
        for task, step in called_steps(held, plan):
            if step.called_for and step.certain and leads_to_end(held.base.procedures, task.id, step.id):
                looked_at += 1
                assert step.soonest <= task.soonest, (name, task.id, step.id)
                assert step.latest <= task.latest, (name, task.id, step.id)
    assert looked_at


def test_a_body_set_up_meanwhile_is_what_makes_a_line_late() -> None:
    for name, _, plan in plans(CASES):
        found = plan.critical_path
        ends = [task.id for task in found]
        assert ends[-1] == "petr-automatic-2014/project", name
        assert "petr-automatic-2014/bodies" in ends, name
        late = next(legal for task in found[-1:] for legal in task.legal)
        assert "petr-automatic-2014/bodies" in late.shorten, name
        assert not any("#" in key for key in late.shorten), name
