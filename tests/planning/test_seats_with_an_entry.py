"""Seats asked for apart from an entry under way wait for nothing, and the entry's order is of the day of theirs."""

from datetime import date

from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.procedures.record import Done
from tests.documents.conftest import READING, case_in

APART, ORDER = "petr-member-joins/seats-apart", "petr-member-joins/order"


def test_seats_asked_for_apart_start_at_once_and_the_entry_is_not_ordered_before_them() -> None:
    case = case_in(READING / "petr-entree-sieges-a-part-2026.yaml").about(("life", "governance"))
    plan = roadmap(case, case.as_of)
    apart, order = plan.task(APART), plan.task(ORDER)
    assert not apart.after
    assert order.soonest >= apart.soonest
    assert order.latest >= apart.latest
    assert {task.id for task in plan.tasks}.isdisjoint(
        {"seats-floor-and-cap/choose-population-counts", "seats-proportional/choose-number-seats"}
    )


def test_an_order_planned_on_a_day_does_not_wait_for_them() -> None:
    case = case_in(READING / "petr-entree-sieges-a-part-2026.yaml")
    day = date(2027, 4, 30)
    assert roadmap(case.record(Done("petr-member-joins", "order", on=day)), case.as_of).task(ORDER).soonest == day


def test_delegates_are_elected_once_for_an_entry_and_the_seats_that_come_with_it() -> None:
    case = case_in(READING / "petr-entree-sieges-a-part-2026.yaml")
    told = [step.id for step in steps(case, roadmap(case, case.as_of))]
    assert "petr-member-joins/delegates" in told
    assert "seats-change/members" in told
    assert "seats-change/delegates" not in told
