"""A note says that who is to leave votes until then; the first page has the votes that one member alone can stop."""

from datetime import date, timedelta
from functools import cache

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.electorate import electorates
from petr_advisor.documents.building.leaving import leaving_after
from petr_advisor.documents.model_note import Note
from tests.documents.conftest import report_of
from tests.drafting.conftest import LEAVING_OF_FOUR, case


@cache
def note() -> Note:
    found = report_of(case(LEAVING_OF_FOUR)).note
    assert found is not None
    return found


def test_who_is_to_leave_is_named_among_those_that_can_stop_a_vote() -> None:
    said = [stop.text.replace("\u00a0", " ").replace("’", "'") for stop in note().stops]
    project = next(text for text in said if "approuve expressément le texte" in text)
    assert "y compris celui qui doit partir (CC des Hautes Terres) tant que son départ n'a pas pris effet" in project
    assert not any("CC des Hautes Terres" in text for text in said if "SCoT" in text)


def test_the_first_votes_are_those_that_one_member_alone_can_stop() -> None:
    first = [vote for vote in note().votes if vote.first]
    assert any(not vote.pressed for vote in first)
    bodies = {vote.who for vote in first if vote.lost_by_one}  # what each of these votes before goes with it
    assert bodies
    assert all(vote.who in bodies for vote in first if not vote.pressed)  # a day of the law presses the others
    assert any("retrait" in vote.does for vote in first)
    assert any("qui doit partir" in said for vote in first for said in vote.how)


def test_nothing_is_to_be_done_first_on_the_day_of_the_note_by_a_body_that_is_to_be_convened() -> None:
    first = note().first_act
    assert first is None or "28 novembre 2026" not in first


def test_a_day_long_past_is_no_date_of_a_course() -> None:
    assert all(each.day >= date(2026, 11, 28) for each in note().dates)


def test_who_leaves_on_a_later_day_that_the_order_fixes_is_a_member_until_then() -> None:
    held = case(LEAVING_OF_FOUR)
    plan = report_of(held).roadmap
    assert plan is not None
    desk = Desk("fr", consultation=held)
    (leaving,) = leaving_after(desk, plan, held.as_of)
    order = next(task for task in plan.tasks if task.id == "petr-member-withdraws/order")
    day, later = plan.effect_span(order)[0], date(2035, 1, 1)
    assert leaving not in leaving_after(desk, plan, day)
    fixed = order.model_copy(update={"effect": later})
    fixing = plan.model_copy(update={"tasks": tuple(fixed if task is order else task for task in plan.tasks)})
    assert leaving in leaving_after(desk, fixing, day)
    assert leaving not in leaving_after(desk, fixing, later)


def test_a_vote_held_before_the_departure_has_its_effect_is_of_the_members_of_today_alone() -> None:
    """Its order may be made before what it had better follow is done: until then nobody has left."""
    held = case(LEAVING_OF_FOUR)
    plan = report_of(held).roadmap
    assert plan is not None
    desk, vote = Desk("fr", consultation=held), "petr-takes-scot/perimeter"
    order = next(task for task in plan.tasks if task.id == "petr-member-withdraws/order")
    day = plan.effect_span(order)[0]
    assert order.soonest < day
    assert electorates(desk, plan, vote, order.soonest, day).later is None
    assert electorates(desk, plan, vote, order.soonest, day + timedelta(days=1)).later is not None
