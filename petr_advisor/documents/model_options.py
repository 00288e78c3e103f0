"""The part of a report that answers the key questions: options, reasons, proofs."""

from datetime import date
from typing import Literal

from pydantic import Field

from petr_advisor.consulting.ranking import Status
from petr_advisor.consulting.requirements import RequirementState
from petr_advisor.consulting.sureness import Label
from petr_advisor.consulting.weighing import State
from petr_advisor.documents.parts import Citation, Part, Words
from petr_advisor.knowledge.law import Confidence
from petr_advisor.knowledge.options import Weight


class Reason(Part):
    """A reason, in a sentence."""

    text: Words
    """The sentence."""
    citations: tuple[Citation, ...] = ()
    """What it rests on."""
    about: Words | None = None
    """The short name of the key question that it is about, where several stand together."""
    only_intended: bool = False
    """Whether it says but that the answer is intended: the case gives no reason."""


class CurePart(Part):
    """An act that would make a requirement met."""

    id: str
    """Its identifier."""
    title: Words
    """The act."""
    state: Literal["available", "unavailable", "unknown", "not_in_force"]
    """Whether it can be done in this case."""
    details: tuple[Words, ...]
    """Who, by which majority, in how long, what silence means."""
    citations: tuple[Citation, ...]
    """What it rests on."""


