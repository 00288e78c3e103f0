"""What the votes recorded of the members tell is not asked as well: neither next, nor in the end."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.procedures.record import Done, Result
from tests.documents.conftest import real_base
from tests.procedures.routes import vote

AS_OF = date(2026, 11, 16)
VOTES = "governance.seats_votes"
MEMBERS = {
    "a": {"member.kind": "ca", "member.population": 63000},
    "b": {"member.kind": "cc", "member.population": 26000},
    "c": {"member.kind": "cc", "member.population": 20000},
}


def petr(key_question: str) -> Consultation:
    """A PETR of three members, of which the larger may refuse alone."""
    case = Consultation.start(real_base(), AS_OF, [key_question], engine("native"))
    return case.list_entities("member", MEMBERS).answer("structure.legal_form", "petr")


@pytest.fixture(scope="module")
def asking() -> Consultation:
    """One whose council has asked for other seats; nobody has voted yet."""
    case = petr("governance").answer("petr.change_planned", "seats").answer("statutes.seat_formula", "no")
    return case.answer("seats.asked_by", "committee").record(Done("seats-change", "request", date(2026, 9, 24)))


def asked(case: Consultation) -> list[str]:
    """Give what is asked until nothing is left, of a person who knows nothing."""
    found = []
    while (question := case.next_question) is not None:
        found.append(question.fact)
        case = case.dont_know(*question.key)
    return found


def test_how_votes_stand_is_asked_as_long_as_none_is_recorded(asking: Consultation) -> None:
    assert VOTES in asked(asking)


@pytest.mark.parametrize("result", ["refused", "carried"])
def test_how_votes_stand_is_not_asked_once_one_is_recorded(asking: Consultation, result: Result) -> None:
    voted = asking.record(vote("seats-change", "a", date(2026, 11, 5), result, act="members"))
    assert VOTES not in asked(voted)


def test_votes_that_are_struck_out_are_asked_again(asking: Consultation) -> None:
    voted = asking.record(vote("seats-change", "a", date(2026, 11, 5), "refused", act="members"))
    assert VOTES in asked(voted.strike("seats-change", "members", "a"))


@pytest.mark.parametrize(("power", "told"), [("scot", {"scot.transfer_votes"}), ("other", set())])
def test_votes_tell_only_what_they_are_about(power: str, told: set[str]) -> None:
    """How the votes on the SCoT stand is not said by those on another power."""
    case = petr("scot").answer("petr.change_planned", "new_power").answer("power.kind", power)
    voted = case.record(vote("power-transfer", "a", date(2026, 11, 5), act="members"))
    assert voted.agenda.told_by_votes == told
