"""What a note of two pages says: the course, why, what may stop it, what is voted, when, what is to be found out."""

from datetime import date
from typing import Literal

from petr_advisor.consulting.ranking import Status
from petr_advisor.consulting.weighing import State
from petr_advisor.documents.model_map import NoteMap
from petr_advisor.documents.model_options import Reason
from petr_advisor.documents.model_roadmap import Turn
from petr_advisor.documents.parts import Citation, Part, Picture, Words

FIRST_VOTES = 3
"""Votes of several questions that stand on the first page, before the reasons."""
NoteKind = Literal["course", "find_out", "correct"]
"""It proposes a course; it can propose nothing yet; answers exclude each other."""


class NoteDecision(Part):
    """What is answered on a theme of a key question, or on the whole of it."""

    words: Words
    """The answer, as a sentence that a council could vote on."""
    state: State
    """What kind of answer it is."""
    effect: Words | None = None
    """When it takes effect, of the first way of the plan that has such a day; or which vote of another answer it is."""


class NoteAnswer(Part):
    """The answer to a key question, in a line."""

    question: str
    """The key question."""
    title: Words
    """Its short name."""
    decision: Words
    """The answer, as sentences that a council could vote on."""
    parts: tuple[NoteDecision, ...]
    """The same, what is said of each theme apart."""
    state: State
    """What kind of answer it is."""
    shut: bool
    """Whether the option chosen is one that a norm closes."""
    sure: Words
    """How sure it is, in a word or two; the word of each theme where they differ."""
    despite: tuple[Words, ...] = ()
    """What was wished that it goes against, a sentence each."""
    refused: Words | None = None
    """Who has just voted against what it needs the agreement of each for."""
    late: tuple[Words, ...] = ()
    """The legal days that its plan does not keep, a sentence each."""
    late_days: tuple[Words, ...] = ()
    """The same in a few words, where there is little room."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is warned of beside it."""
        return (*self.despite, *((self.refused,) if self.refused else ()), *self.late)

    @property
    def marks(self) -> tuple[str, ...]:
        """The gravest of it in a few words: who has refused, which days are not kept."""
        return (*((self.refused,) if self.refused else ()), *self.late_days)


class NoteStop(Part):
    """What may stop the course."""

    text: Words
    """What may happen."""
    guard: Words | None
    """How to guard against it."""
    citations: tuple[Citation, ...]
    """Where it is written."""
    points: tuple[str, ...] = ()
    """The disputed points that it tells."""
    on: tuple[str, ...] = ()
    """The key questions whose answers it may stop; none of what stops the whole course."""
    acts: tuple[str, ...] = ()
    """The votes without which nothing is done, by `procedure/act`."""
    leads: bool = False
    """Whether it stops a vote, of another answer, for which one of the answer that leads waits."""


