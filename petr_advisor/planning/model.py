"""What a roadmap is made of: tasks with their delays and dates, dates to keep, what was assumed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from petr_advisor.inference.calendar import add_months
from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.words.texts import Text

Phase = Literal[1, 2, 3]

PHASES: tuple[Phase, ...] = get_args(Phase)
"""The three phases, in order; `phase.N` of the catalogue names each."""

Origin = Literal["law", "advice", "assumption"]
"""Where a delay comes from: written in the law, advised by the rule base, or a planning value of ours."""
FORM, PETR = "structure.legal_form", "petr"
"""The fact that says what the structure is, and the form that owes a territorial project."""
EVOLUTION = "evolution"
"""The key question whose options say what the structure becomes."""
PROJECT_QUESTION = "project"
"""The key question whose steps belong to the second phase."""
CONTRACT_QUESTIONS = ("contracts", "cper", "funding", "europe", "cofunding")
"""Key questions whose steps belong to the third phase."""


@dataclass(frozen=True)
class Delay:
    """How long a task takes."""

    months: int
    days: int
    origin: Origin
    words: Text | None = None
    """The delay as the rule base says it; none for a planning value."""
    shortest: int | None = None
    """When the rule base gives a range, its shorter end in the same unit; the longer one is used."""
    runs_from: Literal["previous", "effect"] = "previous"
    """The event it runs from: the end of the task before, or the date of effect."""

    def end(self, day: date) -> date:
        """Give the last day of the delay that starts from a day, months being counted as the law counts them."""
        return add_months(day, self.months) + timedelta(days=self.days)


@dataclass(frozen=True)
class DueDate:
    """A day by which a task must or should be done."""

    day: date
    origin: Literal["law", "advice", "planned"]
    """Law or advice: a day of the case or of the rule base; planned: counted from a planned day, it moves with it."""


@dataclass(frozen=True)
class Outline:
    """A task before its dates are computed."""

    id: str
    """`option/number` for a step, the rule's identifier for a duty."""
    phase: Phase
    kind: Literal["step"] | DutyKind
    who: Text
    does: Text
    majority: Text | None
    silence: Silence | None
    note: Text | None
    documents: tuple[Text, ...]
    """The documents to produce."""
    norms: tuple[str, ...]
    certain: bool
    """False while the answers do not say whether it is needed."""
    duration: Delay
    words: Text | None
    """By when, in the words of the rule base."""
    due: DueDate | None
    """A day known without the plan."""
    after: tuple[str, ...] = ()
    """The tasks that must be finished first."""
    running: bool = False
    """Whether its delay already runs, the day of its event being known."""
    aside: bool = False
    """Whether it is needed in some cases only, this one unknown: nothing waits for it."""
    supposed: bool = False
    """Whether it is supposed still to be done, as the answers do not say."""


@dataclass(frozen=True)
class Task(Outline):
    """A task with its dates."""

    start: date = date.min
    """Earliest first day."""
    finish: date = date.min
    """Earliest last day."""
    slack: int = 0
    """Days by which it can slip without delaying the whole."""

    @property
    def critical(self) -> bool:
        """Whether a day lost here is a day lost for the whole."""
        return self.slack == 0 and not self.aside

    @property
    def margin(self) -> int | None:
        """Days between its planned end and the day it is due, negative when it comes too late."""
        return (self.due.day - self.finish).days if self.due else None


@dataclass(frozen=True)
class KeyDate:
    """A date that the plan has to reckon with."""

    id: str
    title: Text
    day: date
    origin: Literal["law", "advice", "calendar"]
    """Written in the law, advised, or an event such as elections."""
    norms: tuple[str, ...]
    task: str | None = None
    """The task compared with it."""
    slack: int | None = None
    """Days between the end of that task and the date, negative when the task comes too late."""
    yearly: bool = False
    """Whether it comes back each year."""


@dataclass(frozen=True)
class Roadmap:
    """Tasks in time, from a first day, for one option."""

    question: str
    option: str
    title: Text
    start: date
    tasks: tuple[Task, ...]
    """By phase, then in order."""
    effect: str | None
    """The task on whose last day the option takes effect."""
    key_dates: tuple[KeyDate, ...]
    """In order of time."""
    done: tuple[Text, ...]
    """Steps supposed done, as a delay that follows them already runs or has run out."""
    assumptions: tuple[Text, ...]
    """Everything that neither the law nor the answers say."""
    later: tuple[tuple[str, str], ...] = ()
    """What other key questions answer once the option is carried out: (key question, option)."""

    @property
    def finish(self) -> date:
        """The earliest day on which all that is known to be needed is done."""
        return max((task.finish for task in self.tasks if not task.aside), default=self.start)

    @property
    def last_day(self) -> date:
        """The last day of any task, those that may not be needed included."""
        return max((task.finish for task in self.tasks), default=self.start)

    @property
    def critical_path(self) -> tuple[Task, ...]:
        """The tasks that cannot slip, in order of time."""
        return tuple(sorted((task for task in self.tasks if task.critical), key=lambda task: (task.start, task.finish)))

    def phase(self, number: Phase) -> tuple[Task, ...]:
        """Give the tasks of a phase."""
        return tuple(task for task in self.tasks if task.phase == number)

    def task(self, identifier: str) -> Task:
        """Give a task by its identifier; KeyError when there is none."""
        found = next((task for task in self.tasks if task.id == identifier), None)
        if found is None:
            raise KeyError(identifier)
        return found

    def number(self, identifier: str) -> int:
        """Give the place of a task, counted from 1."""
        return self.tasks.index(self.task(identifier)) + 1
