"""Answers that exclude each other, put into words: each answer of a clash with its value."""

from petr_advisor.case import Case
from petr_advisor.clashes import Clash
from petr_advisor.explaining.tree import entity_name, leaf, said
from petr_advisor.inference.facts import FactKey, Known
from petr_advisor.knowledge.texts import Text
from petr_advisor.wording import day

HELD_BACK = Text(
    fr="Des réponses s’excluent l’une l’autre : aucune conclusion n’est donnée tant qu’elles ne sont pas corrigées.",
    en="Some answers exclude each other: no conclusion is given until they are corrected.",
)
TO_CHECK = Text(fr="Réponses à vérifier", en="Answers to check")
DATE_OF_LAW = Text(fr="date du droit", en="date of law")


def answers_of(case: Case, clash: Clash) -> tuple[Text, ...]:
    """Say the answers of a clash, « nom : valeur », with the date of law where it is part of it."""
    found = [answer_text(case, key) for key in clash.answers]
    if clash.on_date:
        found.append(said(DATE_OF_LAW, Text(fr=day(case.as_of, "fr"), en=day(case.as_of, "en"))))
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
    return said(kind.label, Text(fr=names, en=names))


def clash_text(case: Case, clash: Clash) -> Text:
    """Say a clash in one go: what is impossible and what to check, then the answers it is made of."""
    answers = answers_of(case, clash)
    return Text(
        fr=f"{clash.message.fr} {TO_CHECK.fr} : {' ; '.join(answer.fr for answer in answers)}.",
        en=f"{clash.message.en} {TO_CHECK.en}: {'; '.join(answer.en for answer in answers)}.",
    )
