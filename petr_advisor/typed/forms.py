"""The questions of a consultation by subject: of each what is still open, what was said, what no longer applies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.typed.entities import entity_kind
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

Standing = Literal["decisive", "refining", "answered", "aside"]
"""Of a question: it can change what is proposed, it refines it, it is answered, its answer does not apply for now."""
OTHER = "other"
"""The subject of facts that the vocabulary puts under none."""


@dataclass(frozen=True)
class Field:
    """One question of a form; one put to every entity of a list stands there once."""

    question: Question
    standing: Standing

    @property
    def fact(self) -> str:
        """The fact it asks for."""
        return self.question.fact

    @property
    def open(self) -> bool:
        """Whether an answer to it is still of use."""
        return self.standing in {"decisive", "refining"}


@dataclass(frozen=True)
class Form:
    """The questions of one subject: the decisive ones, those that refine, those answered, those without effect."""

    subject: str
    title: Text
    fields: tuple[Field, ...]

    @property
    def decisive(self) -> int:
        """How many questions can still change what is proposed."""
        return sum(field.standing == "decisive" for field in self.fields)

    @property
    def open(self) -> int:
        """How many questions are still of use."""
        return sum(field.open for field in self.fields)


ORDER: tuple[Standing, ...] = ("decisive", "refining", "answered", "aside")


def forms(
    consultation: Consultation, questions: Sequence[Question], set_aside: frozenset[FactKey] = frozenset()
) -> tuple[Form, ...]:
    """Give one form a subject, in the order of the vocabulary, those with nothing to show included.

    `questions` is what still matters, the first tier first; it may be of the answers before the last ones.
    """
    base = consultation.base
    fields: dict[str, Field] = {}
    for question in questions:
        if not _said(consultation, question.key):
            standing: Standing = "decisive" if question.tier == 1 else "refining"
            fields.setdefault(question.fact, Field(question, standing))
    for fact, of in _answered(consultation):
        standing = "aside" if (fact, of) in set_aside else "answered"
        fields.setdefault(fact, Field(Question(fact, of, base.facts[fact], 1), standing))
    by_subject: dict[str, list[Field]] = {key: [] for key in (*base.subjects, OTHER)}
    for field in sorted(fields.values(), key=lambda field: ORDER.index(field.standing)):
        by_subject[base.subject_of.get(field.fact, OTHER)].append(field)
    titles = {key: subject.title for key, subject in base.subjects.items()} | {OTHER: told("form.other")}
    return tuple(Form(key, titles[key], tuple(found)) for key, found in by_subject.items())


def _said(consultation: Consultation, key: FactKey) -> bool:
    entity = consultation.base.facts[key[0]].entity
    return key in consultation.state.answers or (entity is not None and entity in consultation.state.lists)


def _answered(consultation: Consultation) -> list[FactKey]:
    """Give what was answered, lists too; what the table of a list holds is changed there."""
    state, facts = consultation.state, consultation.base.facts
    in_tables = {fact for kind in state.lists for fact in entity_kind(consultation.base, kind).columns}
    lists: list[FactKey] = [(fact, None) for fact, kind in facts.items() if kind.entity in state.lists and kind.entity]
    answers = [key for key in state.answers if key[0] not in in_tables and facts[key[0]].askable]
    return [*lists, *answers]
