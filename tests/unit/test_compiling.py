"""Clauses of the engine form: what is cut into several stays one condition."""

from datetime import date
from typing import Any

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import available, engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.properties.bases import ASK, TEXT

PARTS = 14
"""More than a clause may have."""


@pytest.fixture(scope="module")
def two_long_ways() -> KnowledgeBase:
    """A requirement met in either of two ways, each of fourteen conditions."""
    ways = [[f"{way}.f{number}" for number in range(PARTS)] for way in "ab"]
    facts = {fact: {"type": "yes_no", "label": TEXT, "ask": ASK} for way in ways for fact in way}
    needs = {"any": [{"all": [{fact: "yes"} for fact in way]} for way in ways]}
    raw: dict[str, Any] = {
        "sources": {"s": {"kind": "law", "title": TEXT}},
        "norms": {"n": {"topic": "t", "statement": TEXT, "sources": [{"id": "s"}], "confidence": "verified"}},
        "key_questions": {"q": {"title": TEXT, "text": TEXT, "order": 1}},
        "facts": facts,
        "options": {
            "o": {
                "answers": "q", "title": TEXT, "summary": TEXT, "norms": ["n"],
                "requires": {"one": {"title": TEXT, "needs": needs, "norms": ["n"]}},
            }
        },
    }  # fmt: skip
    return KnowledgeBase.model_validate(raw)


@pytest.mark.parametrize("name", available())
def test_two_long_ways_are_not_taken_for_one(two_long_ways: KnowledgeBase, name: str) -> None:
    """The first half of one way and the second half of the other are no way."""
    told = Consultation.start(
        two_long_ways, date(2020, 1, 1), engine=engine("durable" if name == "durable" else "native")
    )
    for number in range(PARTS):
        early = number < PARTS - 2
        told = told.answer(f"a.f{number}", early).answer(f"b.f{number}", not early)
    assert told.memory.has("option:o:closed")
    assert not told.memory.has("option:o:open")
