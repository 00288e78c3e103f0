"""Seats put right beside an entry: each sharing among the members of its own day, the order on today's seats first."""

import re
from datetime import date

import pytest

from petr_advisor.drafting.model import Draft, Grid
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.procedures.record import Done
from tests.drafting.conftest import COURSES, RESEATED_AND_ENTERED, act_of, case, drafted, drafts, of, words

ORDER = "petr-member-joins/order"
MENDED = "seats-floor-and-cap/change-seats"
NAMES = sorted({(name, option) for name, _, option in COURSES}, key=str)
COUNTED = re.compile(r"membres sur (\d+)")


def shared(draft: Draft) -> tuple[str, ...]:
    """Give those among whom a draft shares seats."""
    tables = [part for part in draft.parts if isinstance(part, Grid) and "Sièges" in part.header]
    return tuple(row[0] for table in tables[:1] for row in table.rows)


def days(name: str, option: str | None) -> dict[str, date]:
    """Give the first day of each act of a plan, called or not."""
    held = case(name)
    plan = roadmap(held, held.as_of, option)
    return {task.id: plan.effective(task) for task in steps(held, plan)}


@pytest.mark.parametrize(("name", "option"), NAMES)
def test_seats_are_shared_among_the_members_of_the_day_on_which_they_change(name: str, option: str | None) -> None:
    found, listed = days(name, option), case(name).lists.get("member")
    entered = found.get(ORDER)
    for draft in drafts(name, "fr", option).made:
        if not draft.act.startswith("seats-change/") or not shared(draft) or "petr-member-withdraws" in "".join(found):
            continue
        joined = entered is not None and entered <= found["seats-change/publish"]
        assert len(shared(draft)) == (len(listed.ids) if listed else 1) + joined, draft.name


def test_what_a_vote_on_seats_counts_is_whom_it_seats() -> None:
    seats = [draft for draft in drafts(RESEATED_AND_ENTERED).made if draft.act.startswith("seats-change/")]
    assert len([draft for draft in seats if shared(draft)]) >= 8
    for draft in seats:
        assert {len(shared(draft)) or 4, *map(int, COUNTED.findall(words(draft)))} == {4}, draft.name
    entry = of(RESEATED_AND_ENTERED, "joining-committee")
    assert [len(shared(draft)) for draft in entry] == [5]


def test_the_order_on_the_seats_of_today_comes_before_the_entry_at_any_speed() -> None:
    held = case(RESEATED_AND_ENTERED)
    plan = roadmap(held, held.as_of)
    seats, entry = plan.task(MENDED), plan.task(ORDER)
    assert seats.soonest < entry.soonest
    assert seats.latest < entry.latest
    assert MENDED in entry.after
    # it is got ready beside: the time that the prefects take is not counted once more
    assert (entry.soonest - seats.soonest).days == 1


def test_seats_that_change_after_an_entry_ordered_on_a_set_day_are_shared_with_who_has_entered() -> None:
    held = case(RESEATED_AND_ENTERED).record(Done("petr-member-joins", "order", on=date(2027, 4, 15)))
    plan = roadmap(held, held.as_of)
    assert plan.task(ORDER).soonest < plan.task(MENDED).soonest
    votes = [draft for draft in drafted(held).made if draft.act == "seats-change/request"]
    assert {len(shared(draft)) for draft in votes if shared(draft)} == {5}
    assert [draft.name for draft in votes if "sans attendre l’adhésion" in words(draft)] == []


def test_each_sharing_tells_the_other() -> None:
    seats = of(RESEATED_AND_ENTERED, "seats-change")
    assert all("sans attendre l’adhésion de la communauté de communes du Gâtinet" in act_of(each) for each in seats)
    assert all("réparés à part" in act_of(each) for each in of(RESEATED_AND_ENTERED, "joining-committee"))
    asked = of(RESEATED_AND_ENTERED, "prefect-members-agreed")
    assert len([each for each in asked if "prendre cet arrêté avant elle" in act_of(each)]) == 1
    assert len([each for each in asked if "prendre celui-ci après lui" in act_of(each)]) == 1


@pytest.mark.parametrize(("name", "option"), NAMES)
def test_an_election_cites_every_order_that_has_changed_the_seats(name: str, option: str | None) -> None:
    held = days(name, option)
    for draft in drafts(name, "fr", option).made:
        if draft.template != "delegates":
            continue
        seen = [line for line in act_of(draft).split("\n") if line.startswith("Vu l’arrêté")]
        orders = {act for act in (ORDER, MENDED, "seats-change/order") if act in held and held[act] <= draft.day}
        several = ORDER in orders and MENDED in orders and "Gâtinet" not in draft.name
        assert len(seen) >= (2 if several else min(1, len(orders))), draft.name
