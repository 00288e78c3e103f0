"""Take what another program says: a case as it is saved, members, answers; or a saved consultation, by its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from petr_advisor.consulting.answers import GivenBy, Remark
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.saved import from_json, to_json
from petr_advisor.dossiers import resume
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.serving.asked import UNKNOWN, AnswerForm, CaseForm, Given, MemberForm, MembersForm, Request
from petr_advisor.territory.register import Register
from petr_advisor.typed.entities import IN_REGISTER, entity_kind, identifier, row_of_epci
from petr_advisor.typed.values import read
from petr_advisor.words.texts import Language, Text

MEMBER = "member"
"""The kind of entity that a list of members holds."""


class RequestError(PetrAdvisorError):
    """A request that cannot be followed; the text says why and what would do."""


@dataclass(frozen=True)
class Taken:
    """A case taken up."""

    consultation: Consultation
    set_apart: tuple[Text, ...] = ()
    """What of it could not be, in words, as the rule base does not know it."""


@dataclass(frozen=True)
class Desk:
    """What requests are answered with."""

    base: KnowledgeBase
    engine: Engine

    def take(self, request: Request) -> Taken:
        """Give the case of a request with what it says besides; RequestError or AnswerError when it cannot be."""
        found = self._case(request)
        said = self.with_said(found.consultation, request)
        return Taken(said.consultation, (*found.set_apart, *said.set_apart))

    def with_said(self, consultation: Consultation, request: Request) -> Taken:
        """Give a consultation in which the members, the answers and the rest of a request are said."""
        if request.members is not None:
            consultation = with_members(consultation, request.members, request.lang)
        consultation = with_answers(consultation, request.answers, request.lang)
        if not request.said:
            return Taken(consultation)
        form = case_form(consultation)
        return self.case(form.model_copy(update={"events": (*form.events, *request.said)}))

    def _case(self, request: Request) -> Taken:
        if request.dossier is None:
            return self.case(request.case)
        if request.case != CaseForm():
            raise RequestError.of("serving.case-or-dossier")
        resumed = resume(request.dossier, self.base, self.engine)
        return Taken(resumed.consultation, resumed.set_apart)

    def case(self, form: CaseForm) -> Taken:
        """Give the consultation that a case is."""
        as_of = form.as_of or today()
        begun = Consultation.start(self.base, as_of, form.key_questions, self.engine)
        saved = {**to_json(begun), "events": list(form.events)}
        try:
            found = from_json(saved, self.base, self.engine)
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise RequestError.of("serving.case-damaged") from error
        return Taken(found.consultation, found.set_apart)


def case_form(consultation: Consultation) -> CaseForm:
    """Give a consultation as a case to hand out."""
    saved = to_json(consultation)
    return CaseForm(
        as_of=consultation.as_of,
        key_questions=tuple(saved["key_questions"]),
        events=tuple(saved["events"]),
        rule_base=saved["rule_base"],
    )


def with_answers(consultation: Consultation, answers: Iterable[AnswerForm], language: Language) -> Consultation:
    """Take answers, in order; an AnswerError or a TypedError says what the first that cannot be taken would have to be.

    A question answered by a list of members is only answered here by « unknown ».
    """
    for answer in answers:
        remark = Remark(answer.note, answer.source, answer.supposed)
        if answer.value == UNKNOWN:
            consultation = consultation.dont_know(answer.fact, answer.of, remark)
        else:
            consultation = _answered(consultation, answer, remark, language)
    return consultation


def _answered(consultation: Consultation, answer: AnswerForm, remark: Remark, language: Language) -> Consultation:
    try:
        return consultation.answer(answer.fact, answer.value, answer.of, remark=remark)
    except AnswerError:
        kind = consultation.base.facts.get(answer.fact)
        if kind is None or kind.entity is not None or not isinstance(answer.value, str):
            raise
        return consultation.answer(answer.fact, read(kind, answer.value, language), answer.of, remark=remark)


def with_members(consultation: Consultation, form: MembersForm, language: Language) -> Consultation:
    """Take a list of members; what the register knows of those named by a SIREN is filled in by it."""
    remark = Remark(source=form.source, supposed=form.supposed)
    rows: dict[str, list[tuple[str, Any, GivenBy]]] = {}
    for member in form.members:
        of = member.id or member.siren or identifier(member.name or MEMBER, rows)
        if of in rows:
            raise RequestError.of("serving.member-twice", member=of)
        rows[of] = list(_facts(consultation, member, language))
    return consultation.list_entities_as_given(MEMBER, rows, complete=form.complete, remark=remark)


def _facts(consultation: Consultation, member: MemberForm, language: Language) -> Iterable[tuple[str, Any, GivenBy]]:
    base = consultation.base
    known: dict[str, tuple[Any, GivenBy]] = {}
    if member.siren is not None:
        epci = _register(consultation.as_of.year).get(member.siren)
        if epci is None and member.name is None:
            raise RequestError.of("serving.not-in-register", siren=member.siren)
        cells = row_of_epci(base, entity_kind(base, MEMBER), epci).cells if epci else {}
        known |= {fact: (cell.value, cell.by) for fact, cell in cells.items() if cell.value is not None}
    said: dict[str, Given] = {_in_full(fact): value for fact, value in member.facts.items()}
    if member.name is not None:
        said[f"{MEMBER}.{IN_REGISTER[0]}"] = member.name
    for fact, value in said.items():
        known.pop(fact, None)
        if value != UNKNOWN:
            known[fact] = (_value(consultation, fact, value, language), "user")
    return [(fact, value, by) for fact, (value, by) in known.items()]


def _in_full(fact: str) -> str:
    return fact if fact.startswith(f"{MEMBER}.") else f"{MEMBER}.{fact}"


def _value(consultation: Consultation, fact: str, value: Given, language: Language) -> Any:
    """Read what was typed for a fact of a member; what is a value as it stands, or no fact, is left to be checked."""
    try:
        consultation.list_entities(MEMBER, {"alone": {fact: value}})
    except AnswerError:
        kind = consultation.base.facts.get(fact)
        if kind is None or kind.of != MEMBER or not isinstance(value, str):
            raise
        return read(kind, value, language)
    return value


@cache
def _register(year: int) -> Register:
    return Register.nearest(knowledge_folder() / "territories", date(year, 1, 1))


def today() -> date:
    """Give the day, as the machine has it."""
    return date.today()  # noqa: DTZ011 - the date of law is a local day
