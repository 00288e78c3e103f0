"""Of a SCoT in force six years always run, from a day that is told; of one whose six years passed, what it risks."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from tests.documents.conftest import real_base

DAYS = (date(2015, 9, 1), date(2019, 9, 1), date(2024, 9, 1), date(2026, 6, 15), date(2026, 12, 1))
SIX_YEARS = {"scot.review-2014", "scot.review-six-years", "scot.review-lapse", "scot.lapse-incurred",
             "scot.review-lapse-after-2025"}  # fmt: skip


def of_a_scot(day: date, approved_on: date, *, voted: bool) -> Consultation:
    """Give the case of a PETR that leads a SCoT: whether a vote was taken is answered where six years have passed."""
    held = Consultation.start(real_base(), day, ("scot",), engine("native"))
    answers = {"structure.legal_form": "petr", "territory.scot_cover": "same", "scot.bearer": "structure",
               "scot.approved_on": approved_on, "scot.review_voted": voted}  # fmt: skip
    for fact, value in answers.items():
        held = held.answer(fact, value)
    return held


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("voted", [True, False], ids=["voted", "not-voted"])
def test_no_scot_is_left_without_its_six_years(day: date, voted: bool) -> None:  # noqa: FBT001 - a pytest parameter
    for years in range(1, day.year - 2001):
        held = of_a_scot(day, date(day.year - years, 3, 10), voted=voted)
        told = [duty for duty in held.duties if SIX_YEARS & set(duty.rule.norms)]
        assert told != [], years
