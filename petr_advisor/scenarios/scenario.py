"""A scripted consultation: started with every answer given, or held as a person would."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import EARLIEST, LATEST, AnswerError, Consultation
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.knowledge.yaml_reader import Document, Path_
from petr_advisor.procedures.record import Done
from petr_advisor.scenarios.act_form import ActDone
from petr_advisor.scenarios.form import UNKNOWN, Expectations, Origin
from petr_advisor.scenarios.law_form import LawExpected
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Scenario:
    """One case to evaluate: the file's own, or a variant."""

    name: str
    """The file's stem, with `#variant` for a variant."""
    title: Text
    document: Document
    base: KnowledgeBase
    as_of: date
    key_questions: tuple[str, ...]
    members: tuple[dict[str, Any], ...] | None
    members_complete: bool
    answers: Mapping[str, Any]
    expect: Expectations
    path: Path_
    """Where it stands inside the file."""
    origin: Origin
    """Where the case comes from."""
    territory: str | None = None
    """Name of the territory, where the file gives it."""
    acts: tuple[ActDone, ...] = ()
    """The acts done."""
    case: Text | None = None
    """The title of the file, for a variant: what it is a variant of."""

    @property
    def states_the_law(self) -> bool:
        """Whether it is no case: it says the law a second time, and nothing of a territory."""
        return self.expect.law != LawExpected() and self.members is None and not self.answers

    def consultation(self, engine: Engine | None = None, as_of: date | None = None) -> Consultation:
        """Give the consultation with every answer given; a FileError holds all that cannot be taken."""
        try:
            found = Consultation.start(self.base, as_of or self.as_of, self.key_questions or None, engine)
        except AnswerError as error:
            if as_of is not None and not EARLIEST <= as_of <= LATEST:
                raise  # a date that the person gave, and not the file
            raise FileError([self.problem(("as_of",), error.text)]) from error
        problems: list[Problem] = []
        try:
            found = self.with_members(found)
        except AnswerError as error:
            problems += list(self._in_members(found)) or [self._at(("members",), error.text)]
        for fact, value in self.answers.items():
            try:
                found = found.dont_know(fact) if value == UNKNOWN else found.answer(fact, value)
            except AnswerError as error:
                problems.append(self._at(("answers", fact), _about(error, fact)))
        for number, act in enumerate(self.acts):
            try:
                found = found.record(self._done(act))
            except AnswerError as error:
                problems.append(self._at(("acts", number), error.text))
        if problems:
            raise FileError(problems)
        return found

    @property
    def ids(self) -> dict[str, str]:
        """The identifiers of members, by name and by themselves."""
        found = {}
        for number, member in enumerate(self.members or (), 1):
            found[str(member.get("name", ""))] = found[entity_id(member, number)] = entity_id(member, number)
        return found

    def _done(self, act: ActDone) -> Done:
        member = self.ids.get(act.member, act.member) if act.member is not None else None
        return Done(
            act.procedure,
            act.act,
            act.on,
            act.result or "carried",
            member,
            act.received,
            act.effect,
            act.attempt,
            only_received=act.result is None,
        )

    def _in_members(self, consultation: Consultation) -> Iterator[Problem]:
        """Find the values that keep the list of members from being taken."""
        for number, member in enumerate(self.members or ()):
            for key, value in member.items():
                if key == "siren" or value == UNKNOWN:
                    continue
                try:
                    consultation.list_entities("member", {"alone": {f"member.{key}": value}})
                except AnswerError as error:
                    yield self._at(("members", number, key), _about(error, f"member.{key}"))

    def with_members(self, consultation: Consultation) -> Consultation:
        """Give the list of members to a consultation; an empty one says nothing, as no body is without members."""
        if not self.members:
            return consultation
        rows = {}
        for number, member in enumerate(self.members, 1):
            facts = {f"member.{key}": value for key, value in member.items() if key != "siren"}
            rows[entity_id(member, number)] = {fact: value for fact, value in facts.items() if value != UNKNOWN}
        if len(rows) != len(self.members):
            raise AnswerError.of("check.member-twice")
        return consultation.list_entities("member", rows, complete=self.members_complete)

    def interview(
        self, engine: Engine | None = None, told: dict[Any, Question | None] | None = None
    ) -> tuple[Consultation, tuple[str, ...]]:
        """Hold the consultation as a person would, answering what is asked from the case; also give what was asked.

        `told` remembers what was asked after which answers, for cases that differ in few of them.
        """
        told = {} if told is None else told
        consultation = Consultation.start(self.base, self.as_of, self.key_questions or None, engine)
        for act in self.acts:
            consultation = consultation.record(self._done(act))
        asked: dict[str, None] = {}
        while (question := _next(consultation, told)) is not None:
            asked[question.fact] = None
            if question.kind.entity:
                consultation = (
                    self.with_members(consultation)
                    if self.members is not None
                    else consultation.dont_know(question.fact)
                )
                continue
            value = UNKNOWN if question.of else self.answers.get(question.fact, UNKNOWN)
            if value == UNKNOWN:
                consultation = consultation.dont_know(question.fact, question.of)
            else:
                consultation = consultation.answer(question.fact, value)
        return consultation, tuple(asked)

    def _at(self, path: Path_, message: Text) -> Problem:
        """Make a problem about something that a variant says, or takes from the case it is a variant of."""
        own = (*self.path, *path[:2])
        return self.problem(path, message) if own in self.document.lines else self.document.problem(path, message)

    def problem(self, path: Path_, message: Text, near: str | None = None) -> Problem:
        """Make a problem about a place of this scenario."""
        return self.document.problem((*self.path, *path), message, near)


def _about(error: AnswerError, fact: str) -> Text:
    """Tell what is wrong with an answer, beside the fact's name."""
    text = error.text
    return Text(fr=text.fr, en=text.en.removeprefix(f"{fact}: "))


def _next(consultation: Consultation, told: dict[Any, Question | None]) -> Question | None:
    place = (consultation.as_of, consultation.key_questions, consultation.events)
    if place not in told:
        told[place] = consultation.next_question
    return told[place]


def entity_id(member: Mapping[str, Any], number: int) -> str:
    """Give the identifier of a member: its SIREN number, or a slug of its name."""
    if siren := member.get("siren"):
        return str(siren)
    slug = re.sub(r"[^a-z0-9]+", "-", str(member.get("name", "")).lower()).strip("-")
    return slug or f"m{number}"
