"""What is done before a body is born is told of who is there by then, never of that body."""

from petr_advisor.files.locations import examples_folder
from tests.planning.plans import plans

FILES = (
    "reading/association-appel-leader-2015.yaml",
    "reading/association-leader-2015.yaml",
    "reading/association-agglomeration-2015.yaml",
    "course/association-that-leads-a-gal.yaml",
    "course/gip-renewed-before-its-term.yaml",
)
BIRTHS = ("petr-creation/order", "petr-transformation/order")


def test_a_petr_does_nothing_that_is_done_before_it_is_born() -> None:
    looked_at = 0
    files = (examples_folder() / file for file in FILES)
    for name, case, plan in plans(files):
        births = [task for task in plan.tasks if task.id in BIRTHS]
        named = case.base.actors["petr"].label.fr
        for task in plan.tasks if births else ():
            looked_at += 1
            assert task.who.fr != named or task.latest >= births[0].soonest, (name, task.id)
    assert looked_at > 100
