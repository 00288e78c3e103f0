"""A body is made between its members to be: who refused an attempt that is over is left out, and everything says so."""

from petr_advisor.consulting.founding import no_part, outside
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.again import lacking

from .conftest import READING, case_in, report_of

CURES = READING.parent / "evolution" / "cures"
CASE = case_in(READING / "transformation-refusee-pays-2015.yaml")
OUT = "CC du Pays des Marches"
SILENT = "CC de la Haute Forêt"


def test_the_answer_says_between_whom_and_who_must_now_vote() -> None:
    report = report_of(CASE)
    said = next(line.decision for each in report.questions if each.id == "evolution" for line in each.lines)
    between, _, rest = said.partition("dehors")
    assert OUT not in between
    assert SILENT in between
    assert OUT in rest
    assert "vote exprès de " + SILENT in rest


def test_the_seats_are_shared_between_those_only() -> None:
    found = report_of(CASE).governance
    assert found is not None
    assert {seat.member for seat in found.seats} == {"CC du Val Fleuri", "CC des Trois Sources", SILENT}
    assert any(OUT in remark for remark in found.remarks)


def test_acts_are_addressed_to_those_only_but_the_end_of_the_old_body_to_all() -> None:
    plan = roadmap(CASE, CASE.as_of)
    assert plan.task("petr-creation/epci-votes").who.fr.endswith(f"sans {OUT}")
    assert OUT not in plan.task("what-existed/syndicate").who.fr
    out = outside(CASE)
    assert len(out) == 1
    assert no_part(CASE, "petr-creation") == out
    assert not no_part(CASE, "what-existed")
    assert not no_part(CASE, "petr-dissolution-by-agreement")


def test_nobody_is_left_out_who_may_still_change_its_vote() -> None:
    assert not outside(CASE.answer("refusal.outlook", "may_change"))


def test_who_has_still_to_vote_is_not_put_with_who_refused() -> None:
    case = case_in(CURES / "creation-not-voted-yet.yaml")
    later, refuser = "CC de la Margelle", "CC du Haut-Signal"
    found = report_of(case).governance
    assert found is not None
    assert {seat.member for seat in found.seats} == {"CC du Plateau", "CC des Gorges", later}
    assert roadmap(case, case.as_of).task("petr-creation/epci-votes").who.fr.endswith(f"sans {refuser}")
    told = case.progress["petr-creation"].progress
    lacked = lacking(told.marks["epci-votes"], case.as_of)
    assert lacked is not None
    assert lacked.least == 1
