"""What the law does in more than a year is told, and not among what is to be put right first."""

from datetime import date

import pytest

from petr_advisor.documents.blocks import Heading, Paragraph, words
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import page_of
from petr_advisor.documents.model import Report

from .test_what_may_stop import report

MEMBERS = [{"name": "Lac", "kind": "cc", "population": 15400}, {"name": "Bois", "kind": "cc", "population": 22300}]


IN_OCCITANIE = {"structure.legal_form": "petr", "petr.project_approved": True, "context.region": "occitanie"}
"""A PETR under a regional framework that ends with 2029."""
SIGNED = IN_OCCITANIE | {"contract.region_signed": True}


def contracting(day: date, answers: dict[str, object]) -> Report:
    """Give the report of what to contract for."""
    return report(as_of=day, key_questions=["contracts"], members=MEMBERS, answers=answers)


DAYS = [(date(2026, 11, 28), "terms-later"), (date(2028, 6, 1), "breaches-first")]


@pytest.mark.parametrize(("day", "heading"), DAYS)
def test_a_term_is_to_be_settled_first_within_its_last_year(day: date, heading: str) -> None:
    found = contracting(day, SIGNED)
    assert found.terms
    headings = [block.id for block in note(Pen("fr", report=found)) if isinstance(block, Heading)]
    assert {"terms-later", "breaches-first"}.intersection(headings) == {heading}
    assert (headings[0] == heading) == (heading == "breaches-first")  # else what is decided comes before


NOTHING = [
    (date(2026, 11, 28), "Aucun acte n'est à prendre."),
    (date(2028, 6, 1), "Aucun autre acte que ceux à régler"),
]


@pytest.mark.parametrize(("day", "said"), NOTHING)
def test_no_act_is_to_be_put_right_first_where_a_term_is_years_away(day: date, said: str) -> None:
    """Staying is the answer to the other question: a framework that ends in 2029 calls for nothing before it today."""
    found = report(
        as_of=day,
        key_questions=["evolution", "contracts"],
        members=MEMBERS,
        answers=SIGNED
        | {"project.scope": "project", "project.voters": "epcis_only", "structure.other_syndicate": False},
    )
    assert found.terms
    assert not found.breaches
    assert not found.questions[0].next_steps
    page = page_of(Pen("fr", report=found), found.questions[0])
    told = [words(block.line).replace("’", "'") for block in page if isinstance(block, Paragraph)]
    assert any(each.startswith(said) for each in told)


@pytest.mark.parametrize(("signed", "said"), [(True, "ne dure pas au-delà"), (False, "signer ce jour au plus tard")])
def test_nobody_is_told_to_sign_what_is_signed(said: str, *, signed: bool) -> None:
    confirmed = {"contract.region_signed": signed, "contract.region_confirms": True, "contract.epcis_agree": True}
    found = contracting(date(2028, 6, 1), IN_OCCITANIE | confirmed)
    (term,) = found.terms
    assert said in term.ask.replace("\xa0", " ")
    assert found.note
    assert not signed or not any("signer" in day.text for day in found.note.dates)
