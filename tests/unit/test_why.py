"""Why a question is asked is told, whatever its answer can change."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.explanations import why
from petr_advisor.inference.engines import engine


@pytest.mark.parametrize("key_question", sorted(load().key_questions))
def test_why_each_question_is_asked_is_told(key_question: str) -> None:
    """A status, a row of a choice table, a requirement: each is named; nothing fails for want of a word."""
    consultation = Consultation.start(load(), date(2026, 11, 24), [key_question], engine("native"))
    for _ in range(5):
        if (question := consultation.next_question) is None:
            break
        told = why(consultation, question)
        assert told.children
        assert all(child.text.fr and child.text.en for child in told.children)
        consultation = consultation.dont_know(*question.key)
