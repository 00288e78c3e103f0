"""The form of a scenario file.

It holds a case (date of law, key questions, members, answers) and what must follow; `variants` are the same case with
some things changed.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from petr_advisor.consulting.sureness import Label
from petr_advisor.scenarios.act_form import (
    ActDone,
    ActExpected,
    ChangeExpected,
    ProgressExpected,
    SlipExpected,
    TallyExpected,
)
from petr_advisor.scenarios.law_form import LawExpected
from petr_advisor.scenarios.plan_form import Planned, PlannedAct
from petr_advisor.words.texts import Entry, Text

UNKNOWN = "unknown"
"""Written as an answer: « I do not know »."""

DUTY = "duty:"
"""Before the name of a rule, where both options and duties may be named."""

OneOrMore = str | tuple[str, ...]


class Expectations(Entry):
    """What must follow; what is not named is free."""

    options: dict[str, OneOrMore] = {}
    """Status of options: one, or several still possible."""
    requirements: dict[str, Literal["met", "unmet", "unknown", "not_applicable", "to_come"]] = {}
    """State of requirements, by `option/name` or `group/name`; for an act, `met` is obtained, `unmet` refused."""
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
    proposal: dict[str, OneOrMore] = {}
    """The answer of the course to key questions, by question or `question/theme`: an option, or the state of the line
    (`to_settle`, `moot`, `tied`, `none`), or both as `done:ID`, `stay:ID`."""
    course: tuple[str, ...] = ()
    """Options of the course in this order, others between them being free."""
    sure: dict[str, Label] = {}
    """How sure the answer is, by key question or `question/theme`."""
    not_said: tuple[str, ...] = ()
    """Options that the course must not propose, and duties (`duty:ID`) that must not follow."""
    norms: dict[str, tuple[str, ...]] = {}
    """Norms that the explanation of a conclusion (`option:ID`, `duty:ID`, `requirement:KEY`) must cite."""
    asked: tuple[str, ...] = ()
    """Facts that the interview must ask."""
    never_asked: tuple[str, ...] = ()
    """Facts that it must not ask."""
    breaches: tuple[str, ...] | None = None
    """The breaches, by `regime/condition`; all of them, an empty list when there is none."""
    terms: dict[str, date | None] | None = None
    """The events by law to come with their days, none where it is not known; all of them."""
    conflicts: tuple[str, ...] = ()
    """Conflicts found among the answers."""
    planned: Planned | None = None
    """Which plan is made, and what it must say as a whole."""
    plan: dict[str, PlannedAct | Literal["absent"]] = {}
    """The days of acts of the plan and the state of their legal day, by `procedure/act`; `absent` when not planned."""
    progress: dict[str, ProgressExpected] = {}
    """How far procedures have come."""
    next_change: dict[str, ChangeExpected | None] = {}
    """What comes next in a procedure if nobody does anything; null when nothing does."""
    tally: dict[str, TallyExpected] = {}
    """How votes are counted, by `procedure/act`."""
    acts: dict[str, ActExpected] = {}
    """Acts as they are in the case, by `procedure/act`."""
    slips: tuple[SlipExpected, ...] = ()
    """Acts recorded that cannot be as they are said; all of them are named."""
    law: LawExpected = LawExpected()
    """The law as it is written, whatever the case: procedures act by act, terms of cures and duties, days of norms."""


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
    acts: tuple[ActDone, ...] | None = None
    """Other acts done."""
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
    acts: tuple[ActDone, ...] = ()
    """The acts done, with their days, and the votes of members."""
    expect: Expectations = Expectations()
    """What must follow."""
    variants: dict[str, Variant] = Field(default={})
    """Variants, by name."""
