"""A day of the law kept if only by convening sooner: what takes too long is a vote, and what prepares it."""

from dataclasses import replace
from datetime import date

import pytest

from petr_advisor.knowledge.lengths import Span
from petr_advisor.planning.legal_days import LegalDay, schedule
from petr_advisor.planning.spans import Lasting
from petr_advisor.planning.tempo import Due, Link, Node

TODAY, LAST = date(2026, 10, 12), date(2026, 10, 20)
MONTH = Lasting(Span(n=1, unit="month"))
REPORT = Node("report", shortest=MONTH, longest=MONTH)
VOTE = Node("vote", after=(Link("report"),), shortest=MONTH, longest=MONTH, dues=(Due(day=LAST),), voted=True)


def _day(*nodes: Node) -> LegalDay:
    return schedule(nodes, TODAY).legal[0]


def test_a_vote_and_what_prepares_it_are_for_today() -> None:
    found = _day(REPORT, VOTE)
    assert found.shorten == ("report", "vote")
    assert (found.state, found.by_a_vote_alone, found.today) == ("out_of_reach", True, True)


@pytest.mark.parametrize(
    "nodes",
    [
        pytest.param((REPORT, replace(VOTE, voted=False)), id="nobody is convened for two letters"),
        pytest.param(
            (Node("study", shortest=MONTH, longest=MONTH), replace(REPORT, after=(Link("study"),)), VOTE),
            id="a text written and heard of takes more than a meeting",
        ),
    ],
)
def test_what_no_meeting_shortens_is_not(nodes: tuple[Node, ...]) -> None:
    found = _day(*nodes)
    assert (found.state, found.by_a_vote_alone, found.today) == ("out_of_reach", False, False)


def test_a_day_further_than_a_meeting_is_kept_by_the_vote_and_not_for_today() -> None:
    later = date(2026, 11, 30)
    found = _day(REPORT, replace(VOTE, dues=(Due(day=later),)))
    assert (found.state, found.by_a_vote_alone, found.today) == ("out_of_reach", True, False)
