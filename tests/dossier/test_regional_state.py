"""What the dossier says of each region in November 2026, its corrections included, is what the base tells of it."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from petr_advisor.consulting.ranking import statuses_of
from tests.documents.conftest import started
from tests.dossier.book import the_base
from tests.dossier.test_against_the_dossier import LAW, dossier

pytestmark = pytest.mark.skipif(not LAW.is_dir(), reason="reads ../shared/law, which is not there")

READ_ON = date(2026, 11, 26)
UNKNOWN = "unknown"


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """Give the rows of the regions that the base knows one by one."""
    known = the_base().facts["context.region"].choices
    found = {row["region"]: row for row in dossier("complements")["regional_state_2026"] if row["region"] in known}
    return tuple(found.values()) if LAW.is_dir() else ()


REGIONS = [row["region"] for row in rows()] if LAW.is_dir() else []


@pytest.mark.parametrize("region", REGIONS)
def test_no_day_is_given_to_the_end_of_a_scheme_whose_state_is_unknown(region: str) -> None:
    row = next(row for row in rows() if row["region"] == region)
    found = started("contracts").on(READ_ON).answer("context.region", region)
    told = {each.day for each in found.terms if each.day and each.day > READ_ON}
    if row["on_2026_11_26"] == UNKNOWN:
        assert told == set()
        assert set(statuses_of(found, "region-contract-epci")) == {"open", "closed"}
    elif row["on_2026_11_26"].startswith("running until"):
        assert {day.year for day in told} == {int(row["on_2026_11_26"][-4:])}


def test_no_corrected_end_is_told() -> None:
    """A correction that takes an end away leaves no norm, and no term, with that end."""
    corrected = {
        each["norm"].split()[0] for each in dossier("complements")["corrections"] if "to: null" in each["proposed"]
    }
    assert corrected
    base = the_base()
    assert not {key for key in corrected if key in base.norms and base.norms[key].in_force.to is not None}
    assert not {key for key, term in base.terms.items() if corrected & set(term.norms)}
