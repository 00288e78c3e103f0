"""A member may vote on an exit before the notice; whoever asks to leave is for it, and votes again like the others."""

from dataclasses import replace
from datetime import date

from .conftest import READING, case_in, report_of

CASE = case_in(READING.parent / "evolution" / "running" / "withdrawal-early-votes.yaml")
ROUTE = "petr-member-withdraws"
VOTES = [done for done in CASE.state.acts if done.member]


def test_the_request_is_told_as_the_vote_to_be_confirmed() -> None:
    votes = [vote for told in report_of(CASE).running for tally in told.tallies for vote in tally.votes]
    assert {vote.said for vote in votes if vote.member == "CC D"} == {"pour, par sa demande"}


def test_a_vote_before_the_notice_does_not_imply_it() -> None:
    case, first = CASE.strike(ROUTE, "notify"), VOTES[0]
    for done in VOTES:
        case = case.strike(ROUTE, "members", done.member)
    case = case.record(replace(first, on=date(2026, 7, 10)))
    assert case.progress[ROUTE].progress.marks["notify"].status == "awaited"


def test_after_a_refusal_what_lacked_is_asked_for_and_not_the_exit_itself() -> None:
    case = CASE
    for done in VOTES:
        case = case.record(replace(done, result="refused"))
    said = [line.decision for each in report_of(case).questions if each.id == "life" for line in each.lines]
    assert any("accord exprès qui a manqué" in decision for decision in said)
    assert not any("sans CC D" in decision for decision in said)
