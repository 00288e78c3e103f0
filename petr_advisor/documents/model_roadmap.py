"""The part of a report that says when: tasks by line of the course, legal days, dates to reckon with, assumptions."""

from datetime import date
from typing import Literal

from petr_advisor.documents.parts import Citation, Part, Picture, Words

LegalState = Literal["met", "at_risk", "out_of_reach", "planned_late", "impossible", "past"]


class LegalDayPart(Part):
    """A day by which the law wants a task."""

    day: date
    """The last day; where it moves with the plan, at the longest."""
    first: date | None = None
    """Where it moves with the plan, the last day at the shortest; none where it is known."""
    state: LegalState
    """Met at the longest; at the shortest only; by law but not by usual durations; not even by law; over already."""
    margin: int
    """Days between the longest schedule and that day, negative when it comes too late."""
    counted: bool
    """Whether it runs from an act of the plan, and moves with it."""
    wished: bool = False
    """Whether the State only aims at it: no text makes it law."""
    of_a_scheme: bool = False
    """Whether it is the last day of a scheme of contracts, which no law fixes."""
    shorten: tuple[int, ...]
    """The numbers of the tasks to shorten."""
    today: bool = False
    """Whether only what is done today still keeps it: it is told first, apart."""
    otherwise_said: Words | None = None
    """The last day by another reading of a disputed point, where that one gives more time."""
    otherwise_told: Words | None = None
    """The same, with whether that reading gives time enough."""
    missed_otherwise: bool = False
    """Whether that one gives no time enough either."""
    kept_said: Words | None = None
    """Its state where usual durations do not reach it and shortened ones do, with the last day for what these move."""
    second_hand: Words | None = None
    """How sure it is, where no norm that it rests on was read."""
    state_said: Words
    """The state in words."""
    said: Words
    """All that in words."""


class Turn(Part):
    """What some members may still do in a vote under way."""

    who: Words
    """Their names."""
    does: Words
    """What is awaited of them, or what they may still do."""
    day: date
    """The last day on which they may."""


class RoadmapTask(Part):
    """A task of the roadmap."""

    id: str
    """Its identifier: `procedure/act`."""
    number: int
    """Its place in the roadmap."""
    group: int
    """The number of the part of the plan to which it belongs."""
    title: Words
    """What is done."""
    who: Words
    """Who does it."""
    origin: Literal["law", "practice", "advice"]
    """A text asks for it, habit, or caution."""
    origin_said: Words
    """That in words."""
    begins: date
    """The first day on which it may begin, at the longest usual durations."""
    soonest: date
    """The day on which it is done at the shortest usual durations."""
    latest: date
    """The same at the longest, legal time limits being counted in full."""
    effect: date | None = None
    """The day of effect that the case has it fix, where that is a later one."""
    dates_said: Words
    """Those days in words."""
    once_kept: tuple[date, date, date] | None = None
    """Its first and last days if a legal day that it waits for is kept, then that day."""
    in_time: tuple[date, date, date] | None = None
    """Its first and last days for a later act, or itself, to keep a day of the law, then that day."""
    takes: Words
    """How long it usually takes, in words."""
    by_when: Words | None
    """By when the law wants it, and what passing that does."""
    made_known: Words | None
    """How it is made known."""
    opinions: tuple[Words, ...] = ()
    """Whose opinion is asked for within it, and when."""
    last: date | None
    """For a wished day of effect: its last day."""
    prudent: date | None
    """For a wished day of effect: the day by which to do it out of prudence."""
    back_said: Words | None
    """Those two in words."""
    legal: tuple[LegalDayPart, ...]
    """The days by which the law wants it."""
    meets: tuple[Words, ...]
    """The dated duties that it meets."""
    mends: tuple[Words, ...] = ()
    """The remedies of what the answers lack that it carries out."""
    majority: Words | None
    """The majority needed."""
    silence: Words | None
    """What silence does."""
    note: Words | None
    """What else to know."""
    awaited: tuple[Words, ...] = ()
    """Of votes under way, who is still to answer, and until when."""
    turns: tuple[Turn, ...] = ()
    """The same apart, of those whose last days differ: the day of the act is that of none of them, or of some only."""
    documents: tuple[Words, ...]
    """The documents to produce."""
    after: tuple[int, ...]
    """The numbers of the tasks it waits for."""
    same_day: tuple[int, ...]
    """The tasks that the law wants done on the same day, by number."""
    better_after: tuple[int, ...] = ()
    """Those that it had better follow, which do not hold it."""
    completes: tuple[int, ...] = ()
    """Those that it completes: what they bring about is there once it is done as well."""
    completing: tuple[Words, ...] = ()
    """Which legal days of these it comes after, or may."""
    slack: int
    """Days by which it can slip, at the longest, without delaying the whole."""
    critical: bool
    """Whether a day lost here is a day lost for the whole."""
    certain: bool
    """Whether it is needed for sure, or only depending on a point to settle."""
    supposed: bool = False
    """Whether it is supposed still to be done, as nobody said."""
    beside: bool
    """Whether nothing waits for it."""
    milestone: bool
    """Whether it is a day to watch rather than an act."""
    citations: tuple[Citation, ...]
    """Where it is written."""

    @property
    def to_hold(self) -> tuple[date, date]:
        """Between which days it is to be done: those that keep a day of the law, of itself or of what follows."""
        return (self.in_time[0], self.in_time[1]) if self.in_time else (self.soonest, self.latest)


