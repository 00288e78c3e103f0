"""Where no SCoT applies, land is opened by derogation: only distances known to be exceeded exempt from it."""

from datetime import date
from itertools import product

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import question_outcome
from tests.documents.conftest import started

DAYS = {date(2014, 2, 15): "2013", date(2014, 3, 27): "2014", date(2014, 9, 22): "2014", date(2015, 12, 31): "2014"}
"""Days of the law, with the rule of that time."""
FAR = tuple(product((None, "no", "yes"), repeat=2))
"""What may be known of both distances, from the sea and from a town."""


def on(day: date, sea: str | None, town: str | None, location: str = "mainland") -> Consultation:
    found = started("scot").on(day).answer("territory.location", location).answer("territory.scot_cover", "none")
    for fact, value in (("scot.far_from_sea", sea), ("scot.far_from_town", town)):
        found = found.dont_know(fact) if value is None else found.answer(fact, value)
    return found


def told(case: Consultation) -> bool:
    """Tell whether it weighs against staying without a SCoT that land is opened by derogation only."""
    (stay,) = [option for option in question_outcome(case, "scot").staying if option.id == "scot-without"]
    return any(merit.holds for merit in stay.merits if "/limited-" in merit.key and "to-come" not in merit.key)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("sea", "town"), FAR)
def test_only_distances_known_exempt(day: date, sea: str | None, town: str | None) -> None:
    case = on(day, sea, town)
    exempt = sea == town == "yes"
    held = {duty.id: duty.presumed for duty in case.duties}
    rule = f"scot.opening-restricted-{DAYS[day]}"
    assert told(case) is not exempt
    assert (rule in held) is not exempt
    near = sea == "no" or (sea, town) == ("yes", "no")  # the town is asked about only far from the sea
    assert held.get(rule, False) is not (exempt or near)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_the_kind_where_another_document_stands_for_it(day: date) -> None:
    case = on(day, None, None, "corsica")
    assert not told(case)
    assert not any(duty.id.startswith("scot.opening-restricted-20") for duty in case.duties)
