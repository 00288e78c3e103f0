"""The part of a report that says when: tasks in three phases, dates to keep, what was assumed."""

from datetime import date
from typing import Literal

from petr_advisor.documents.parts import Citation, Part, Picture, Words
from petr_advisor.knowledge.rules import DutyKind


class RoadmapTask(Part):
    """A task of the roadmap."""

    id: str
    """Its identifier."""
    number: int
    """Its place in the roadmap."""
    phase: Literal[1, 2, 3]
    """1 diagnosis and legal evolution, 2 territorial project, 3 contracts and funding."""
    kind: Literal["step"] | DutyKind
    """A step of the way, or a duty met on it."""
    title: Words
    """What is done."""
    who: Words
    """Who does it."""
    start: date
    """First day."""
    end: date
    """Last day."""
    duration: Words
    """How long it takes, in words."""
    origin: Literal["law", "advice", "assumption"]
    """Where that length comes from: written in the law, advised, or a planning value where nothing is known."""
    running: bool
    """Whether the delay has begun already."""
    timing: Words | None
    """By when, in the words of the rule base."""
    due: date | None
    """The day it is due."""
    due_origin: Literal["law", "advice", "planned"] | None
    """A day fixed by law or advised, or one counted from a planned day, which moves with it."""
    due_said: Words | None
    """That day in words, and whether the plan keeps it."""
    margin: int | None
    """Days between its end and the day it is due; negative when it comes too late."""
    majority: Words | None
    """The majority needed."""
    silence: Words | None
    """What silence does."""
    note: Words | None
    """What else to know."""
    documents: tuple[Words, ...]
    """The documents to produce."""
    after: tuple[int, ...]
    """The numbers of the tasks it waits for."""
    slack: int
    """Days by which it can slip without delaying the whole."""
    critical: bool
    """Whether a day lost here is a day lost for the whole."""
    certain: bool
    """Whether it is needed for sure, or only depending on a point to settle."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class Milestone(Part):
    """A date that the plan has to reckon with."""

    day: date
    """The day."""
    title: Words
    """What it is."""
    origin: Literal["law", "advice", "calendar"]
    """Written in the law, advised, or an event such as elections."""
    origin_said: Words
    """The same in words."""
    task: int | None
    """The number of the task compared with it."""
    slack: int | None
    """Days between the end of that task and the date; negative when the task comes too late."""
    slack_said: Words | None
    """The same in words."""
    yearly: bool
    """Whether it comes back each year."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class RoadmapPhase(Part):
    """A phase of the roadmap."""

    number: Literal[1, 2, 3]
    """Its place."""
    title: Words
    """Its name."""


class LaterAnswer(Part):
    """What another key question answers once the option planned has been carried out."""

    question: str
    """The key question."""
    option: str
    """The option."""
    title: Words
    """Its name."""


class Roadmap(Part):
    """The way retained, in time."""

    option: str
    """The option that is planned."""
    title: Words
    """Its name."""
    start: date
    """First day."""
    end: date
    """The earliest day on which all is done."""
    effect: int | None
    """The number of the task on whose last day the option takes effect."""
    phases: tuple[RoadmapPhase, ...]
    """The three phases."""
    tasks: tuple[RoadmapTask, ...]
    """The tasks, by phase."""
    critical_path: tuple[int, ...]
    """The numbers of the tasks that cannot slip, in order of time."""
    milestones: tuple[Milestone, ...]
    """Dates to keep or to aim at, in order of time."""
    done: tuple[Words, ...]
    """Steps supposed done."""
    assumptions: tuple[Words, ...]
    """Everything that neither the law nor the answers say."""
    later: tuple[LaterAnswer, ...]
    """The ways of other key questions that are planned behind it."""
    pictures: tuple[Picture, ...]
    """The tasks drawn in time; more than one picture when they would not fit on a page."""
