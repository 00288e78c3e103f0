"""What a note tells of an answer that rests on earlier ones: what they leave is never told as an answer given."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model_options import ProofPart, QuestionPart
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine

from .conftest import MADE_ON, real_base

AFTERWARDS = "une fois menées les réponses qui précèdent"


def _leaving() -> Consultation:
    """Give a PETR of four EPCIs, one of which leaves."""
    case = Consultation.start(real_base(), date(2026, 11, 26), ("life", "governance"), engine("native"))
    members = {
        "levant": {"member.kind": "cc", "member.population": 16000, "member.leaves": True},
        "ponant": {"member.kind": "cc", "member.population": 24000, "member.leaves": False},
        "combe": {"member.kind": "cc", "member.population": 9000, "member.leaves": False},
        "ponts": {"member.kind": "ca", "member.population": 61000, "member.leaves": False},
    }
    case = case.list_entities("member", members)
    for fact, value in {
        "structure.legal_form": "petr",
        "petr.change_planned": "withdrawal",
        "exit.route": "ordinary",
        "governance.seats_in_bounds": "yes",
        "perimeter.remainder_sound": "yes",
        "perimeter.one_piece": "yes",
        "perimeter.no_enclave": "yes",
    }.items():
        case = case.answer(fact, value)
    return case


def _governance() -> QuestionPart:
    report = build(_leaving(), "fr", Adviser(), MADE_ON)
    return next(question for question in report.questions if question.id == "governance")


def test_what_an_earlier_answer_leaves_is_not_told_as_the_answer_given() -> None:
    behind = {said for option in _governance().options for part in option.requirements for said in part.behind}
    assert "Opération envisagée par le PETR\u00a0: Aucune" not in behind
    assert f"Opération envisagée par le PETR\u00a0: Aucune ({AFTERWARDS})" in behind
    assert f"Nombre d’EPCI à fiscalité propre\u00a0: 3 ({AFTERWARDS})" in behind  # four today


def test_a_proof_says_which_facts_an_earlier_answer_leaves() -> None:
    def leaves(part: ProofPart) -> list[ProofPart]:
        return [found for child in part.children for found in leaves(child)] if part.children else [part]

    found = [leaf for proof in _governance().proofs for leaf in leaves(proof)]
    planned = {leaf.origin for leaf in found if leaf.text.startswith("Opération envisagée par le PETR\u00a0: Aucune")}
    assert planned == {AFTERWARDS}
