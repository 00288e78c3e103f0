"""What is told to another program: the form of each reply."""

from petr_advisor.documents.model_breaches import BreachPart, TermPart
from petr_advisor.documents.model_options import ProofPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.serving.asked import CaseForm
from petr_advisor.serving.told import (
    DutyTold,
    FactName,
    FoundTold,
    LineTold,
    NormTold,
    OptionChangeTold,
    QuestionOutcomeTold,
    QuestionTold,
    Told,
)


class Reply(Told):
    """What every reply holds: the case, to be handed in again, and the norms cited in it."""

    case: CaseForm
    """The case with what was said."""
    notices: tuple[str, ...] = ()
    """What is to be known with it: no legal advice, until when the law was read, what could not be taken up."""
    conflicts: tuple[str, ...] = ()
    """Answers that exclude each other: while there are some, nothing is concluded."""
    norms: dict[str, NormTold] = {}
    """The norms cited, by identifier."""


class NextReply(Reply):
    """What to ask next."""

    next_question: QuestionTold | None
    """The question that settles most; none when nothing that is missing can change anything."""
    decisive_left: int
    """How many questions can still change the status of an option or what is proposed; a checklist counts as one."""
    provisional: bool
    """Whether what is proposed may still change."""


class CourseReply(Reply):
    """What is proposed."""

    course: tuple[LineTold, ...]
    """One answer to each key question, in the order in which they are carried out."""
    decisive_left: int
    """How many questions can still change it; a checklist counts as one."""


class OutcomesReply(Reply):
    """Every option with its status."""

    questions: tuple[QuestionOutcomeTold, ...]
    """By key question; none while answers exclude each other."""


class Conclusions(CourseReply):
    """Everything that follows."""

    questions: tuple[QuestionOutcomeTold, ...]
    """By key question; none while answers exclude each other."""
    duties: tuple[DutyTold, ...]
    """What is owed, allowed, forbidden, advised, to be feared."""
    breaches: tuple[BreachPart, ...]
    """What a body no longer is although it has to be."""
    terms: tuple[TermPart, ...]
    """What the law itself will do on a known day."""
    unknown: tuple[FactName, ...]
    """Facts answered « I do not know »: points to settle."""
    supposed: tuple[FactName, ...]
    """Facts that are only supposed, to be confirmed."""
    next_question: QuestionTold | None
    """What to ask next."""


class ExplanationReply(Reply):
    """An explanation."""

    text: str
    """As sentences, one a line."""
    tree: ProofPart
    """The same as a tree, each node with the norms it rests on."""


class WhatIfReply(Reply):
    """What would change; the case is given back as it was handed in."""

    text: str
    """What changes, in sentences."""
    options: tuple[OptionChangeTold, ...]
    """Options whose status changes."""
    course_before: tuple[LineTold, ...]
    """What is proposed."""
    course_after: tuple[LineTold, ...]
    """What would be."""


class PlanReply(Reply):
    """A plan."""

    plan: Roadmap | None
    """Each act with its days; none where there is nothing to plan."""
    why_none: str | None
    """Why there is none."""
    text: str
    """The plan in words."""


class SearchReply(Told):
    """What was found, best first."""

    found: tuple[FoundTold, ...]
    """Each thing found."""
    norms: dict[str, NormTold]
    """The norms found or behind what was found, by identifier."""
    notices: tuple[str, ...]
    """What is to be known with it."""


class Document(Told):
    """A document."""

    content: bytes
    """The file."""
    format: str
    """Its format."""


class NamesReply(Told):
    """The saved consultations."""

    dossiers: tuple[str, ...]
    """Their names, the latest first."""
