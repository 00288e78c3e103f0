"""The one place where a consultation is evaluated: decision diagrams bear one thread at a time.

Everything here runs in a worker thread, under one lock; what comes back is plain data that the screens only read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from petr_advisor.consulting.asking import Asked, Detail, Question, asked_as
from petr_advisor.consulting.breaches import Breach
from petr_advisor.consulting.clashes import Clash
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.offered import offered
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.consulting.to_find_out import Left
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.texts import pen_of_every_way
from petr_advisor.inference.facts import FactKey
from petr_advisor.territory.measures import Hint
from petr_advisor.typed.acts import recordable
from petr_advisor.words.texts import Language

LOCK = Lock()
"""Held by whoever makes a consultation compute something."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Evaluation:
    """What the screens show of a consultation."""

    consultation: Consultation
    wanted: tuple[Detail, ...]
    """The details wished for."""
    question: Question | None
    """The question to ask now; none once the statuses are settled and no detail wished for is left."""
    together: tuple[Question, ...]
    """The questions put at once with it, itself included: the lines of a checklist."""
    subject: str | None
    """The key question that it helps to answer."""
    details: Mapping[Detail, int]
    """The other details, each with how many questions it takes."""
    left: Left
    """How many questions are left of each kind."""
    questions: tuple[Question, ...]
    """Everything that still matters."""
    outcomes: tuple[QuestionOutcome, ...]
    answering: frozenset[str]
    """The options that the course consists in."""
    duties: tuple[DutyOutcome, ...]
    set_aside: frozenset[FactKey]
    clashes: tuple[Clash, ...]
    """Answers that exclude each other; while there are some nothing is concluded."""
    breaches: tuple[Breach, ...]
    """What the law does not allow of what is in place."""
    hints: dict[str, Hint]
    """What measurements suggest, by fact."""
    surveyed: Mapping[str, Hint]
    """What the register and the map settle without being asked, by fact."""
    inapplicable: frozenset[FactKey]
    """Facts of entities that do not apply to them."""
    offered: Mapping[FactKey, tuple[str, ...]] = field(default_factory=dict)
    """The choices that can still be true of each question that has some."""
    recordable: tuple[str, ...] = ()
    """The procedures of which acts can be recorded."""
    told: dict[Language, Pen] = field(default_factory=dict, compare=False)
    """What documents tell of it, in the languages it was read in so far."""

    def weighed_in(self, option: str) -> Consultation:
        """Give the case in which an option is weighed: that which the answers before its question leave."""
        found, weighed = self.consultation, self.consultation.base.options[option]
        return found.course.case_of(weighed.answers, weighed.theme)

    def to_settle(self, tier: int) -> tuple[str, ...]:
        """Give the facts still to settle in a tier, each once however many entities it is asked of."""
        return tuple(dict.fromkeys(question.fact for question in self.questions if question.tier == tier))

    def asks(self, tier: int) -> Mapping[Asked, tuple[str, ...]]:
        """Give the questions still to put in a tier, each with the facts that it takes: a checklist takes several.

        What is no longer asked by itself, and can still change the proposal, does not count among those that refine.
        """
        kept = (each for each in self.questions if each.tier == tier and each.fact not in self.left.unasked)
        return asked_as(self.consultation.asked_in, kept)

    @property
    def clashing(self) -> frozenset[FactKey]:
        """Give the answers that exclude each other."""
        return frozenset(key for clash in self.clashes for key in clash.answers)

    def options(self) -> tuple[OptionOutcome, ...]:
        """Give every option of each question, what is proposed first, then routes as they are ranked, then staying.

        A way of staying that is closed says nothing.
        """
        return tuple(
            found
            for answer in self.outcomes
            for found in sorted(
                (*answer.routes, *(stay for stay in answer.staying if stay.status != "closed")),
                key=lambda option: option.id not in self.answering,
            )
        )

    def statuses(self) -> dict[str, str]:
        """Give the status of every option."""
        return {found.id: found.status for found in self.options()}


def evaluate(consultation: Consultation, wanted: tuple[Detail, ...] = ()) -> Evaluation:
    """Compute everything the screens show of a consultation in which some details are wished for."""
    with LOCK:
        return _evaluate(consultation, wanted)


def tell(evaluation: Evaluation, language: Language) -> None:
    """Compute what documents tell of an evaluation, and keep it there."""
    with LOCK:
        if language not in evaluation.told:
            evaluation.told[language] = pen_of_every_way(evaluation.consultation, language)


def under_lock(compute: Callable[[], Result]) -> Result:
    """Compute something else of a consultation, such as an explanation."""
    with LOCK:
        return compute()


def _evaluate(consultation: Consultation, wanted: tuple[Detail, ...]) -> Evaluation:
    agenda = consultation.agenda
    facts = consultation.base.facts
    hints = {fact: hint for fact, kind in facts.items() if kind.measure and (hint := consultation.hint(fact))}
    asked = {question.fact for question in agenda.questions if question.of is not None}
    inapplicable = frozenset(
        (fact, entity)
        for fact in asked
        for entity in _entities(consultation, fact)
        if consultation.memory.applies(fact, entity) is False
    )
    question = agenda.next(wanted)
    return Evaluation(
        consultation=consultation,
        wanted=wanted,
        question=question,
        together=agenda.together(question) if question else (),
        subject=agenda.key_question_of(question) if question else None,
        details={detail: count for detail, count in consultation.left.details.items() if detail not in wanted},
        left=consultation.left,
        questions=agenda.questions,
        outcomes=consultation.outcomes,
        answering=frozenset(option.id for line in consultation.course.lines for option in line.options),
        duties=consultation.duties,
        set_aside=consultation.set_aside,
        clashes=consultation.clashes,
        breaches=consultation.breaches,
        hints=hints,
        surveyed=consultation.surveyed,
        inapplicable=inapplicable,
        offered={
            question.key: offered(consultation, question.key) for question in agenda.questions if question.kind.choices
        },
        recordable=recordable(consultation, consultation.outcomes),
    )


def _entities(consultation: Consultation, fact: str) -> tuple[str, ...]:
    listed = consultation.state.lists.get(consultation.base.facts[fact].of or "")
    return listed.ids if listed else ()
