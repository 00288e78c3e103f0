"""A consultation on the rule base, with the procedures of `routes.yaml` in place of its own."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.base import KnowledgeBase
from tests.procedures.routes import beside

TODAY = date(2026, 11, 26)
PEOPLE = {"a": 30000, "b": 30000, "c": 15000}


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The rule base, with the procedures of `routes.yaml` in place of its own."""
    return beside(load())


@pytest.fixture
def consultation(base: KnowledgeBase) -> Consultation:
    rows = {key: {"member.kind": "cc", "member.population": size} for key, size in PEOPLE.items()}
    started = Consultation.start(base, TODAY, ["evolution"]).list_entities("member", rows)
    return started.answer("structure.legal_form", "closed_syndicate")
