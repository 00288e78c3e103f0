"""A plan asks for no act without an object at the day of law, and supposes no vote held that nobody can have held."""

from functools import cache

import pytest

from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import EXAMPLES, case_in

MQ, LB = "midi-quercy", "loire-beauce"


@cache
def planned(example: str, *answers: tuple[str, bool]) -> Roadmap:
    found = case_in(EXAMPLES[example])
    for fact, value in answers:
        found = found.answer(fact, value)
    return roadmap(found, found.as_of)


def tasks(plan: Roadmap) -> set[str]:
    return {task.id for task in plan.tasks}


def test_nobody_asks_in_2021_what_follows_2026() -> None:
    assert "crte-petr/asks-whether-signed" not in tasks(planned(MQ))


def test_land_is_registered_where_there_is_some_and_only_there() -> None:
    assert "petr-transformation/registry" not in tasks(planned(LB))
    assert not any("foncière" in paper.fr for task in planned(LB).tasks for paper in task.documents)
    assert "petr-transformation/registry" in tasks(planned(LB, ("structure.real_estate", True)))


@pytest.mark.parametrize("example", [MQ, LB])
def test_no_vote_is_supposed_held_on_a_text_not_begun_or_of_a_body_not_born(example: str) -> None:
    on_the_text = [task for task in planned(example).tasks if task.id.startswith("project-updated/")]
    assert on_the_text
    assert not any(task.supposed for task in on_the_text)


def test_the_check_of_a_text_to_be_rewritten_is_of_the_new_text() -> None:
    check = next(t for t in planned(MQ).tasks if t.id == "project-updated/checks-compatibility-scot")
    assert "updated text" in check.does.en
    assert "mis à jour" in check.does.fr


def test_what_a_new_committee_owes_is_counted_from_its_installation() -> None:
    limits = {task.id.split("/")[1]: task.limit for task in planned(LB).tasks if task.limit}
    assert {"allowances", "standing-orders-before-2020"} <= limits.keys()
