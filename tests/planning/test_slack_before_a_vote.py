"""What is to be looked at before a vote may slip no later than that vote begins, however late the whole ends."""

from tests.documents.conftest import READING
from tests.planning.plans import plans

LOOK, VOTE = "petr-creation/prefect-precheck", "petr-creation/epci-votes"


def test_what_precedes_a_vote_slips_no_later_than_it() -> None:
    """« Marge : 1 673 jours », of the prefect's look before votes planned a month later."""
    seen = False
    for _, _, plan in plans([READING / "association-agglomeration-2015.yaml"]):
        tasks = {task.id: task for task in plan.tasks}
        if LOOK in tasks and VOTE in tasks:
            seen = True
            vote = tasks[VOTE]
            assert tasks[LOOK].slack <= max(0, (vote.latest - tasks[LOOK].latest).days) + vote.slack
    assert seen