class RequirementPart(Part):
    """A condition of an option, and its state."""

    key: str
    """Its identifier."""
    title: Words
    """What is required."""
    state: RequirementState
    """Met, unmet, unknown or not applicable; of an act to come: obtained, refused, unknown or to come."""
    said: Words
    """That state in a word or two, with the last day of an act under way."""
    act: bool = False
    """Whether it is an act to come of the option's own procedure, rather than a standing condition."""
    behind: tuple[Words, ...] = ()
    """The answers and measures behind that state."""
    cures: tuple[CurePart, ...] = ()
    """Acts that would make it met, where it is not."""
    instead: tuple[Words, ...] = ()
    """Other options to turn to."""
    unmet: Words | None = None
    """Why its not being met closes the option, where that has words of its own."""
    questions: tuple[str, ...] = ()
    """Where its state is unknown: what can be answered to settle it, `ID` or `ID@ENTITY`."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class MeritPart(Part):
    """An argument that holds in this case."""

    text: Words
    """The argument."""
    favours: bool
    """Whether it speaks for the option."""
    weight: Weight
    """How much it counts."""
    citations: tuple[Citation, ...]
    """What it rests on."""
    no_choice: bool = False
    """Whether what it says takes the choice of the option from the members."""
    no_votes: bool = False
    """Whether what it says leaves the option without its votes."""
    aim: bool = False
    """Whether it says what the option is for: what it opens the way to."""
    too_late: bool = False
    """Whether all of those ways that are taken miss the day that they have to keep."""
    without_effect: bool = False
    """Whether the ways of other questions by which it would do good are not those that their answers take."""


class StepPart(Part):
    """An act on the way."""

    number: int | None
    """Its number in the plan, where that has some acts of the way, and this one; else its place."""
    act: str | None = None
    """The act of a procedure that it is: `procedure/act`."""
    who: Words
    """Who acts."""
    does: Words
    """What is done."""
    majority: Words | None = None
    """The majority needed."""
    when: Words | None = None
    """By when, in words."""
    deadline: date | None = None
    """By when, as a day."""
    done: Words | None = None
    """That it is done, or supposed to be, where its procedure runs."""
    advised: bool = False
    """Whether that time is advised rather than written in the law."""
    wished: bool = False
    """Whether the State only aims at that day."""
    late: bool = False
    """Whether that day is past: it is late, unless it was done."""
    silence: Words | None = None
    """What silence means."""
    note: Words | None = None
    """What else to know."""
    documents: tuple[Words, ...] = ()
    """The documents to produce."""
    certain: bool = True
    """Whether it is needed for sure, or only depending on a point to settle."""
    citations: tuple[Citation, ...] = ()
    """Where it is written."""


class OptionPart(Part):
    """An option in this case."""

    id: str
    """Its identifier."""
    title: Words
    """Its name."""
    summary: Words
    """What it is."""
    kind: Literal["route", "staying"]
    """A route to somewhere else, or staying as today."""
    place: int | None
    """Its place among the routes; none for a closed one, for staying, and while nothing is proposed."""
    tied: bool
    """Whether another route has the same place."""
    status: Status
    """Its status, or undetermined."""
    possible: tuple[Words, ...]
    """The statuses still possible, in words."""
    disputed: bool
    """Whether its status turns on a disputed point."""
    requirements: tuple[RequirementPart, ...]
    """Its conditions."""
    merits: tuple[MeritPart, ...]
    """The arguments that hold."""
    steps: tuple[StepPart, ...]
    """The acts on the way."""
    confidence: Confidence
    """That of the least sure norm it rests on."""
    citations: tuple[Citation, ...]
    """Its legal basis."""
    to_check: tuple[Words, ...]
    """What to check, and where."""


class AbsentPart(Part):
    """An option that does not exist at the date of law."""

    id: str
    """Its identifier."""
    title: Words
    """Its name."""
    summary: Words
    """What it is."""
    period: Words
    """When it exists."""
    citations: tuple[Citation, ...]
    """Its legal basis."""


class ProofPart(Part):
    """A sentence of a proof, and what it follows from."""

    text: Words
    """The sentence."""
    origin: Words | None = None
    """For a leaf: who gave the fact."""
    citations: tuple[Citation, ...] = ()
    """What it rests on."""
    children: tuple["ProofPart", ...] = ()
    """What it follows from."""


class MissingPart(Part):
    """What an answer lacks to be established, of one kind."""

    kind: Literal["answers", "norms", "points", "questions", "conditions", "terms", "votes", "contested", "following"]
    """Facts not known, texts not read, disputed points, earlier key questions, conditions to meet, ends by law, votes
    that are blocked, those still open in which some refused, later key questions whose answer follows."""
    ids: tuple[str, ...]
    """Their identifiers."""
    said: Words
    """How many there are, in words."""


class SurePart(Part):
    """How sure an answer is."""

    label: Label
    """The label."""
    said: Words
    """The label in words, and what is missing by kind and number."""
    missing: tuple[MissingPart, ...]
    """What is missing."""


class LinePart(Part):
    """A line of the course: the answer to a question, or to some of its themes."""

    themes: tuple[Words, ...] = ()
    """The themes it answers; none where the question has none."""
    state: State
    """What kind of answer it is."""
    shut: bool = False
    """Whether the option chosen is one that a norm closes: no answer, and nothing to plan."""
    decision: Words
    """The answer, as a sentence that a council could vote on."""
    options: tuple[str, ...] = ()
    """What it is: one option, several that compare equal, or none."""
    since: date | None = None
    """Since when, where it is done already."""
    there: bool = False
    """Whether it is done today, and not only once the answers before it have taken effect."""
    given_up: Words | None = None
    """The better option that had no place, and what it would take."""
    sure: SurePart | None = None
    """How sure it is; none where it gives no answer."""
    waits_for_another: bool = False
    """Whether it only holds if another question is answered so, or once it is, and has nothing to plan yet."""
    still_voted: bool = False
    """Whether another way, which is wanted, is being voted on meanwhile: acts of that vote are left."""


class QuestionPart(Part):
    """The answer to one key question."""

    id: str
    """Its identifier."""
    title: Words
    """Its short name."""
    text: Words
    """The question in full."""
    verdict: State
    """What kind of answer there is; of several lines, the first kind that says what to do."""
    shut: bool = False
    """Whether the option chosen is one that a norm closes."""
    lines: tuple[LinePart, ...]
    """The lines of the course: one, or those of its themes."""
    despite: tuple[Words, ...] = ()
    """What was wished that the answer goes against, a sentence each."""
    supposes: Words | None = None
    """What earlier answers are taken as carried out, where the options are weighed on what they leave."""
    decision: Words
    """The answer, as sentences that a council could vote on."""
    explanation: Words
    """What the status means for the council, in a sentence."""
    reasons: tuple[Reason, ...] = Field(max_length=3)
    """The decisive reasons."""
    sureness: Words
    """How sure the answer is."""
    next_steps: tuple[StepPart, ...] = Field(max_length=3)
    """The first acts to do."""
    to_lift: tuple[StepPart, ...]
    """The acts that would make unmet conditions met."""
    retained: tuple[str, ...]
    """The options the report goes on with."""
    planned: tuple[str, ...]
    """Those of them that are still to be carried out."""
    options: tuple[OptionPart, ...]
    """Every option, best first, then staying as today."""
    absent: tuple[AbsentPart, ...]
    """Options that do not exist at the date of law."""
    proofs: tuple[ProofPart, ...]
    """How the answer was reached, and why the other options are not open."""

    @property
    def may_turn(self) -> bool:
        """Whether what is not known can still change the answer: it is open, or lacks what would turn it."""
        sures = [line.sure for line in self.lines if line.state != "moot" and not line.shut]
        return any(sure is None or any(part.kind == "answers" for part in sure.missing) for sure in sures)
