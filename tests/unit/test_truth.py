"""The truth tables, cell by cell: true, false, unknown, and facts that do not apply."""

from datetime import date
from typing import Any

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.properties.bases import ASK, TEXT

T, F, U = "yes", "no", None


def base_for(needs: dict[str, Any], **facts: dict[str, Any]) -> KnowledgeBase:
    return KnowledgeBase.model_validate(
        {
            "sources": {"s": {"kind": "law", "title": TEXT}},
            "norms": {"n": {"topic": "t", "statement": TEXT, "sources": [{"id": "s"}], "confidence": "verified"}},
            "key_questions": {"q": {"title": TEXT, "text": TEXT, "order": 1}},
            "facts": {
                key.replace("_", ".", 1): {"type": "yes_no", "label": TEXT, "ask": ASK, **more}
                for key, more in facts.items()
            },
            "options": {
                "o": {
                    "answers": "q", "title": TEXT, "summary": TEXT, "norms": ["n"],
                    "requires": {"r": {"title": TEXT, "needs": needs, "norms": ["n"]}},
                }
            },
        }
    )  # fmt: skip


def state(base: KnowledgeBase, **answers: str | None) -> str:
    consultation = Consultation.start(base, date(2020, 1, 1), engine=engine("native"))
    for key, value in answers.items():
        if value is not None:
            consultation = consultation.answer(key.replace("_", ".", 1), value)
    memory = consultation.memory
    return next((s for s in ("met", "unmet", "not_applicable") if memory.has(f"requirement:o/r:{s}")), "unknown")


M, X, Q, N = "met", "unmet", "unknown", "not_applicable"


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (T, T, M, M), (T, F, X, M), (T, U, Q, M),
        (F, T, X, M), (F, F, X, X), (F, U, X, Q),
        (U, T, Q, M), (U, F, X, Q), (U, U, Q, Q),
    ],
)  # fmt: skip
def test_all_and_any(a: str | None, b: str | None, both: str, either: str) -> None:
    """`all` is as true as its least true part, `any` as its truest; nothing follows from silence."""
    parts = [{"f.a": "yes"}, {"f.b": "yes"}]
    assert state(base_for({"all": parts}, f_a={}, f_b={}), f_a=a, f_b=b) == both
    assert state(base_for({"any": parts}, f_a={}, f_b={}), f_a=a, f_b=b) == either


@pytest.mark.parametrize(("a", "denied"), [(T, X), (F, M), (U, Q)])
def test_not(a: str | None, denied: str) -> None:
    """`not` swaps true and false and leaves the unknown unknown."""
    assert state(base_for({"not": {"f.a": "yes"}}, f_a={}), f_a=a) == denied


@pytest.mark.parametrize(
    ("applies", "value", "positive", "negative"),
    [
        (T, T, M, X), (T, F, X, M), (T, U, Q, Q),
        (F, T, N, N), (F, F, N, N), (F, U, N, N),
        (U, T, Q, Q), (U, F, Q, Q), (U, U, Q, Q),
    ],
)  # fmt: skip
def test_not_applicable(applies: str | None, value: str | None, positive: str, negative: str) -> None:
    """A literal on a fact that does not apply is false in both signs; while that is unknown, so is the literal."""
    facts = {"f_a": {}, "f_b": {"applies_when": {"f.a": "yes"}}}
    assert state(base_for({"f.b": "yes"}, **facts), f_a=applies, f_b=value) == positive
    assert state(base_for({"not": {"f.b": "yes"}}, **facts), f_a=applies, f_b=value) == negative


def test_what_decides_applicability_is_asked_first() -> None:
    """While `applies_when` is unknown the fact itself is not asked."""
    base = base_for({"f.b": "yes"}, f_a={}, f_b={"applies_when": {"f.a": "yes"}})
    consultation = Consultation.start(base, date(2020, 1, 1), engine=engine("native"))
    assert [question.fact for question in consultation.agenda.questions] == ["f.a"]
    assert [question.fact for question in consultation.answer("f.a", "yes").agenda.questions] == ["f.b"]
    assert consultation.answer("f.a", "no").next_question is None


def test_settled_in_every_case() -> None:
    """What is so in every completion is settled, with a proof for each, where three values alone say nothing."""
    from petr_advisor.explaining.explanations import how  # noqa: PLC0415

    needs = {"any": [{"f.a": "yes", "f.b": "yes"}, {"f.a": "no"}, {"f.b": "no"}]}
    consultation = Consultation.start(base_for(needs, f_a={}, f_b={}), date(2020, 1, 1), engine=engine("native"))
    assert consultation.situation.statuses("o") == {"open"}
    assert not consultation.memory.has("option:o:open")
    assert consultation.next_question is None
    explanation = how(consultation, "option:o")
    assert explanation is not None
    assert "dans tous les cas" in explanation.text.fr
    assert len(explanation.children) == 2