class NoteVote(Part):
    """A vote of the course."""

    task: int
    """Its number in the plan."""
    act: str
    """What is voted, by `procedure/act`."""
    question: str | None = None
    """The key question whose answer it carries out; none of what is owed or mended beside."""
    who: Words
    """Who votes."""
    does: Words
    """What is voted."""
    purpose: Words | None = None
    """Of a vote of a procedure that a task calls, what that task does: the procedure serves other ends as well."""
    procedure: str | None = None
    """Of such a vote, that procedure."""
    way: Words
    """The way that it belongs to."""
    how: tuple[Words, ...]
    """The majority, and what silence does."""
    sequel: tuple[Words, ...] = ()
    """By caution, what it waits for; what its effect waits for once it is voted, and what comes only after that."""
    apart: Words | None = None
    """Whom of the members listed it is counted without."""
    silence: Words | None = None
    """Of these, what silence does: the first to know where there is little room."""
    hangs: Words | None = None
    """Of these, what it hangs on, where other votes that are blocked have to be carried first."""
    when: Words
    """Between which days, in words."""
    days: tuple[date, ...] = ()
    """The days that this tells; none of a vote under way."""
    awaited: tuple[Words, ...] = ()
    """Of a vote under way, who is still to answer until when, a sentence a day: the same, one by one."""
    turns: tuple[Turn, ...] = ()
    """The same apart: who, what is awaited of them, until which day."""
    begun: bool = False
    """Whether members have agreed already: those left to vote are to know that it hangs on them."""
    anew: bool = False
    """Whether it comes after a first vote of the same procedure: those who hold it are to know what that came to."""
    opens: bool = False
    """Whether what takes it is to be begun at once, this being its first vote: usual durations put it later."""
    soonest: date
    """The day on which it is done at the shortest usual durations."""
    latest: date
    """The same at the longest."""
    due: date | None = None
    """The day of the law that it, or what waits for it, may miss at these durations."""
    pressed: bool = False
    """Whether it, or what waits for it, may miss a day of the law."""
    first: bool = False
    """Whether it stands before the reasons, among the first ones."""
    certain: bool
    """Whether it is needed for sure, or only depending on a point to settle."""
    turns_on: Words | None = None
    """That point, where there is one."""
    proposed: bool = False
    """Whether it belongs to what is proposed, rather than to what is owed or mended beside it."""
    decides: bool = False
    """Whether the effect of the way waits for it: others only follow, or are owed anyway."""
    lost_by_one: bool = False
    """Whether one member alone can stop it, of a vote of a procedure that a task calls."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class NoteDate(Part):
    """A date to know."""

    day: date
    """The day; where it moves with the plan, at the longest."""
    first: date | None = None
    """Where it moves with the plan, the same at the shortest; none where it is known."""
    text: Words
    """What is due or happens on it."""
    danger: Words | None
    """Why it is in danger; none when it is not."""
    clock: bool = False
    """Whether it is the day of a single member: of a vote planned, or its last one to answer."""
    yearly: bool = False
    """Whether it comes back each year."""
    voted: bool = False
    """Whether a council votes by it."""
    task: int | None = None
    """The number in the plan of what is due on it; none of a day that no task has."""


class NoteMoney(Part):
    """What is known of money, and what is not."""

    known: Words | None
    """What the answers say."""
    amounts: Words
    """Which sums the case does not hold, and whom to ask."""
    unknown: Words | None
    """What is still to be asked, and where."""
    rules: tuple[Words, ...]
    """The first rules on money that follow from the case, or from the way proposed."""

    @property
    def said(self) -> tuple[str, ...]:
        """The same in order, a sentence each."""
        return tuple(text for text in (self.known, self.amounts, self.unknown, *self.rules) if text)


class NoteWay(Part):
    """A way, beside those that could be taken instead."""

    question: str
    """The key question that it answers."""
    option: str | None
    """The option; none for doing nothing where no option is that."""
    title: Words
    """Its name."""
    kind: Literal["proposed", "other", "beside", "staying"]
    """The one proposed, another one, one that goes with it, or doing nothing."""
    status: Status
    """Its status."""
    pleas: tuple[Words, ...]
    """What speaks for it, apart from the reasons given above."""
    against: tuple[Words, ...]
    """What speaks against it; for a closed one, what it lacks."""
    told: bool = False
    """Whether some of it stands among the reasons given above."""
    no_choice: bool = False
    """Whether it is no longer for the members to choose, others having to decide otherwise."""
    no_votes: bool = False
    """Whether it would not gather its votes, though no text closes it."""


class NotePoint(Part):
    """Something to find out or to correct."""

    what: Words
    """The question, or the answer to correct."""
    why: Words | None
    """Why it matters."""
    stake: Words | None = None
    """What is owed within a time that runs from the day asked for: that time may be ending, or over."""
    ask: Words | None
    """Where to look or whom to ask; none where what is to be found out says it."""
    citations: tuple[Citation, ...] = ()
    """Where it is written."""
    named: Words | None = None
    """Of a point that can still change what is proposed, its name in a few words."""


class Note(Part):
    """Everything that a note says."""

    kind: NoteKind
    """Whether it proposes a course."""
    asked: tuple[Words, ...]
    """The key questions, in full."""
    underway: tuple[Words, ...]
    """How far procedures have come, and acts recorded that cannot be."""
    pressing: tuple[Words, ...] = ()
    """What is owed late, or by a day that no act of the plan keeps."""
    answers: tuple[NoteAnswer, ...]
    """The course, one line a key question, those still to be settled among them."""
    leading: str | None = None
    """Of several key questions, the first one on which something is to be done: the first reason is of its answer."""
    meaning: Words | None
    """What the answer means, where there is one key question."""
    reasons: tuple[Reason, ...]
    """The decisive reasons: of several answers, one of each that is voted."""
    stops: tuple[NoteStop, ...]
    """What may stop the course, the likeliest first."""
    first_act: Words | None
    """What comes before the first vote."""
    seats: Words | None = None
    """The seats of each member, where the course shares them out."""
    seats_if: Words | None = None
    """The way, between quotation marks, whose blocked votes have to be carried for these seats to be shared."""
    effect_if: Words | None = None
    """To which days the effect goes if acts are needed of which nobody knows it yet."""
    effect_first: Words | None = None
    """What comes after the effect of the course, and had better come before."""
    votes: tuple[NoteVote, ...]
    """What is asked of councils, in order of time: the first ones stand on the first page."""
    more_votes: int
    """How many other votes there are."""
    no_session: Words | None = None
    """On which of the days told councils do not sit by habit."""
    no_vote: Words | None
    """Why nothing is voted."""
    span: Words | None
    """From when to when the course runs, and whether the wished day of effect can be kept."""
    effect: Words | None = None
    """Of these days, when the first way that has a day of effect takes it."""
    dates: tuple[NoteDate, ...]
    """The dates, in order of time."""
    undated: tuple[Words, ...] = ()
    """What is owed within a time that no day begins yet."""
    timeline: Picture | None
    """The course in time."""
    map: NoteMap | None = None
    """The members on their ground, where a note alone is made and their outlines are known."""
    money: NoteMoney | None = None
    """What is known of money, where a course is proposed."""
    ways: tuple[NoteWay, ...]
    """The ways compared, doing nothing among them."""
    live: tuple[Words, ...]
    """Other ways, that are open or can be opened."""
    closed: tuple[Words, ...]
    """Other ways, that are closed."""
    points: tuple[NotePoint, ...]
    """What is to be found out, in order; those that can still change what is proposed stand together."""
    named_points: tuple[Words, ...] = ()
    """Those of them that have no room, named only."""
    more_points: int
    """How many other points there are."""

    @property
    def leading_stop(self) -> NoteStop | None:
        """What may stop the answer that leads, told beside it; none where all that is feared is of other answers."""
        first = self.stops[0] if self.stops and self.leading is not None else None
        return first if first is not None and (not first.on or self.leading in first.on) else None

    @property
    def leading_stops(self) -> tuple[NoteStop, ...]:
        """Give it with what may stop the votes of other answers for which those of that answer wait."""
        first = self.leading_stop
        return (first, *(stop for stop in self.stops[1:] if stop.leads)) if first is not None else ()
