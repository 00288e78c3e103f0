"""The part of a report about money and maps: funding, and how the perimeters of the PETR and of the SCoT lie."""

from typing import Literal

from petr_advisor.consulting.ranking import Status
from petr_advisor.documents.model_options import MeritPart, StepPart
from petr_advisor.documents.parts import Citation, Part, Picture, Words


class FundingOption(Part):
    """A contract or a fund in this case."""

    option: str
    """Its identifier."""
    title: Words
    """Its name."""
    status: Status
    """Its status, or undetermined."""
    retained: bool
    """Whether the report goes on with it."""
    lacking: tuple[Words, ...]
    """Conditions that are not met, or still to be settled."""
    first: StepPart | None
    """The first act, where it is not closed."""
    citations: tuple[Citation, ...]
    """Its legal basis."""


class FundingQuestion(Part):
    """What a key question about contracts or money gave."""

    question: str
    """Its identifier."""
    title: Words
    """Its short name."""
    decision: Words
    """Its answer."""
    options: tuple[FundingOption, ...]
    """The ways, those not closed first."""


class AskNext(Part):
    """A key question that the consultation left out."""

    question: str
    """Its identifier."""
    title: Words
    """Its short name."""
    text: Words
    """The question in full."""


class Funding(Part):
    """What the report says about money; the duties about it bear a mark of their own."""

    questions: tuple[FundingQuestion, ...]
    """The key questions about contracts and money that were asked."""
    left_out: tuple[AskNext, ...]
    """Those that were not."""
    arguments: tuple[MeritPart, ...]
    """Arguments about money for and against the ways retained."""
    steps: tuple[StepPart, ...]
    """Acts about money on the ways retained."""


Relation = Literal["none", "same", "wider", "over_several", "inside", "several_inside", "overlap", "partial"]
"""No SCoT; the same perimeter; a wider one; one over several PETRs; one, several inside; one across; parts, unsaid."""


class Perimeters(Part):
    """How the SCoTs lie on the territory."""

    said: tuple[Words, ...]
    """The answers, in words."""
    citations: tuple[Citation, ...]
    """Where it is written."""
    left_out: AskNext | None
    """The key question on SCoTs when the consultation left it out."""
    relation: Relation
    """How they lie."""
    picture: Picture | None
    """The perimeters drawn one over the other; none where there is but one to draw."""
