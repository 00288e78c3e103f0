"""A member may vote on an exit before the notice; whoever asks to leave votes on it like the others, expressly."""

from dataclasses import replace
from datetime import date

from .conftest import READING, case_in, report_of

CASE = case_in(READING.parent / "evolution" / "running" / "withdrawal-early-votes.yaml")
ROUTE = "petr-member-withdraws"
VOTES = [done for done in CASE.state.acts if done.member]


def test_the_request_is_no_vote_in_any_output() -> None:
    """The plan had who leaves as in favour, the workbook its silence as a refusal."""
    found = report_of(CASE)
    votes = [vote for told in found.running for tally in told.tallies for vote in tally.votes]
    assert [vote.said for vote in votes if vote.member == "CC D"]
    assert not any(vote.said.startswith("pour") for vote in votes if vote.member == "CC D")
    ballots = [voter for part in found.ballots for voter in part.voters if voter.name == "CC D"]
    assert not any(voter.vote for voter in ballots)
    assert "unfavourable" in {voter.silence for voter in ballots}
    told = found.model_dump_json()
    assert "compté pour" not in told
    assert "vote aussi, expressément" in told


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