class Milestone(Part):
    """A date that the plan has to reckon with."""

    id: str
    """Its name: of a duty that no act meets, that of the rule."""
    day: date
    """The day."""
    title: Words
    """What it is."""
    origin: Literal["law", "scheme", "wish", "advice", "calendar"]
    """Written in the law, fixed by a scheme of contracts, aimed at by the State, advised, or an event: elections."""
    origin_said: Words
    """The same in words."""
    unmet: bool
    """Whether it is a legal day that no act of the plan meets."""
    unmet_said: Words | None
    """The same in words."""
    beside: bool
    """Whether no plan is expected to meet it: it is no alert."""
    yearly: bool
    """Whether it comes back each year."""
    clock: bool = False
    """Whether it is the day of a single member: of a vote planned, or its last one to answer."""
    from_then: tuple[Words, ...]
    """What bodies of the plan may decide from that day on, and until when: elections that the plan meets."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class ThirdParty(Part):
    """A right of others that runs by itself: no task, but a day to know."""

    title: Words
    """Who may do what."""
    after: int
    """The number of the task from whose day it runs."""
    soonest: date
    """Its last day if that task is done at the soonest."""
    latest: date
    """Its last day if that task is done at the latest."""
    said: Words
    """Until when, in words."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class RoadmapGroup(Part):
    """A part of the plan: a line of the course."""

    number: int
    """Its place."""
    id: str
    """The key question, with the theme where it has several."""
    title: Words
    """What it answers."""
    option: Words
    """The option carried out."""
    completes: bool = False
    """Whether that option keeps what is there, so that its acts only give this what it lacks."""


class CalledVote(Part):
    """A vote of a procedure that a task only calls."""

    id: str
    """Its identifier: `procedure/act`."""
    task: int
    """The number of that task."""
    way: Words
    """What the procedure is called."""
    who: Words
    """Who votes."""
    does: Words
    """What is voted."""
    majority: Words
    silence: Words | None
    """What silence does, where a text says it."""
    soonest: date
    """The day on which it is done at the shortest usual durations."""
    latest: date
    """That on which the whole procedure is done at the longest."""
    brought: tuple[date, date] | None = None
    """Between which days it is to be held for a day of the law that usual durations miss."""
    then: tuple[date, ...] = ()
    """The days of what an authority decides next, for the same day of the law."""
    in_time: Words | None = None
    """The same in words, where usual durations may miss that day."""
    certain: bool
    """Whether it is needed for sure."""
    before_end: bool = True
    """Whether the task is done only after it: what a procedure called has done after its effect, no task waits for."""
    citations: tuple[Citation, ...]

    @property
    def to_hold(self) -> tuple[date, date]:
        """Between which days it is to be held: those that keep the day of the law, where usual durations miss it."""
        return self.brought if self.brought is not None and self.in_time else (self.soonest, self.latest)


class Roadmap(Part):
    """The plan of the course."""

    title: Words
    """The option of its first line."""
    start: date
    """First day."""
    soonest: date
    """The day on which all is done at the shortest."""
    end: date
    """The same at the longest."""
    effect: int | None
    """The number of the task whose day is that of the effect."""
    wish_said: Words | None
    """Whether the wished day of effect can be kept."""
    groups: tuple[RoadmapGroup, ...]
    """Its parts, in the order of the course."""
    tasks: tuple[RoadmapTask, ...]
    """The tasks, by part."""
    called: tuple[CalledVote, ...]
    """The votes of the procedures that tasks only call."""
    critical_path: tuple[int, ...]
    """The numbers of the tasks that cannot slip, in order of time."""
    warnings: tuple[Words, ...]
    """The legal days in danger, one a sentence; last those that are met unless everything drags."""
    at_risk: int = 0
    """How many of them are met unless everything drags."""
    milestones: tuple[Milestone, ...]
    """Dates to keep or to reckon with, in order of time."""
    third_parties: tuple[ThirdParty, ...]
    """Rights of others that run from acts of the plan."""
    restraints: tuple[Words, ...]
    """Days on which bodies may not decide freely."""
    done: tuple[Words, ...]
    """Acts done already."""
    foreseen: tuple[Words, ...]
    """The days to come that the case gives acts, and what the plan makes of each."""
    assumptions: tuple[Words, ...]
    """Everything that neither the law nor the answers say."""
    pictures: tuple[Picture, ...]
    """The tasks drawn in time; more than one picture when they would not fit on a page."""

    @property
    def beside_until(self) -> date | None:
        """The last day of what runs beside the plan, where that goes on after its end."""
        last = max((task.to_hold[1] for task in self.tasks), default=self.end)
        return last if last > self.end else None

    def effect_span(self, task: RoadmapTask) -> tuple[date, date]:
        """Give when a task has its effect, at the soonest and at the latest: after what it had better follow."""
        each = [other for other in self.tasks if other.number in {task.number, *task.better_after}]
        fixed = [other.effect for other in each if other.effect is not None]
        held = [other.to_hold for other in each]
        return max([*fixed, *(first for first, _ in held)]), max([*fixed, *(last for _, last in held)])
