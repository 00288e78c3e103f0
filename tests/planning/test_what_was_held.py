"""What a body held, once another is created beside it: its SCoT stays with it."""

from pathlib import Path

from petr_advisor.planning.model import Roadmap
from tests.planning.plans import plans

CASE = Path("scenarios/reading/scot-et-creation-sans-un-membre-2026.yaml")


def _procedures(name: str) -> set[str]:
    plan: Roadmap = next(plan for found, _, plan in plans([CASE]) if found.endswith(name))
    return {task.id.split("/")[0] for task in plan.tasks}


def test_a_syndicate_whose_scot_covers_who_is_left_out_is_not_ended() -> None:
    procedures = _procedures("membre-2026")
    assert "petr-creation" in procedures
    assert not procedures & {"petr-dissolution-by-agreement", "petr-takes-scot"}


def test_a_petr_created_in_the_same_perimeter_has_the_transfer_voted_on() -> None:
    procedures = _procedures("all-together")
    assert "petr-takes-scot" in procedures
