"""What plain prompts tell of a consultation: why a question is asked, its law, where everything stands."""

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.sheets import explanation_text, norm_text
from petr_advisor.documents.texts import clashes_text, statuses_text
from petr_advisor.explaining.explanations import why
from petr_advisor.words.texts import Language


def why_asked(held: Consultation, question: Question, language: Language) -> str:
    """Say what depends on a question."""
    return explanation_text(why(held, question), held.base, language)


def law_of(held: Consultation, question: Question, language: Language) -> str:
    """Give the norms that a question rests on."""
    return "\n".join(norm_text(held.base, norm, language) for norm in question.kind.norms)


def standing(held: Consultation, language: Language) -> str:
    """Say where the ways stand; of answers that exclude each other, which they are."""
    return (clashes_text if held.clashes else statuses_text)(held, language)
