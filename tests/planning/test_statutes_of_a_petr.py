"""The statutes of a PETR in place are changed by its committee and its members, never by the EPCIs alone."""

import pytest

from petr_advisor.planning.roadmap import roadmap
from tests.drafting.conftest import case

CASES = {"council-own": "answers/gard-prefecture#today", "council-shared": "organising/shared-development-council"}
"""Where a PETR is free to have a council of its own, where it may share one."""


@pytest.mark.parametrize("option", CASES)
def test_the_working_of_its_council_goes_the_way_of_its_statutes(option: str) -> None:
    held = case(f"governance/{CASES[option]}").answer("structure.legal_form", "petr")
    held = held.answer("statutes.council_rules", value=False)
    tasks = {task.id: task for task in roadmap(held, held.as_of, option).tasks}
    assert "council-own/lay-down-statutes" not in tasks
    called = tasks[f"{option}/change-statutes"]
    assert called.calls == (held.base.title_of("statutes-change"),)


def test_those_of_a_petr_to_be_created_are_laid_down_by_its_founders() -> None:
    held = case(f"governance/{CASES['council-own']}")
    tasks = {task.id for task in roadmap(held, held.as_of, "council-own").tasks}
    assert "council-own/lay-down-statutes" in tasks
    assert "council-own/change-statutes" not in tasks


def test_a_service_asked_for_with_the_birth_is_written_into_the_statutes_that_are_drafted() -> None:
    held = case("reading/petr-a-creer-service-clause-fondatrice-2026")
    tasks = {task.id: task for task in roadmap(held, held.as_of, "unified-service").tasks}
    title = held.base.cures["service-clause-in-founding-statutes"].title
    assert [key for key, task in tasks.items() if title in task.mends] == ["petr-creation/draft"]
    assert not any(key.startswith("statutes-change/") for key in tasks)
