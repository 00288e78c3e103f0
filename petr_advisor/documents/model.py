"""What a report says, apart from how it looks: one frozen value in one language, with a versioned form."""

from typing import Literal

from petr_advisor.documents.model_ballots import BallotPart
from petr_advisor.documents.model_breaches import BreachPart, TermPart, TodayPart
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.model_map import MapPart
from petr_advisor.documents.model_matters import (
    AnswerPart,
    ConflictPart,
    DisputedPart,
    DutyPart,
    Governance,
    NormPart,
    SettlePart,
    SourcePart,
)
from petr_advisor.documents.model_money import Funding, Perimeters
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.model_options import QuestionPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.documents.model_running import RunningPart, SlipPart
from petr_advisor.documents.parts import Part, Words
from petr_advisor.documents.sizes import Annex, Size
from petr_advisor.words.texts import Language

FORMAT: Literal[5] = 5
"""The version of the form; it changes when a reader written for an earlier one would go wrong."""


class Report(Part):
    """Everything that a document says."""

    format: Literal[5] = FORMAT
    """The version of this form."""
    size: Size = "file"
    """How much of it a document tells."""
    without: tuple[Annex, ...] = ()
    """The annexes that a document leaves out."""
    language: Language
    """The language of every text."""
    cover: Cover
    """The first page."""
    conflicts: tuple[ConflictPart, ...]
    """Answers that exclude each other."""
    running: tuple[RunningPart, ...] = ()
    """The procedures that have been started, and how far they have come."""
    slips: tuple[SlipPart, ...] = ()
    """Acts recorded that cannot be as they are said."""
    today: tuple[TodayPart, ...] = ()
    """The legal days that only what is done today still keeps."""
    breaches: tuple[BreachPart, ...] = ()
    """What is amiss, or may be, in what was done of the ways under way; what a body no longer is but has to be; what it
    owes at once."""
    terms: tuple[TermPart, ...] = ()
    """What the law itself will do on a known day."""
    overdue: tuple[Words, ...] = ()
    """What is owed whatever is decided since a day that is past, unless it was done."""
    overdue_aside: tuple[Words, ...] = ()
    """The same of everyday duties that no plan is expected to meet, nobody having said that they are not met."""
    provisional: Words | None = None
    """How many questions still asked by themselves can change what is proposed; none where all of them are answered."""
    questions: tuple[QuestionPart, ...]
    """The answers to the key questions."""
    duties: tuple[DutyPart, ...]
    """Obligations, permissions, prohibitions and recommendations."""
    risks: tuple[DutyPart, ...]
    """The risk register."""
    duties_otherwise: tuple[DutyPart, ...]
    """What would follow only under another reading of a disputed point."""
    governance: Governance | None
    """Members, populations and seats; none without members."""
    map: MapPart | None = None
    """The members on their ground; none where none is known, or before the outlines fit."""
    perimeters: Perimeters | None
    """How the SCoTs lie on the territory; none while nobody said."""
    funding: Funding
    """What is said about money."""
    disputed: tuple[DisputedPart, ...]
    """Unsettled points of law."""
    settle: tuple[SettlePart, ...]
    """Points to settle, the decisive ones first."""
    sources: tuple[SourcePart, ...]
    """The texts cited."""
    norms: tuple[NormPart, ...]
    """The norms cited."""
    answers: tuple[AnswerPart, ...]
    """Every answer, with its origin."""
    roadmap: Roadmap | None
    """The plan of the course; none when there is nothing to plan."""
    ballots: tuple[BallotPart, ...] = ()
    """The votes of members to follow: those of the plan, and those under way."""
    no_roadmap: Words | None
    """Why there is no plan, when there is none."""
    note: Note | None = None
    """The same in two pages; none in a whole file, which begins with a summary of its own."""
