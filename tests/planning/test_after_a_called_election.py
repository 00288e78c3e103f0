"""Who is elected after a change of seats sits before the committee votes what waits for that change."""

from collections.abc import Iterator

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.convening import notices_possible
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lasting
from petr_advisor.planning.steps import steps
from tests.drafting.conftest import COURSES, case

OFFICERS = "seats-change/officers"


def too_early(held: Consultation, plan: Roadmap) -> Iterator[str]:
    """Name the votes for the term of a committee that come after new seats, and before those who are to sit can meet.

    They are convened once elected; whoever is to be elected again among them is, before powers are given to it.
    """
    base, found = held.base, {each.id: each for each in steps(held, plan)}
    for task in (each for each in plan.tasks if base.act(each.id).for_its_term):
        who = base.act(task.id).who
        for election in (found[each] for each in base.actors[who].elected_by if each in found):
            procedure = election.id.partition("/")[0]
            effects = (f"{procedure}/{each}" for each in base.procedures[procedure].effect_at)
            if task.soonest < min(found[each].soonest for each in effects if each in found):
                continue  # it is for those who sit today
            notices = notices_possible(base, who, election.soonest, Situation(held).truth)
            if any(Lasting(each).end(election.soonest) > task.soonest for each in notices):
                yield task.id
            if OFFICERS in found and task.soonest < found[OFFICERS].soonest and is_delegation(task):
                yield task.id


def is_delegation(task: Task) -> bool:
    return task.id == "bureau-delegation/votes-list-delegated"


@pytest.mark.parametrize("name", sorted({name for name, _, option in COURSES if option is None}))
def test_no_vote_for_its_term_is_asked_of_a_committee_still_to_be_elected(name: str) -> None:
    held = case(name)
    assert [*too_early(held, roadmap(held, held.as_of))] == []
