"""The short form of what is explained: the answer and its decisive reasons, in three lines."""

from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import in_order
from petr_advisor.documents.building.breaking import breach_parts, term_parts
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import answer_in_short
from petr_advisor.documents.building.unsettled import provisional
from petr_advisor.documents.model_options import Reason
from petr_advisor.explaining.explanations import Explanation
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

REASONS = 3
"""How many reasons are given."""


def short_text(consultation: Consultation, language: Language) -> str:
    """Write the answer to each key question and the reasons that decide it; the clashes must have been told before."""
    desk = Desk(language, consultation=consultation)
    first = [f"! {part.title}" for part in breach_parts(desk)]
    first += [f"! {desk.labelled(part.title, part.does)}" for part in term_parts(desk)]
    first += [said] if (said := provisional(desk)) and not consultation.clashes else []
    lines = [*first, ""] if first else []
    for question in in_order(consultation):
        short = answer_in_short(consultation, question, language)
        title = consultation.base.key_questions[question].title.in_(language)
        lines += [title, *(f"  → {decision}" for decision in short.decisions)]
        lines += [f"  ! {said}" for said in short.despite]
        lines += [f"  {short.supposes}"] if short.supposes else []
        lines += [f"  {number}. {_said(reason, language)}" for number, reason in enumerate(short.reasons, 1)]
        lines += [f"  {short.explanation}"] if short.explanation and not short.reasons else []
        lines += [*(f"  {sure}" for sure in short.sure), ""]
    return "\n".join(lines[:-1])


def _said(reason: Reason, language: Language) -> str:
    cited = Voice(language).listed(found.place for found in reason.citations)
    return f"{reason.text} [{cited}]" if cited else reason.text


def shortened(explanation: Explanation) -> Explanation:
    """Keep of a proof its conclusion and what it rests on first, without what these rest on in turn."""
    return replace(explanation, children=tuple(replace(child, children=()) for child in explanation.children[:REASONS]))
