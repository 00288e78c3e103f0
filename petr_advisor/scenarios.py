"""Scripted consultations: load, evaluate, compare with what they expect.

A scenario file holds a case (date of law, key questions, members, answers) and what must follow; `variants` are the
same case with some things changed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from petr_advisor.asking import Question
from petr_advisor.consultation import EARLIEST, LATEST, AnswerError, Consultation
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError, Problem, nearest
from petr_advisor.knowledge.texts import Entry, Text
from petr_advisor.knowledge.yaml_reader import Document, Path_, read_yaml

UNKNOWN = "unknown"
"""Written as an answer: « I do not know »."""

DUTY = "duty:"
"""Before the name of a rule, where both options and duties may be named."""

OneOrMore = str | tuple[str, ...]


class Expectations(Entry):
    """What must follow; what is not named is free."""

    options: dict[str, OneOrMore] = {}
    """Status of options: one, or several still possible."""
    requirements: dict[str, Literal["met", "unmet", "unknown", "not_applicable"]] = {}
    """State of requirements, by `option/name` or `group/name`."""
    cures: dict[str, Literal["available", "unavailable", "unknown"]] = {}
    """Whether cures are available."""
    duties: dict[str, Literal["established", "presumed", "absent"]] = {}
    """Duties, by rule, or by `rule@entity` for one entity."""
    deadlines: dict[str, date] = {}
    """Deadlines of duties as dates, by rule."""
    facts: dict[str, str | int | bool | date] = {}
    """Derived and measured facts; `unknown` for one that must stay unknown."""
    disputed: dict[str, tuple[str, ...]] = {}
    """Disputed points that change an option's status, or a duty (`duty:ID`); an empty list when none may."""
    readings: dict[str, dict[str, OneOrMore]] = {}
    """Status of options, and state of duties (`duty:ID`), under another reading, by `point=reading`."""
    first: str | None = None
    """The route ranked first."""
    ranking: tuple[str, ...] = ()
    """Routes in this order, others between them being free."""
    norms: dict[str, tuple[str, ...]] = {}
    """Norms that the explanation of a conclusion (`option:ID`, `duty:ID`, `requirement:KEY`) must cite."""
    asked: tuple[str, ...] = ()
    """Facts that the interview must ask."""
    never_asked: tuple[str, ...] = ()
    """Facts that it must not ask."""
    conflicts: tuple[str, ...] = ()
    """Conflicts found among the answers."""


class Variant(Entry):
    """The same case with some things changed."""

    title: Text
    """What is changed."""
    as_of: date | None = None
    """Another date of law."""
    answers: dict[str, Any] = {}
    """Answers that replace or complete those of the case."""
    members: tuple[dict[str, Any], ...] | None = None
    """Another list of members."""
    expect: Expectations = Expectations()
    """What must follow."""


class Origin(Entry):
    """Where a case comes from."""

    kind: Literal["real-case", "official-answer", "trap", "matrix", "made"]
    """A real territory, an official answer, a trap, a cell of the route matrix, or made for the test."""
    id: str | None = None
    """Its identifier in the collection it comes from."""
    reference: str
    """Act, answer, judgment or study, as one would cite it."""
    address: str | None = None
    """A public address."""


class ScenarioFile(Entry):
    """A file under `scenarios/`."""

    title: Text
    """What the case is about."""
    origin: Origin
    """Where it comes from."""
    territory: str | None = Field(default=None, min_length=1)
    """Name of the territory, for documents; the members name it when absent."""
    as_of: date
    """The date of law."""
    key_questions: tuple[str, ...] = ()
    """The key questions; all when empty."""
    members: tuple[dict[str, Any], ...] | None = None
    """The members: name, kind, population… and `siren` when known."""
    members_complete: bool = True
    """Whether all of them are there."""
    answers: dict[str, Any] = {}
    """Answers, by fact; `unknown` for « I do not know »."""
    expect: Expectations = Expectations()
    """What must follow."""
    variants: dict[str, Variant] = Field(default={})
    """Variants, by name."""


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

    def consultation(self, engine: Engine | None = None, as_of: date | None = None) -> Consultation:
        """Give the consultation with every answer given; FileError for an answer that cannot be taken."""
        try:
            found = Consultation.start(self.base, as_of or self.as_of, self.key_questions or None, engine)
            found = self.with_members(found)
            for fact, value in self.answers.items():
                found = found.dont_know(fact) if value == UNKNOWN else found.answer(fact, value)
        except AnswerError as error:
            if as_of is not None and not EARLIEST <= as_of <= LATEST:
                raise  # a date that the person gave, and not the file
            raise FileError([self.problem((), str(error))]) from error
        return found

    def with_members(self, consultation: Consultation) -> Consultation:
        """Give the list of members to a consultation."""
        if self.members is None:
            return consultation
        rows = {}
        for number, member in enumerate(self.members, 1):
            facts = {f"member.{key}": value for key, value in member.items() if key != "siren"}
            rows[entity_id(member, number)] = {fact: value for fact, value in facts.items() if value != UNKNOWN}
        if len(rows) != len(self.members):
            raise AnswerError("a member is listed twice")
        return consultation.list_entities("member", rows, complete=self.members_complete)

    def interview(
        self, engine: Engine | None = None, told: dict[Any, Question | None] | None = None
    ) -> tuple[Consultation, tuple[str, ...]]:
        """Hold the consultation as a person would, answering what is asked from the case; also give what was asked.

        `told` remembers what was asked after which answers, for cases that differ in few of them.
        """
        told = {} if told is None else told
        consultation = Consultation.start(self.base, self.as_of, self.key_questions or None, engine)
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

    def problem(self, path: Path_, message: str, near: str | None = None) -> Problem:
        """Make a problem about a place of this scenario."""
        return self.document.problem((*self.path, *path), message, near)


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


