"""An event of unknown day that came before today gives no legal day: it is not counted from the day of the plan."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.record import Done
from tests.documents.conftest import READING, case_in

COMMITTEE = "petr-member-joins/committee"


def _asked(*done: Done) -> Consultation:
    case = case_in(READING / "petr-entree-projet-2026.yaml")
    for each in done:
        case = case.record(each)
    return case


def _counted(case: Consultation) -> list[date]:
    plan = roadmap(case, case.as_of)
    return [legal.day for task in plan.tasks if task.id == COMMITTEE for legal in task.legal if legal.counted]


def test_a_request_to_come_has_its_three_months() -> None:
    assert _counted(_asked())


@pytest.mark.parametrize("asked_on", [date(2026, 10, 5), date(2026, 7, 20)])
def test_a_request_made_and_received_on_a_day_unknown_has_no_day_of_its_own(asked_on: date) -> None:
    """Three months from today would be kept where those of the law have run out for months."""
    assert _counted(_asked(Done("petr-member-joins", "request", asked_on))) == []
