"""What is only advised gives way to a legal date, and is never told after the act that it prepares."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from petr_advisor.planning.legal_days import schedule
from petr_advisor.planning.tempo import Due, Link, Node

START = date(2016, 11, 14)


@dataclass(frozen=True)
class Length:
    """So many days."""

    days: int

    def end(self, day: date) -> date:
        return day + timedelta(days=self.days)


def nodes(last: date) -> tuple[Node, ...]:
    """A simulation that usage wants before an order, which has a last day; a survey that it wants before that."""
    survey = Node("survey", shortest=Length(20), longest=Length(30), practice=True)
    study = Node("study", (Link("survey", habit=True),), shortest=Length(60), longest=Length(90), practice=True)
    order = Node(
        "order", (Link("study", habit=True),), shortest=Length(30), longest=Length(45), dues=(Due(day=last),)
    )  # fmt: skip
    return survey, study, order


@pytest.mark.parametrize("last", [date(2016, 12, 20), date(2016, 12, 31), date(2018, 1, 1)])
def test_what_prepares_an_act_is_over_when_it_is_done(last: date) -> None:
    found = schedule(nodes(last), START)
    for tempo in ("shortest", "longest"):
        days = found.days[tempo]
        assert days["survey"].done <= days["study"].done <= days["order"].done, tempo
        assert all(each.ready <= each.done for each in days.values())


def test_without_a_pressing_date_it_keeps_its_time() -> None:
    found = schedule(nodes(date(2018, 1, 1)), START)
    assert found.days["longest"]["study"].done == START + timedelta(days=120)
    assert found.pressed == frozenset()


def test_a_pressing_date_is_kept_at_the_cost_of_usage() -> None:
    found = schedule(nodes(date(2016, 12, 31)), START)
    assert found.pressed == {"survey", "study", "order"}
    assert found.legal[0].state == "met"
