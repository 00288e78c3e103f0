"""Seats out of bounds beside a withdrawal: what is drafted is the second sharing, and each act of it says so."""

import pytest

from petr_advisor.drafting.model import Draft, Grid
from tests.drafting.conftest import BEARER_LEFT, LEAVING_OF_FOUR, case, drafted, words

OUT_OF_BOUNDS = "reading/sieges-illegaux-et-retrait-2026"
TOLD = "l’arrêté du premier précède celui du retrait"


def on_seats(name: str, in_bounds: str) -> tuple[Draft, ...]:
    """Give the votes and letters on the seats, of a case whose seats are within the bounds of the law or not."""
    found = drafted(case(name).answer("governance.seats_in_bounds", in_bounds)).made
    return tuple(
        each
        for each in found
        if each.act in {f"seats-change/{act}" for act in ("notify", "members", "order")}
        or each.template == "seats-change"
    )


@pytest.mark.parametrize("name", [OUT_OF_BOUNDS, LEAVING_OF_FOUR])
@pytest.mark.parametrize("in_bounds", ["yes", "no"])
def test_each_act_on_the_seats_says_that_those_of_today_are_mended_first(name: str, in_bounds: str) -> None:
    found = [each for each in on_seats(name, in_bounds) if each.template != "summary-note"]
    assert len(found) > 3
    assert {TOLD in words(each) for each in found} == {in_bounds == "no"}


@pytest.mark.parametrize("name", [OUT_OF_BOUNDS, LEAVING_OF_FOUR, BEARER_LEFT])
@pytest.mark.parametrize("in_bounds", ["yes", "no"])
def test_the_contents_date_the_sharing_that_is_not_drafted(name: str, in_bounds: str) -> None:
    found = drafted(case(name).answer("governance.seats_in_bounds", in_bounds))
    apart = [each for each in found.without if "entre les membres du jour, par une délibération distincte" in each.said]
    assert len(apart) == (in_bounds == "no")
    requests = [each.day for each in found.made if each.template == "seats-change"]
    assert [each.day for each in apart if each.day > min(requests)] == []


@pytest.mark.parametrize("name", [OUT_OF_BOUNDS, LEAVING_OF_FOUR, BEARER_LEFT])
def test_what_the_contents_advise_drafts_the_first_sharing(name: str) -> None:
    """The same case without the departure shares the seats among all the members of the day, by the day told."""
    held = case(name).answer("governance.seats_in_bounds", "no")
    (told,) = (each for each in drafted(held).without if "entre les membres du jour" in each.said)
    assert "se rédigent du même dossier, sans lui" in told.said
    without = drafted(held.answer("petr.change_planned", "none")).made
    requests = [each for each in without if each.template == "seats-change"]
    assert [each.day for each in requests] == [told.day]
    listed = held.lists["member"].ids
    shared = [part for each in requests for part in each.parts if isinstance(part, Grid) and "Sièges" in part.header]
    assert {len(part.rows) for part in shared} == {len(listed)}
