"""A vote planned on a day waits for no habit, and what the law puts before it can be asked for by then."""

from datetime import date
from functools import cache

import pytest

from petr_advisor import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.record import Done
from tests.documents.conftest import real_base

TODAY = date(2026, 11, 30)
LEAVING = "petr-member-withdraws"
OPINION = 8
"""Days of notice of the staff committee at the least."""


@cache
def _case() -> Consultation:
    rows = {
        of: {"member.kind": "cc", "member.population": people, "member.leaves": of == "d"}
        for of, people in {"a": 21_000, "b": 17_500, "c": 14_200, "d": 12_600}.items()
    }
    case = Consultation.start(real_base(), TODAY, ["life"], engine("native")).answer("structure.legal_form", "petr")
    case = (
        case.list_entities("member", rows).answer("petr.change_planned", "withdrawal").answer("exit.route", "ordinary")
    )
    case = case.answer("change.staff_affected", value=True).answer("perimeter.remainder_sound", value=True)
    return case.record(Done(LEAVING, "request", on=date(2026, 10, 8)))


def _plan(case: Consultation) -> Roadmap:
    return roadmap(case, TODAY)


@pytest.mark.parametrize("day", [date(2026, 12, 10), date(2027, 6, 30)])
def test_a_vote_stands_on_its_day_though_habit_would_put_it_later(day: date) -> None:
    plan = _plan(_case().record(Done(LEAVING, "committee", on=day)))
    assert [found.state for found in plan.foreseen] == ["kept"]
    vote, opinion = (plan.task(f"{LEAVING}/{act}") for act in ("committee", "cst"))
    assert (vote.soonest, vote.latest) == (day, day)
    assert opinion.latest <= day
    assert _plan(_case()).task(f"{LEAVING}/committee").soonest > date(2026, 12, 10)


@pytest.mark.parametrize(("days", "state"), [(OPINION - 1, "late"), (OPINION, "kept")])
def test_an_opinion_that_the_law_puts_before_takes_its_notice_all_the_same(days: int, state: str) -> None:
    day = date.fromordinal(TODAY.toordinal() + days)
    plan = _plan(_case().record(Done(LEAVING, "committee", on=day)))
    assert [found.state for found in plan.foreseen] == [state]


def test_what_would_remain_is_not_checked_again_once_it_is_answered() -> None:
    check = f"{LEAVING}/check-remainder"
    assert all(task.id != check for task in _plan(_case()).tasks)
    assert any(task.id == check for task in _plan(_case().withdraw("perimeter.remainder_sound")).tasks)
