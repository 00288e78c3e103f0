"""What is to be looked at before a vote may slip no later than that vote begins, however late the whole ends."""

from datetime import date

from tests.documents.conftest import READING
from tests.planning.plans import plans

PUBLISHED, INSTALLED = "petr-creation/publish", "petr-creation/install"
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


def test_no_act_has_the_time_that_another_procedure_takes() -> None:
    """« Marge : 865 jours », to publish an order: the body that was before is wound up years later."""
    seen = False
    for _, _, plan in plans([READING / "association-agglomeration-2015.yaml"]):
        tasks = {task.id: task for task in plan.tasks}
        end: dict[str, date] = {}
        for task in plan.tasks:
            procedure = task.id.partition("/")[0]
            end[procedure] = max(end.get(procedure, task.latest), task.latest)
        for task in plan.tasks:
            if not task.beside:
                assert task.slack <= max(0, (end[task.id.partition("/")[0]] - task.latest).days), task.id
        if PUBLISHED in tasks and INSTALLED in tasks:
            seen |= tasks[PUBLISHED].latest < tasks[INSTALLED].begins
            assert tasks[PUBLISHED].slack < 100
    assert seen
