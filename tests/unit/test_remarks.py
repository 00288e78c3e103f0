"""Notes and sources beside answers, and answers that are only supposed: kept, saved, told."""

from datetime import date

import pytest

from petr_advisor.consulting.answers import NO_REMARK, Remark
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.saved import to_json
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.dossiers import resume, save
from petr_advisor.explaining.explanations import how
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase

SENTENCE = Remark(source="on est fermés", supposed=True)


def test_remarks_come_back(consultation: Consultation, small: KnowledgeBase) -> None:
    held = consultation.answer("structure.form", "closed", remark=Remark("à revoir", "statuts du 3 mai"))
    held = held.list_entities("member", {"a": {"member.kind": "cc"}}, remark=SENTENCE)
    held = held.dont_know("communes.pointless", remark=Remark("demander à la préfecture"))
    save(held, "x")
    again = resume("x", small, engine("native")).consultation
    assert again.events == held.events
    assert again.state.answers["structure.form", None].remark == Remark("à revoir", "statuts du 3 mai")
    assert again.state.answers["member.kind", "a"].remark == SENTENCE
    assert again.state.remarks["member"] == SENTENCE


def test_no_remark_leaves_no_trace_in_the_file(consultation: Consultation) -> None:
    """A file without remarks is what an older version writes and reads."""
    held = consultation.answer("structure.form", "closed").list_entities("member", {"a": {}})
    assert [sorted(event) for event in to_json(held)["events"]] == [
        ["answer", "by", "value"],
        ["complete", "entities", "list"],
    ]


def test_a_note_put_later_changes_no_value(consultation: Consultation) -> None:
    held = consultation.list_entities("member", {"a": {"member.population": 5}}).answer("member.population", 7, "a")
    noted = held.annotate("member.population", "a", Remark("recensement")).annotate(
        "members.list", remark=Remark("à vérifier")
    )
    assert noted.state.answers["member.population", "a"].value == 7
    assert noted.state.answers["member.population", "a"].remark.note == "recensement"
    assert noted.state.remarks["member"].note == "à vérifier"
    assert noted.undo().undo().events == held.events


def test_confirming_what_was_supposed(consultation: Consultation) -> None:
    """Answering again, or a remark that supposes nothing, makes it an answer like the others."""
    held = consultation.answer("structure.form", "closed", remark=SENTENCE)
    assert held.annotate("structure.form").state.answers["structure.form", None].remark == NO_REMARK
    assert held.answer("structure.form", "closed").state.answers["structure.form", None].remark == NO_REMARK


@pytest.mark.parametrize("remark", [Remark(supposed=True), Remark("x" * 2001), Remark(source=" ", supposed=True)])
def test_remarks_refused(consultation: Consultation, remark: Remark) -> None:
    with pytest.raises(AnswerError) as refused:
        consultation.answer("structure.form", "closed", remark=remark)
    assert refused.value.fr != str(refused.value)


def test_nothing_to_annotate(consultation: Consultation) -> None:
    for fact in ("structure.form", "members.list"):
        with pytest.raises(AnswerError, match="annotate"):
            consultation.annotate(fact, remark=Remark("x"))


def test_supposed_facts_are_told_as_such(consultation: Consultation) -> None:
    """In a proof and in the annex of a document, what is supposed does not pass for an answer."""
    held = consultation.answer("structure.form", "closed", remark=SENTENCE)
    held = held.answer("procedure.begun", "no", remark=Remark("vu le 3", "le président"))
    report = build(held, "fr", Adviser(), date(2026, 11, 24))
    told = " ".join(" ".join(part.origin.split()) for part in report.answers)
    assert "Supposé d’après : « on est fermés »" in told
    assert "Votre réponse ; source : le président ; note : vu le 3" in told
    proof = how(held, "requirement:transform/syndicate")
    assert proof is not None
    assert [found.origin for found in proof.walk() if found.about] == ["supposed"]
