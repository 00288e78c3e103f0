"""Answers that exclude each other: named, said to be corrected, and nothing concluded meanwhile."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.commands.explain import proof_text, why_not_text
from petr_advisor.commands.settings import Settings
from petr_advisor.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.locations import examples_folder, knowledge_folder
from petr_advisor.plain import Plain
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.report.plain import outcomes_text
from petr_advisor.scenarios.batch import Batch, as_json, evaluate_all

MIXED = examples_folder() / "conflicts" / "commune-syndicate-with-epcis.yaml"


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return read_folder(knowledge_folder())[0]


@pytest.fixture
def gip(real: KnowledgeBase) -> Consultation:
    """A pays GIP that would have been created in 1990."""
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    return begun.answer("structure.legal_form", "gip").answer("structure.gip_created_on", "1990-03-01")


def test_the_answers_of_a_clash_are_named(gip: Consultation) -> None:
    (clash,) = gip.clashes
    assert clash.id == "gip-older-than-pays"
    assert ("structure.gip_created_on", None) in clash.answers
    assert not clash.on_date


def test_a_list_is_one_of_the_answers_and_the_date_of_law_is_said(real: KnowledgeBase) -> None:
    begun = Consultation.start(real, date(2014, 6, 1), ["evolution"], engine("native"))
    listed = begun.answer("structure.legal_form", "petr").list_entities(
        "member", {"a": {"member.kind": "cc"}, "b": {"member.kind": "departement"}}
    )
    assert ("members.list", None) in listed.clashes[0].answers
    late = begun.answer("structure.legal_form", "closed_syndicate").answer("procedure.under_way", "maptam_79_ii")
    (clash,) = late.answer("auto.notified_on", "2014-07-27").clashes
    assert clash.on_date


def test_no_conclusion_in_the_text(gip: Consultation) -> None:
    text = outcomes_text(gip, "fr")
    assert "aucune conclusion n’est donnée" in text
    assert "- date de création du GIP : 1er mars 1990" in text
    assert "Créer un PETR" not in text
    assert "Créer un PETR" in outcomes_text(gip.answer("structure.gip_created_on", "2001-03-01"), "fr")


def test_no_roadmap(gip: Consultation) -> None:
    with pytest.raises(PetrAdvisorError, match="exclude each other"):
        roadmap(gip, date(2026, 11, 24))


def test_no_proof_from_the_command_line() -> None:
    native = Settings(engine="native")
    assert "aucune conclusion" in proof_text(str(MIXED), "option:creation", native)
    assert "aucune conclusion" in why_not_text(str(MIXED), "creation", native)


def test_no_option_in_the_results() -> None:
    rows = evaluate_all([MIXED], Batch(("native",)))
    first, corrected = json.loads(as_json(rows))["results"][:2]
    assert first["conflicts"] == ["commune-syndicate-with-epcis"]
    assert first["options"] == []
    assert corrected["conflicts"] == []
    assert corrected["options"]


def test_plain_prompts_tell_at_once_and_offer_to_correct(real: KnowledgeBase) -> None:
    typed: Iterator[str] = iter(
        [
            "5",
            "CC Alpha ; cc ; 60 000",
            "Bourg ; commune ; 2 000",
            "",
            "1",
            "3",
            "q",
        ]  # a SIVOM, then a closed syndicate
    )
    said: list[str] = []
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    found = Plain(begun, "fr", lambda: next(typed), said.append, lambda _: None).hold()
    text = "\n".join(said)
    assert "Un SIVU ou un SIVOM n’a que des communes pour membres" in text
    assert "1. forme juridique de la structure existante : Syndicat de communes (SIVU ou SIVOM)" in text
    assert found.state.answers["structure.legal_form", None].value == "closed_syndicate"
    assert found.clashes == ()
