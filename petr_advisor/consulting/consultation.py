"""A consultation: what to ask next, and what follows from the answers. The library's public face.

    >>> consultation = Consultation.start(load(), date(2026, 11, 24))
    >>> consultation = consultation.answer("structure.legal_form", "association")
    >>> consultation.next_question.text.fr

A consultation is a frozen value: each operation gives another one, and nothing is ever changed in place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from petr_advisor.consulting.admitting import (
    AnswerError as AnswerError,  # noqa: PLC0414 - those who hold a consultation take it from here
)
from petr_advisor.consulting.admitting import (
    check_act,
    check_fact,
    check_list,
    checked,
    checked_of,
    fitting,
    hint,
)
from petr_advisor.consulting.agreeing import agreed
from petr_advisor.consulting.answers import (
    NO_REMARK,
    Answered,
    Chosen,
    Event,
    GivenBy,
    Listed,
    Recorded,
    Remark,
    Seated,
    Skipped,
    Struck,
    Withdrawn,
)
from petr_advisor.consulting.asking import Agenda, Detail, Question, agenda
from petr_advisor.consulting.blocked import told_by_votes
from petr_advisor.consulting.breaches import Breach, TermOutcome, breaches, terms
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.clashes import Clash, clashes
from petr_advisor.consulting.course import Course, course
from petr_advisor.consulting.duties import DutyOutcome, duties, duties_otherwise
from petr_advisor.consulting.following import no_surer_than_what_follows
from petr_advisor.consulting.hopeful import hopeful
from petr_advisor.consulting.outcomes import QuestionOutcome, first_route, question_outcome
from petr_advisor.consulting.proposals import proposal_goals
from petr_advisor.consulting.running import progress_of
from petr_advisor.consulting.sureness import Sureness, of_the_same_acts, resting_on, sureness
from petr_advisor.inference.engines import default_engine, engine
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import FIRST_DAY, LAW_READ_UP_TO
from petr_advisor.knowledge.problems import unknown
from petr_advisor.procedures.record import Done, Result
from petr_advisor.procedures.under_readings import Told
from petr_advisor.territory.seats import MAX_SEATS
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

if TYPE_CHECKING:
    from petr_advisor.consulting.to_find_out import Left

EARLIEST = FIRST_DAY
"""First day of the law; before it there is no PETR."""
LATEST = date(2035, 12, 31)
"""Beyond this day nothing is known of the law."""
MAX_ENTITIES = 200
"""More members than any structure has."""


@dataclass(frozen=True, eq=False)
class Consultation(Case):
    """Answers given to a rule base on a date, and everything that follows."""

    @classmethod
    def start(
        cls,
        base: KnowledgeBase,
        as_of: date,
        key_questions: Iterable[str] | None = None,
        engine: Engine | None = None,
    ) -> "Consultation":
        """Begin a consultation; AnswerError for a date out of range or an unknown key question."""
        if not EARLIEST <= as_of <= LATEST:
            raise AnswerError.of("answer.day-outside", as_of=as_of, low=EARLIEST, high=LATEST, read=LAW_READ_UP_TO)
        chosen = tuple(key_questions or sorted(base.key_questions, key=lambda key: base.key_questions[key].order))
        for key in chosen:
            if key not in base.key_questions:
                raise AnswerError(*unknown(key, base.key_questions, "unknown key question", "question clé inconnue"))
        return cls(base, as_of, chosen, engine or default_engine())

    # -- saying things -----------------------------------------------------------------------------------------

    def answer(
        self, fact: str, value: Any, of: str | None = None, by: GivenBy = "user", remark: Remark = NO_REMARK
    ) -> "Consultation":
        """Give a value for a fact, as written in a file (`yes`, `association`, 42000, 2/3, 2014-07-27) or typed."""
        return self._then(Answered((fact, of), checked(self, fact, of, value), by, fitting(remark)))

    def dont_know(self, fact: str, of: str | None = None, remark: Remark = NO_REMARK) -> "Consultation":
        """Answer « I do not know »: never asked again, kept as a point to settle."""
        check_fact(self, fact, of)
        kind = self.base.facts[fact]
        if kind.entity:
            return self.cannot_list(kind.entity, remark)
        return self._then(Answered((fact, of), None, remark=fitting(remark)))

    def annotate(self, fact: str, of: str | None = None, remark: Remark = NO_REMARK) -> "Consultation":
        """Put a note or a source on the answer in force for a fact or a list, in the place of those it has.

        AnswerError where there is no answer. A remark that supposes nothing confirms an answer that was supposed.
        """
        check_fact(self, fact, of)
        kind = self.base.facts[fact].entity
        if kind is None and (answer := self.state.answers.get((fact, of))) is not None:
            return self._then(Answered((fact, of), answer.value, answer.by, fitting(remark)))
        listed = next((e for e in reversed(self.events) if isinstance(e, Listed) and e.kind == kind), None)
        if listed is None:
            raise AnswerError.of("answer.nothing-to-annotate", fact=self.base.facts[fact].label)
        return self._then(_relisted(listed, fitting(remark)))

    def skip(self, fact: str, of: str | None = None) -> "Consultation":
        """Put a question off: it comes back last."""
        check_fact(self, fact, of)
        return self._then(Skipped((fact, of)))

    def withdraw(self, fact: str, of: str | None = None) -> "Consultation":
        """Take an answer back."""
        check_fact(self, fact, of)
        return self._then(Withdrawn((fact, of)))

    def deny(self, fact: str, value: str, of: str | None = None) -> "Consultation":
        """Say which of several values is not the answer: the question is open, without it."""
        return self._then(Withdrawn((fact, of), str(checked(self, fact, of, value))))

    def list_entities(
        self,
        kind: str,
        entities: Mapping[str, Mapping[str, Any]],
        *,
        by: GivenBy = "user",
        complete: bool = True,
        remark: Remark = NO_REMARK,
    ) -> "Consultation":
        """Give the entities of a list, with the facts known of each: {identifier: {fact: value}}."""
        rows = {of: [(fact, value, by) for fact, value in values.items()] for of, values in entities.items()}
        return self.list_entities_as_given(kind, rows, complete=complete, remark=remark)

    def list_entities_as_given(
        self,
        kind: str,
        rows: Mapping[str, Iterable[tuple[str, Any, GivenBy]]],
        *,
        complete: bool = True,
        remark: Remark = NO_REMARK,
    ) -> "Consultation":
        """Give the entities of a list, each fact with who gave it: {identifier: [(fact, value, given by), …]}."""
        check_list(self, kind)
        if len(rows) > MAX_ENTITIES:
            raise AnswerError.of("answer.too-many", n=len(rows), most=MAX_ENTITIES)
        checked = tuple(
            (identifier, tuple((fact, checked_of(self, kind, fact, value), by) for fact, value, by in values))
            for identifier, values in rows.items()
        )
        return self._then(Listed(kind, checked, complete, fitting(remark)))

    def cannot_list(self, kind: str, remark: Remark = NO_REMARK) -> "Consultation":
        """Say that the entities of a list cannot be given: their summaries are then asked instead."""
        check_list(self, kind)
        return self._then(Listed(kind, None, remark=fitting(remark)))

    def choose(self, question: str, option: str | None) -> "Consultation":
        """Choose an option for a key question, or take the choice back with None."""
        if option is not None and (option not in self.base.options or self.base.options[option].answers != question):
            raise AnswerError(
                f"`{option}` does not answer `{question}`{hint(option, self.base.options)}",
                fr=f"« {option} » ne répond pas à la question « {question} »",
            )
        return self._then(Chosen(question, option))

    def seat(self, seats: Mapping[str, int]) -> "Consultation":
        """Keep a distribution of the seats of the council, by member; none takes it back."""
        listed = self.state.lists.get("member")
        for member, number in seats.items():
            if listed is None or member not in listed.ids:
                raise AnswerError.of("answer.seat-of-nobody", member=member)
            if type(number) is not int or not 0 <= number <= MAX_SEATS:
                raise AnswerError.of("answer.not-seats", number=repr(number), most=MAX_SEATS)
        return self._then(Seated(tuple(seats.items())))

    def record(self, done: Done) -> "Consultation":
        """Record an act of a procedure, or the vote of a member in it; AnswerError for one that does not exist."""
        check_act(self, done.procedure, done.act)
        for day in (done.on, done.received, done.effect):
            if day is not None and not EARLIEST <= day <= LATEST:
                raise AnswerError.of("answer.day-of-act", day=day, low=EARLIEST, high=LATEST)
        if done.result not in get_args(Result) or type(done.attempt) is not int or done.attempt < 1:
            raise AnswerError.of("answer.not-a-result", value=str(done.result))
        return self._then(Recorded(done))

    def strike(self, procedure: str, act: str, member: str | None = None, attempt: int = 1) -> "Consultation":
        """Take back what was recorded of an act, or of a member's vote in it."""
        check_act(self, procedure, act)
        return self._then(Struck(procedure, act, member, attempt))

    def undo(self) -> "Consultation":
        """Go back to before the last thing said."""
        return replace(self, events=self.events[:-1])

    def on(self, as_of: date) -> "Consultation":
        """Hold the same consultation at another date of law."""
        return replace(self.start(self.base, as_of, self.key_questions, self.engine), events=self.events)

    def about(self, key_questions: Iterable[str]) -> "Consultation":
        """Hold the same consultation on other key questions; AnswerError for one that there is not."""
        return replace(self.start(self.base, self.as_of, key_questions, self.engine), events=self.events)

    def under(self, readings: Mapping[str, str]) -> "Consultation":
        """Hold the same consultation with some disputed points read otherwise."""
        return replace(self, readings=dict(readings))

    def _then(self, event: Event) -> "Consultation":
        return replace(self, events=(*self.events, event))

    # -- what to ask, what follows -----------------------------------------------------------------------------

    @cached_property
    def agenda(self) -> Agenda:
        """The questions that matter, the most useful first."""
        told = told_by_votes(self, self.progress.values())
        return agenda(self, proposal_goals(self, self.course), hopeful(self, self.course), told)

    @cached_property
    def left(self) -> "Left":
        """How many questions are left of each kind."""
        from petr_advisor.consulting.to_find_out import left  # noqa: PLC0415 - it looks at the whole consultation

        return left(self)

    @property
    def next_question(self) -> Question | None:
        """The question expected to settle most, or None when nothing unanswered can change an open goal."""
        return self.agenda.first

    def next_question_for(self, *details: Detail) -> Question | None:
        """Give the next question when only some details are wanted; none, until the statuses are settled."""
        return self.agenda.next(details)

    @cached_property
    def outcomes(self) -> tuple[QuestionOutcome, ...]:
        """The answer to each key question: options ranked, with requirements, cures, merits and steps."""
        return tuple(question_outcome(self, key) for key in self.key_questions)

    @cached_property
    def course(self) -> "Course[Consultation]":
        """One answer to each key question, so that together they hold: what is proposed."""
        return agreed(self, course(self))

    @cached_property
    def sureness(self) -> Mapping[tuple[str, str | None], Sureness]:
        """How sure each answer of the course is, by key question and theme; lines that give no answer are left out."""
        found: dict[tuple[str, str | None], Sureness] = {}
        for place, line in enumerate(self.course.lines):
            if sure := sureness(line, found, self.terms, self.course.lines[:place], self.progress, self):
                found[line.question, line.theme] = sure
        lines = self.course.lines
        return no_surer_than_what_follows(lines, resting_on(lines, of_the_same_acts(lines, found)))

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Answers that exclude each other; while there are some, no conclusion is to be drawn."""
        return clashes(self)

    @cached_property
    def progress(self) -> Mapping[str, Told]:
        """How far each procedure that has been started has come, with the readings that differ."""
        return progress_of(self)

    @cached_property
    def breaches(self) -> tuple[Breach, ...]:
        """Conditions that a body no longer meets although it has to."""
        return breaches(self)

    @cached_property
    def terms(self) -> tuple[TermOutcome, ...]:
        """What the law itself will do on a known day."""
        return terms(self)

    @cached_property
    def duties(self) -> tuple[DutyOutcome, ...]:
        """Obligations, permissions, prohibitions, recommendations and warnings that follow."""
        return duties(self)

    @cached_property
    def duties_otherwise(self) -> tuple[DutyOutcome, ...]:
        """Duties that would follow under other readings of disputed points."""
        return duties_otherwise(self)

    @cached_property
    def plans(self) -> Mapping[str, str]:
        """The option retained for each key question on which others depend: the one chosen, else the best so far.

        What is only supposed so is worked out by the native engine, as is all that is supposed (`supposing`).
        """
        plans = dict(self.state.chosen)
        for key in self.compiled.plans:
            if key not in plans and (best := first_route(replace(self.put_to(key), engine=engine("native")), key)):
                plans[key] = best
        return plans

    def put_to(self, question: str) -> Case:
        """Give the same answers, put to one key question."""
        return Case(self.base, self.as_of, (question,), self.engine, self.events)


def _relisted(listed: Listed, remark: Remark) -> Listed:
    """Give a list again with another remark, and none of its facts: those in force are kept as they are."""
    rows = None if listed.entities is None else tuple((of, ()) for of, _ in listed.entities)
    return replace(listed, entities=rows, remark=remark)


def read_up_to(as_of: date) -> Text | None:
    """Say until when the law was read, for a date of law that is later."""
    return told("law-read-up-to", day=LAW_READ_UP_TO) if as_of > LAW_READ_UP_TO else None
