"""What members do each in its own name waits for no body that another answer has them make: they are there."""

from petr_advisor.files.locations import examples_folder
from tests.planning.plans import plans

FILE = examples_folder() / "reading" / "sans-structure-contrat-par-epci-2026.yaml"


def test_a_contract_of_each_epci_does_not_wait_for_the_syndicate_that_they_found() -> None:
    looked_at = 0
    for name, held, plan in plans([FILE]):
        founding = [
            task for task in plan.tasks if task.group == "evolution" and held.base.act(task.id).vote is not None
        ]
        assert founding, name
        for task in (task for task in plan.tasks if task.group == "contracts/region"):
            looked_at += 1
            assert (task.after, task.begins) == ((), plan.start), (name, task.id)
    assert looked_at
