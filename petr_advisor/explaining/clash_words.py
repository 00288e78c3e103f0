"""Answers that exclude each other, put into words: each answer of a clash with its value."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.clashes import Clash
from petr_advisor.explaining.tree import entity_name, leaf
from petr_advisor.inference.facts import FactKey, Known
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def answers_of(case: Case, clash: Clash) -> tuple[Text, ...]:
    """Say the answers of a clash, « nom : valeur », with the date of law where it is part of it."""
    found = [answer_text(case, key) for key in clash.answers]
    if clash.on_date:
        found.append(told("mark.labelled", label=told("clash.date-of-law"), value=case.as_of))
    return tuple(found)


def answer_text(case: Case, key: FactKey) -> Text:
    """Say one answer; a list by the names in it."""
    fact, of = key
    kind = case.base.facts[fact]
    if kind.entity is None:
        answer = case.state.answers[key]
        return leaf(case, fact, of, Known(answer.value, answer.by) if answer.value is not None else None).text
    listed = case.lists.get(kind.entity)
    names = ", ".join(entity_name(case, kind.entity, one) for one in listed.ids) if listed else "–"
    return told("mark.labelled", label=kind.label, value=names)


def clash_text(case: Case, clash: Clash) -> Text:
    """Say a clash in one go: what is impossible and what to check, then the answers it is made of."""
    return told("clash.told", message=clash.message, answers=answers_of(case, clash))
