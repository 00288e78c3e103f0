"""A name that has to be known before its option is proposed is asked for, whatever it tests."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.options import Titled

from .conftest import real_base

NAMED = "crte-petr"
ANSWERS = {"structure.legal_form": "petr", "contract.crte_scale": "petr", "contract.state_signed": "no"}


def base_named(when: dict[str, object]) -> KnowledgeBase:
    """Give the real rule base where one option has a single name besides its own, which has to be known of a PETR."""
    base = real_base()
    awaits = {"structure.legal_form": "petr"}
    name = {"when": when, "awaits": awaits, "title": {"fr": "Un nom", "en": "A name"}}
    option = base.options[NAMED].model_copy(update={"titled": (Titled.model_validate(name),)})
    return base.model_copy(update={"options": {**base.options, NAMED: option}})


def state_line(found: Consultation) -> CourseLine[Consultation]:
    """Give the line on the contract of the State."""
    return next(line for line in found.course.lines if line.theme == "state")


@pytest.mark.parametrize(
    ("fact", "values", "answer"),
    [("leader.call_open", "yes", "no"), ("context.region", ["bretagne", "corse"], "normandie")],
)
def test_a_name_may_test_a_fact_as_no_rule_does(fact: str, values: object, answer: str) -> None:
    """No goal of the key question tests it so: the interview asks it all the same, and the answer lets propose."""
    found = Consultation.start(base_named({fact: values}), date(2026, 11, 24), ("contracts",), engine("native"))
    for each, value in ANSWERS.items():
        found = found.answer(each, value)
    held = state_line(found).held_up
    assert held is not None
    assert (held.by, held.facts) == ("named", ((fact, None),))
    while (question := found.next_question) is not None and question.fact != fact:
        found = found.dont_know(question.fact, question.of)
    assert question is not None
    assert question.tier == 1
    known = found.answer(fact, answer)
    assert state_line(known).held_up is None
    assert state_line(known).state == "proposed"
