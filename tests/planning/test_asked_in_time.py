"""What the calendar asks for is asked in its time, and its effect is not that of what is proposed."""

from datetime import date, timedelta

import pytest

from petr_advisor.consulting.breaches import AHEAD
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.planning.lines import DUE
from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import real_base

AS_OF = date(2026, 11, 24)
REVIEW = "scot-reviewed/votes"


def petr(operation: str, approved_on: date) -> Consultation:
    """A PETR that leads its SCoT, approved on a day, and plans an operation."""
    case = Consultation.start(real_base(), AS_OF, ["life", "scot"], engine("native"))
    case = case.answer("structure.legal_form", "petr").answer("territory.scot_cover", "same")
    case = case.answer("scot.bearer", "structure").answer("scot.approved_on", approved_on)
    return case.answer("scot.land_target_in", "yes").answer("petr.change_planned", operation)


@pytest.mark.parametrize("years", [2, 4, 5])
def test_a_vote_that_is_due_in_years_is_not_asked_for_now(years: int) -> None:
    """Nobody reviews a scheme four years early, before its perimeter changes."""
    case = petr("statutes", date(2020 + years, 12, 20))
    vote = roadmap(case, AS_OF).task(REVIEW)
    (day,) = [each.day for each in vote.legal]
    assert day == date(2026 + years, 12, 20)
    assert vote.soonest >= day - AHEAD - timedelta(days=7 * 31)
    assert vote.latest <= day - timedelta(days=180)


def test_a_vote_that_is_due_within_the_year_is_asked_for_now() -> None:
    vote = roadmap(petr("statutes", date(2021, 6, 1)), AS_OF).task(REVIEW)
    assert vote.soonest < AS_OF + timedelta(days=100)


def test_what_is_proposed_takes_no_effect_with_what_the_calendar_asks_for() -> None:
    """How a power goes back hangs on an answer: the day of the SCoT's review is not the day of its return."""
    case = petr("power_return", date(2021, 12, 21))
    plan = roadmap(case, AS_OF)
    assert any(task.group.startswith(DUE) for task in plan.tasks)
    assert plan.effect is None
    assert roadmap(case.answer("power.in_founding_decision", "no"), AS_OF).effect == "power-return/order"
