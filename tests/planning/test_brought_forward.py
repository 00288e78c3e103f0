"""A day of the law that only a planned act makes too late: the act is to be brought forward, nothing is impossible."""

from dataclasses import replace
from datetime import date

from petr_advisor.knowledge.lengths import Span
from petr_advisor.planning.legal_days import LegalDay, schedule
from petr_advisor.planning.spans import Lasting
from petr_advisor.planning.tempo import Due, Link, Node

TODAY, MEETING, LAST = date(2026, 6, 18), date(2026, 9, 12), date(2026, 8, 31)
LONG = Lasting(Span(n=4, unit="month"))
VOTE = Node("vote", not_before=MEETING, planned=MEETING)
SENT = Node("sent", after=(Link("vote"),), dues=(Due(day=LAST),))


def _day(*nodes: Node) -> LegalDay:
    return schedule(nodes, TODAY).legal[0]


def test_the_planned_act_is_told_with_the_last_day_for_it() -> None:
    found = _day(VOTE, SENT)
    assert found.state == "planned_late"
    assert [(each.act, each.on, each.by) for each in found.forward] == [("vote", MEETING, LAST)]


def test_a_day_that_nobody_can_move_leaves_it_impossible() -> None:
    found = _day(replace(VOTE, planned=None), SENT)
    assert (found.state, found.forward) == ("impossible", ())


def test_a_planned_act_is_not_blamed_where_the_law_alone_is_too_long() -> None:
    found = _day(VOTE, replace(SENT, least=LONG, shortest=LONG, longest=LONG))
    assert (found.state, found.forward) == ("impossible", ())


def test_a_planned_act_in_time_is_left_as_it_is() -> None:
    found = _day(replace(VOTE, not_before=date(2026, 8, 20), planned=date(2026, 8, 20)), SENT)
    assert (found.state, found.forward) == ("met", ())


def test_an_act_planned_after_its_own_last_day_is_brought_forward_and_not_impossible() -> None:
    found = _day(replace(VOTE, dues=(Due(day=LAST),)))
    assert found.state == "planned_late"
    assert [(each.act, each.on, each.by) for each in found.forward] == [("vote", MEETING, LAST)]


def test_an_act_planned_too_late_and_one_before_it_are_both_told() -> None:
    sent = replace(SENT, not_before=date(2026, 9, 20), planned=date(2026, 9, 20))
    assert [each.act for each in _day(VOTE, sent).forward] == ["sent", "vote"]
