"""What a plan is made of: tasks with their dates, legal days, dates to reckon with, risks, what was assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple

from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.lengths import Duration
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import ActOrigin
from petr_advisor.planning.backward import BackTo
from petr_advisor.planning.legal_days import LegalDay, State
from petr_advisor.words.texts import Text

LATE: frozenset[State] = frozenset({"at_risk", "out_of_reach", "planned_late", "impossible", "past"})
"""States of a legal day of which a reader is warned."""
KEPT: frozenset[State] = frozenset({"met", "at_risk"})
"""States of a day that the plan keeps, at the shortest usual durations at least."""


class NothingToPlanError(PetrAdvisorError):
    """There is no plan; its text says why."""


@dataclass(frozen=True)
class Group:
    """A part of the plan: a line of the course, or what is due whatever is chosen."""

    id: str
    title: Text
    """What it answers."""
    option: Text
    """By which option."""
    completes: bool = False
    """Whether that option keeps what is there, so that its acts only give this what it lacks."""


class OnceKept(NamedTuple):
    """Between which days an act is done if a legal day that it waits for is kept."""

    first: date
    last: date
    due: date
    """That day."""


class InTime(NamedTuple):
    """Between which days an act is done for a day of the law that it, or one after it, has to keep."""

    first: date
    last: date
    due: date
    """That day."""
    within_usual: bool
    """Whether the shortest usual durations keep it; otherwise they are shortened."""
    ready: date
    """The day on which what it waits for is done at the soonest, in the same times."""


@dataclass(frozen=True)
class Task:
    """An act to be done, with its dates."""

    id: str
    """The act that it does, by `procedure/act`."""
    group: str
    who: Text
    does: Text
    origin: ActOrigin
    """A text asks for it, habit, or caution."""
    majority: Text | None
    silence: Silence | None
    """What silence is taken to mean: by caution, under the readings followed."""
    letter: Silence | None
    """What it means by the letter of the text."""
    note: Text | None
    documents: tuple[Text, ...]
    norms: tuple[str, ...]
    certain: bool
    """False while the answers do not say whether it is needed."""
    supposed: bool
    """Whether it is supposed still to be done, as the answers do not say."""
    beside: bool
    """Whether nothing waits for it."""
    takes: Duration | None
    """How long it usually takes; none for procedures called, whose own times count."""
    calls: tuple[Text, ...]
    """The procedures of which it consists."""
    limit: Limit | None
    begins: date
    """The first day on which it may begin, at the longest usual durations."""
    ready: date
    """The day on which all that it waits for is done, at the shortest usual durations."""
    ready_latest: date
    """The same at the longest."""
    soonest: date
    """The day on which it is done at the shortest usual durations."""
    latest: date
    """The same at the longest, legal limits being counted in full."""
    slack: int
    """Days by which it can slip, at the longest, without delaying the end of its procedure."""
    critical: bool
    """Whether a day lost here is a day lost for the whole."""
    after: tuple[str, ...] = ()
    """The tasks that it waits for."""
    same_day: tuple[str, ...] = ()
    """The tasks that the law wants done on the same day."""
    completes: tuple[str, ...] = ()
    """The tasks that it completes: the effect comes of both, and it comes after."""
    better_after: tuple[str, ...] = ()
    """The tasks that it had better follow, which do not hold it and may come after it."""
    legal: tuple[LegalDay, ...] = ()
    """The days by which the law wants it."""
    meets: tuple[Text, ...] = ()
    """The dated duties that it meets."""
    mends: tuple[Text, ...] = ()
    """The remedies of what the answers lack that it carries out."""
    back: BackTo | None = None
    """The days by which it has to be done for the wished day, when one is wished and it leads there."""
    milestone: bool = False
    """Whether it is a day to watch rather than an act."""
    called_for: bool = True
    """Of an act of a procedure called: whether that procedure is known to be needed."""
    brought: tuple[date, date] | None = None
    """Of an act of a procedure called for a day of the law that usual durations miss: the days between which it is to
    be done for that day to be kept, bodies being convened as soon as they may be."""
    then: tuple[tuple[str, date, date], ...] = ()
    """Of a vote so brought forward, what an authority decides right after it, with the days of that."""
    in_time: InTime | None = None
    """Its days for a later act, or itself, to keep a day of the law that usual durations may miss."""
    once_kept: OnceKept | None = None
    """Its days if a legal day that it waits for, and that usual durations miss, is kept all the same."""
    planned: date | None = None
    """The day to come that the case gives it."""
    days_named: frozenset[str] = frozenset()
    """The members that `who` names with the day to come of their vote."""
    effect: date | None = None
    """The day of effect that the case has it fix, where that is a later one."""

    @property
    def to_hold(self) -> tuple[date, date]:
        """Between which days it is to be done: those that keep a day of the law, where usual durations may miss it."""
        return (self.in_time.first, self.in_time.last) if self.in_time else (self.soonest, self.latest)

    @property
    def held_from(self) -> date:
        """The first day on which it is to be done."""
        return self.to_hold[0]

    @property
    def ready_from(self) -> date:
        """The first day on which what it waits for is done, in the times in which it is to be held."""
        return self.in_time.ready if self.in_time else self.ready

    def ready_on(self, day: date) -> "Task":
        """Give it as done from an earlier day."""
        in_time = self.in_time._replace(first=min(day, self.in_time.first)) if self.in_time else None
        return replace(self, soonest=min(day, self.soonest), in_time=in_time)


@dataclass(frozen=True)
class KeyDate:
    """A date that the plan has to reckon with."""

    id: str
    title: Text
    day: date
    origin: Literal["law", "scheme", "wish", "advice", "calendar"]
    """Written in the law, fixed by a scheme of contracts, aimed at by the State, advised, or an event: elections."""
    norms: tuple[str, ...]
    unmet: bool = False
    """Whether it is a legal day that no act of the plan meets."""
    beside: bool = False
    """Whether no plan is expected to meet it: it is told, and is no alert."""
    itself: bool = False
    """Whether it is itself an act to do by then, which no procedure holds: no task could meet it."""
    past: bool = False
    """Whether it was over on the day of the consultation."""
    presumed: bool = False
    """Whether nobody said if it was met: once past, it is to be checked, and in danger no more."""
    yearly: bool = False
    """Whether it comes back each year."""
    consequence: Text | None = None
    """What passing it does, where no act of the plan meets it."""
    act: str | None = None
    """Of the day of single members, of a vote planned or the last one to answer: what they vote in, `procedure/act`."""

    @property
    def clock(self) -> bool:
        """Whether it is the day of single members."""
        return self.act is not None


@dataclass(frozen=True)
class Risk:
    """A right of others that runs by itself: no task, but a day to know."""

    id: str
    title: Text
    after: str
    """The task from whose day it runs."""
    soonest: date
    """Its last day if that task is done at the soonest."""
    latest: date
    """Its last day if that task is done at the latest."""
    norms: tuple[str, ...]
    limit: Limit
    off: tuple[tuple[date, str], ...] = ()
    """The days on which nobody works that this last one was moved from, and why."""


@dataclass(frozen=True)
class Restraint:
    """Days on which a body may not decide freely."""

    id: str
    title: Text
    first: date
    last: date
    norms: tuple[str, ...]


@dataclass(frozen=True)
class Wish:
    """A day of effect wished for, and whether it can be kept."""

    day: date
    task: str
    state: State
    shorten: tuple[str, ...]
    soonest: date
    """The first day on which the act of the effect can be done."""

    @property
    def kept(self) -> bool:
        """Whether the plan can keep it, at the shortest usual durations at least."""
        return self.state in KEPT


ForeseenState = Literal["kept", "at_risk", "late", "aside", "excluded", "vote"]


@dataclass(frozen=True)
class Foreseen:
    """A day to come that the case gives an act, and what the plan makes of it."""

    act: str
    """`procedure/act`."""
    day: date
    state: ForeseenState
    """The plan keeps it; at the shortest usual durations only; cannot; has no such act; the answers
    exclude it; the vote of one member."""
    soonest: date | None = None
    """The day on which the plan has it done at the shortest usual durations."""
    latest: date | None = None
    """The same at the longest."""
    member: str | None = None
    """The member that votes, where it is the day of one vote."""
    effect: date | None = None
    """The day of effect that it is said to fix, where that is a later one."""


@dataclass(frozen=True)
class Belied:
    """An event by law said to come after the new body, which may be there only after it."""

    term: TermOutcome
    latest: date
    """The day on which the new body is there, at the longest."""
    fact: str
    """The answer that says so."""
    value: str | int | date
    """What it would say, by these days."""


@dataclass(frozen=True)
class Roadmap:
    """The plan of a course: tasks in time, from a first day."""

    start: date
    groups: tuple[Group, ...]
    """Those that have tasks: what mends breaches, then in the order of the course."""
    tasks: tuple[Task, ...]
    """By group, then in order."""
    effect: str | None
    """The task whose day is that of the effect of the first line that has one."""
    key_dates: tuple[KeyDate, ...]
    """In order of time."""
    risks: tuple[Risk, ...]
    restraints: tuple[Restraint, ...]
    critical: tuple[str, ...]
    """The tasks that cannot slip, in order."""
    wish: Wish | None
    assumptions: tuple[Text, ...]
    """Everything that neither the law nor the answers say."""
    done: tuple[Text, ...] = ()
    """Acts that are done, or implied by those done."""
    foreseen: tuple[Foreseen, ...] = ()
    """The days to come that the case gives acts, in order of time."""
    last: date | None = None
    """The last day of the body under study, where the case gives the day on which it ends."""
    belied: tuple[Belied, ...] = ()
    """The events by law that the answers leave alone, and that may come before the new body by the days of the plan."""
    days_off: Mapping[str, Text] = field(default_factory=dict)
    """What the days on which nobody works are called."""

    @property
    def finish(self) -> date:
        """The day on which all that is known to be needed is done, at the longest."""
        return max((task.to_hold[1] for task in self._awaited), default=self.start)

    @property
    def soonest(self) -> date:
        """The same at the soonest."""
        return max((task.to_hold[0] for task in self._awaited), default=self.start)

    @property
    def _awaited(self) -> tuple[Task, ...]:
        """The tasks that the end waits for; where nothing is proposed, what goes beside is all there is."""
        return tuple(task for task in self.tasks if not task.beside) or self.tasks

    @property
    def last_day(self) -> date:
        """The last day of any task."""
        return max((task.to_hold[1] for task in self.tasks), default=self.start)

    @property
    def legal(self) -> tuple[LegalDay, ...]:
        """The legal days of its tasks, in order of time."""
        return tuple(sorted((each for task in self.tasks for each in task.legal), key=lambda each: each.day))

    @property
    def late(self) -> tuple[LegalDay, ...]:
        """The legal days of which to warn."""
        return tuple(each for each in self.legal if each.state in LATE)

    @property
    def critical_path(self) -> tuple[Task, ...]:
        """The tasks that cannot slip, in order of time."""
        return tuple(map(self.task, self.critical))

    def of(self, group: str) -> tuple[Task, ...]:
        """Give the tasks of a group."""
        return tuple(task for task in self.tasks if task.group == group)

    def task(self, identifier: str) -> Task:
        """Give a task by its identifier; KeyError when there is none."""
        found = next((task for task in self.tasks if task.id == identifier), None)
        if found is None:
            raise KeyError(identifier)
        return found

    def effective(self, task: Task) -> date:
        """Give the first day on which a task has its effect: after what it had better follow."""
        each = (task, *map(self.task, task.better_after))
        return max(day for other in each for day in (other.soonest, other.effect) if day is not None)

    def number(self, identifier: str) -> int:
        """Give the place of a task, counted from 1."""
        return self.tasks.index(self.task(identifier)) + 1
