"""Values on the very edge of what the law says, where a mistaken comparison shows."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine


@pytest.mark.parametrize(("years", "dormant"), [(1, False), (2, True), (3, True)])
def test_a_syndicate_dormant_for_two_years_may_be_dissolved(years: int, *, dormant: bool) -> None:
    """CGCT, art. L. 5212-34: two years at least, so that two are enough."""
    begun = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    told = begun.answer("structure.legal_form", "closed_syndicate").answer("structure.inactive_years", years)
    assert told.memory.truth("merit", "stay/dormant") is dormant


@pytest.mark.parametrize(("programme", "allowed"), [("yes", True), ("no", False)])
def test_an_iti_is_for_the_programmes_that_provide_for_it(programme: str, *, allowed: bool) -> None:
    begun = Consultation.start(load(), date(2018, 6, 1), ["europe"], engine("native"))
    told = begun.answer("context.region", "normandie").answer("funding.programme_territorial", programme)
    assert told.memory.has("rule:iti-intermediate:true") is allowed


@pytest.mark.parametrize(("day", "told"), [(date(2017, 12, 31), False), (date(2018, 1, 1), True)])
def test_studies_enter_the_dsil_from_2018(day: date, *, told: bool) -> None:
    """CGCT, art. L. 2334-42, as it stands since the finance act for 2018."""
    begun = Consultation.start(load(), day, ["funding"], engine("native")).answer("funding.expense", "engineering")
    assert begun.memory.truth("merit", "dsil-through-contract/ten-percent-only") is told
