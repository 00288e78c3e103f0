"""Votes told as failed by an answer leave the act that mends a breach open, and what failed is told back."""

from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation

from .conftest import report_of

SIZES = {"a": 58000, "b": 12500, "c": 9000}


def _case(votes: str) -> Consultation:
    rows = {key: {"member.kind": "ca" if key == "a" else "cc", "member.population": n} for key, n in SIZES.items()}
    case = Consultation.start(load(), date(2026, 11, 16), ["life", "governance"]).list_entities("member", rows)
    said = {
        "structure.legal_form": "petr", "petr.change_planned": "seats", "governance.seats_in_bounds": False,
        "governance.seats_votes": votes, "seats.asked_by": "committee", "statutes.seat_formula": False,
        "governance.bodies_met": "both",
    }  # fmt: skip
    for fact, value in said.items():
        case = case.answer(fact, value)
    return case


def _seats(case: Consultation) -> list[str]:
    lines = [line for each in report_of(case).questions if each.id == "governance" for line in each.lines]
    return [line.decision for line in lines if "sièges" in line.decision]


def test_what_mends_a_breach_is_proposed_again_after_votes_that_failed() -> None:
    assert _seats(_case("not_reached")) == _seats(_case("not_started")) != []


def test_the_vote_that_failed_is_told_back() -> None:
    case = _case("not_reached")
    assert "life.risk.seats-voted-again" in {duty.id for duty in case.duties}


def test_leaving_things_as_they_are_is_no_way_where_it_leaves_a_breach() -> None:
    note = report_of(_case("not_started")).note
    assert note is not None
    staying = [way for way in note.ways if way.kind == "staying"]
    assert {way.status for way in staying if way.question == "life"} == {"closed"}