def scenario_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the scenario files of some files and folders; FileError for a path that does not exist."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.rglob("*.yaml"))
        elif path.is_file():
            found.append(path)
        else:
            raise FileError([Problem(str(path), 0, "", "no such file or folder")])
    return tuple(dict.fromkeys(found))


def load_scenario(path: Path, base: KnowledgeBase) -> Scenario:
    """Load the case of a file, without its variants."""
    return next(iter(load_scenarios(path, base)))


def load_scenarios(path: Path, base: KnowledgeBase) -> Iterator[Scenario]:
    """Load the case of a file and its variants; a FileError holds every problem of the file."""
    document = read_yaml(path)
    try:
        file = ScenarioFile.model_validate(document.data)
    except ValidationError as error:
        raise FileError([_problem(document, detail) for detail in error.errors()]) from error
    scenarios = list(_scenarios(path, document, file, base))
    problems = [
        problem for scenario in scenarios for problem in (*_unknown_names(scenario), *_other_questions(scenario))
    ]
    if problems:
        raise FileError(problems)
    yield from scenarios


def _scenarios(path: Path, document: Document, file: ScenarioFile, base: KnowledgeBase) -> Iterator[Scenario]:
    yield Scenario(
        path.stem, file.title, document, base, file.as_of, file.key_questions, file.members, file.members_complete,
        file.answers, file.expect, (), file.origin, file.territory,
    )  # fmt: skip
    for name, variant in file.variants.items():
        members = file.members if variant.members is None else variant.members
        yield Scenario(
            f"{path.stem}#{name}", variant.title, document, base, variant.as_of or file.as_of, file.key_questions,
            members, file.members_complete, {**file.answers, **variant.answers}, variant.expect, ("variants", name),
            file.origin, file.territory,
        )  # fmt: skip


def _problem(document: Document, detail: Any) -> Problem:
    path = tuple(part for part in detail["loc"] if part not in {"str", "tuple[str, ...]"})
    if detail["type"] == "extra_forbidden":
        model = Expectations if "expect" in path else ScenarioFile
        near = nearest(str(path[-1]), model.model_fields)
        return document.problem(path, f"unknown key `{path[-1]}`; expected {', '.join(model.model_fields)}", near)
    found = "" if detail["type"] == "missing" else f" (found {detail['input']!r:.60})"
    return document.problem(path, detail["msg"].removeprefix("Value error, ") + found)


def _unknown_names(scenario: Scenario) -> Iterator[Problem]:
    """Refuse expectations about things that the rule base does not hold."""
    base, expect = scenario.base, scenario.expect
    concluded = (*base.options, *(DUTY + key for key, rule in base.rules.items() if rule.duty))
    readings = [f"{point}={reading}" for point, found in base.disputed.items() for reading in found.readings]
    known: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("options", expect.options, base.options),
        ("cures", expect.cures, base.cures),
        ("duties", (key.partition("@")[0] for key in expect.duties), base.rules),
        ("deadlines", expect.deadlines, base.rules),
        ("facts", expect.facts, base.facts),
        ("disputed", expect.disputed, concluded),
        ("disputed", (p for points in expect.disputed.values() for p in points), base.disputed),
        ("readings", expect.readings, readings),
        ("readings", (key for found in expect.readings.values() for key in found), concluded),
        ("ranking", expect.ranking, base.options),
        ("norms", (n for norms in expect.norms.values() for n in norms), base.norms),
        ("asked", expect.asked, base.facts),
        ("never_asked", expect.never_asked, base.facts),
        ("conflicts", expect.conflicts, base.conflicts),
        ("requirements", expect.requirements, requirement_names(base)),
    )
    for key, names, valid in known:
        for name in set(names) - set(valid):
            yield scenario.problem(("expect", key, name), f"`{name}` is not in the rule base", nearest(name, valid))


def _other_questions(scenario: Scenario) -> Iterator[Problem]:
    """Refuse expectations about options of key questions that the scenario does not ask."""
    for option in scenario.expect.options:
        answers = scenario.base.options[option].answers if option in scenario.base.options else None
        if answers is not None and scenario.key_questions and answers not in scenario.key_questions:
            message = f"`{option}` answers `{answers}`, which is not among the key questions of the scenario"
            yield scenario.problem(("expect", "options", option), message)


def requirement_names(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the keys of all requirements: `option/name`, `group/name`."""
    groups = [f"{key}/{name}" for key, group in base.requirement_groups.items() for name in group.requires]
    return (*groups, *(f"{key}/{name}" for key, option in base.options.items() for name in option.requires))
