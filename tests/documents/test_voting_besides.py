"""Members who vote and whom the case does not list are asked for, and nothing is carried without them."""

from dataclasses import replace
from datetime import date

import pytest

from petr_advisor.consulting.running import setting_of
from petr_advisor.documents.building.votings import voting_in
from petr_advisor.documents.model_ballots import BallotPart
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.record import Done
from petr_advisor.procedures.voting import Voting

from .conftest import READING, case_in, reading_report, report_of
from .sheet_formulas import Sheet
from .test_workbook import book, value_beside

GIP = "gip-terme-proche-2026"
VOTE = "gip-prolongation/members"
TODAY = date(2026, 12, 20)


def ballot_of(name: str) -> BallotPart:
    return next(each for each in reading_report(name).ballots if each.act == VOTE)


def sheet_of(name: str) -> Sheet:
    report = reading_report(name)
    number = [each.act for each in report.ballots].index(VOTE) + 1
    return Sheet(book(report)[f"Vote {number}"], TODAY)


def rows_of(sheet: Sheet, ballot: BallotPart) -> list[int]:
    names = {voter.name for voter in ballot.voters} | {ballot.besides}
    return [cell.row for cell in sheet.sheet["A"] if cell.value in names]


def test_the_sheet_of_a_vote_is_not_carried_by_those_listed_alone() -> None:
    """Three EPCIs for made « majorité atteinte », though every other member had still to authorise the renewal."""
    sheet, ballot = sheet_of(GIP), ballot_of(GIP)
    *listed, others = rows_of(sheet, ballot)
    assert len(listed) == len(ballot.voters)
    for row in listed:
        sheet.sheet[f"E{row}"] = "pour"
    assert value_beside(sheet, "Où en est le vote") == "majorité non atteinte"
    sheet.sheet[f"E{others}"] = "pour"
    assert value_beside(sheet, "Où en est le vote") == "majorité atteinte"


def test_the_line_of_the_others_is_not_there_where_there_are_none() -> None:
    case = case_in(READING / f"{GIP}.yaml").answer("structure.non_epci_members", "no")
    (ballot,) = [each for each in report_of(case).ballots if each.act == VOTE]
    assert ballot.besides is None


def test_votes_recorded_of_those_listed_alone_settle_nothing() -> None:
    case = case_in(READING / f"{GIP}.yaml")
    voting = voting_in(case, VOTE)
    assert voting is not None
    assert voting.besides is not None
    votes = tuple(Done("gip-prolongation", "members", date(2026, 12, 1), member=each.member) for each in voting.voters)
    held = Voting.of(Marking("gip-prolongation", replace(setting_of(case), acts=votes), TODAY), "members")
    assert held is not None
    assert {vote.vote for vote in held.ballots} == {"for"}
    assert held.tally(TODAY).state == "open"


@pytest.mark.parametrize("others", ["yes", "unknown", "no"])
def test_a_note_asks_who_the_others_are_unless_there_are_none(others: str) -> None:
    fact, case = "structure.non_epci_members", case_in(READING / f"{GIP}.yaml")
    note = report_of(case.dont_know(fact) if others == "unknown" else case.answer(fact, others)).note
    assert note is not None
    asked = [point.what for point in note.points if "autres membres du GIP" in point.what.replace("\u00a0", " ")]
    assert bool(asked) is (others != "no")
