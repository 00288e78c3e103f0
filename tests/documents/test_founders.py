"""A body is made between its members to be: who refused an attempt that is over is left out, and everything says so."""

from petr_advisor.consulting.founding import no_part, outside
from petr_advisor.planning.roadmap import roadmap

from .conftest import READING, case_in, report_of

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
