"""A body that the law ends on its term does nothing from that day, where nothing prolongs it in time."""

from datetime import date

from petr_advisor.files.locations import examples_folder
from tests.planning.plans import plans

NAME = "gip-relais-avant-terme-2014"
ORGANS = frozenset({"gip-director", "general-meeting", "gip-staff-bodies", "programming-committee"})


def test_the_organs_of_a_gip_act_before_its_term() -> None:
    ((_, held, plan),) = plans([examples_folder() / "reading" / f"{NAME}.yaml"])
    assert plan.last == date(2014, 12, 30)
    own = [task for task in plan.tasks if held.base.act(task.id).who in ORGANS]
    assert own
    assert all(task.latest <= plan.last for task in own)


def test_what_can_still_be_done_is_told_before_what_is_too_late() -> None:
    ((_, held, _),) = plans([examples_folder() / "reading" / f"{NAME}.yaml"])
    for term in held.terms:
        assert [(act.last, act.too_late) for act in term.acts] == [
            (date(2014, 12, 30), False),
            (date(2014, 8, 31), True),
        ]
