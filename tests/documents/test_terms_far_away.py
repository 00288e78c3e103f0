"""What the law does in more than a year is told, and not among what is to be put right first."""

from datetime import date

import pytest

from petr_advisor.documents.blocks import Heading, Paragraph, words
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import page_of

from .test_what_may_stop import report

MEMBERS = [{"name": "Lac", "kind": "cc", "population": 15400}, {"name": "Bois", "kind": "cc", "population": 22300}]


DAYS = [(date(2026, 11, 28), "terms-later"), (date(2028, 6, 1), "breaches-first")]


@pytest.mark.parametrize(("day", "heading"), DAYS)
def test_a_term_is_to_be_settled_first_within_its_last_year(day: date, heading: str) -> None:
    found = report(
        as_of=day,
        key_questions=["contracts"],
        members=MEMBERS,
        answers={
            "structure.legal_form": "petr",
            "petr.project_approved": True,
            "contract.region_signed": True,
            "context.region": "occitanie",
        },
    )
    assert found.terms
    headings = [block.id for block in note(Pen("fr", report=found)) if isinstance(block, Heading)]
    assert {"terms-later", "breaches-first"}.intersection(headings) == {heading}
    assert heading == ("terms-later" if heading in headings[1:] else "breaches-first")  # what is decided comes before


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
        answers={
            "structure.legal_form": "petr",
            "project.scope": "project",
            "project.voters": "epcis_only",
            "structure.other_syndicate": False,
            "petr.project_approved": True,
            "contract.region_signed": True,
            "context.region": "occitanie",
        },
    )
    assert found.terms
    assert not found.breaches
    assert not found.questions[0].next_steps
    page = page_of(Pen("fr", report=found), found.questions[0])
    told = [words(block.line).replace("’", "'") for block in page if isinstance(block, Paragraph)]
    assert any(each.startswith(said) for each in told)


@pytest.mark.parametrize(("signed", "said"), [(True, "ne dure pas au-delà"), (False, "signer avant ce jour")])
def test_nobody_is_told_to_sign_what_is_signed(said: str, *, signed: bool) -> None:
    found = report(
        as_of=date(2028, 6, 1),
        key_questions=["contracts"],
        members=MEMBERS,
        answers={
            "structure.legal_form": "petr",
            "petr.project_approved": True,
            "contract.region_signed": signed,
            "context.region": "occitanie",
            "contract.region_confirms": True,
            "contract.epcis_agree": True,
        },
    )
    (term,) = found.terms
    assert said in term.ask.replace("\xa0", " ")
    assert found.note
    assert not signed or not any("signer" in day.text for day in found.note.dates)
