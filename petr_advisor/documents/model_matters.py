"""The part of a report that goes with the answers: duties, risks, seats, disputed points, sources."""

from datetime import date
from typing import Literal

from petr_advisor.documents.parts import Citation, Part, Words
from petr_advisor.knowledge.law import Confidence
from petr_advisor.knowledge.rules import DutyKind

Likelihood = Literal["established", "presumed", "general"]
"""It follows from the answers; it follows unless an exception, still to be checked, applies; it goes with any case."""


class ConflictPart(Part):
    """Answers that exclude each other."""

    text: Words
    """What is impossible, and what to check."""
    answers: tuple[Words, ...]
    """The answers, each with its value."""
    facts: tuple[str, ...]
    """What they answer, `ID` or `ID@ENTITY`; the date of law, when it is one of them, comes last and has none."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class DutyPart(Part):
    """An obligation, a permission, a prohibition or a recommendation."""

    rule: str
    """The rule it follows from."""
    of: str | None
    """The entity it is about, where it is one duty for each."""
    topic: Words | None
    """The subject of the norm it rests on first."""
    kind: DutyKind
    """What kind of duty it is."""
    who: Words
    """Whom it binds."""
    does: Words
    """What it is."""
    when: Words | None
    """By when, in words."""
    deadline: date | None
    """By when, as a day."""
    advised: bool
    """Whether that time is advised rather than written in the law."""
    wished: bool = False
    """Whether the State only aims at that day."""
    late: bool = False
    """Whether that day is past: it is late, unless it was done."""
    silence: Words | None
    """What silence means."""
    likelihood: Likelihood
    """Whether it follows from the answers, and whether an exception is still to be checked."""
    because: tuple[Words, ...]
    """For a risk: the answers that bring it about."""
    consequence: Words | None
    """What happens otherwise."""
    precaution: Words | None
    """For a risk: how to guard against it."""
    grave: bool
    """Whether a risk, or what is owed, is told among the first."""
    readings: tuple[Words, ...]
    """Readings of disputed points under which it comes out otherwise."""
    options: tuple[str, ...]
    """The options on whose way it arises; the case as a whole when empty."""
    anyway: bool
    """Whether it arises whatever option is taken."""
    about_money: bool
    """Whether it is about money: documents show it with the funding."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class SeatPart(Part):
    """The seats of one member."""

    member: Words
    """Its name."""
    population: int
    """Inhabitants."""
    share: float
    """Share of the population, between 0 and 1."""
    before_cap: int
    """Seats once each member has one, before the cap; for a distribution kept, those that population would give."""
    seats: int
    """Seats proposed, or kept."""


class MemberPart(Part):
    """A member of today."""

    name: Words
    """Its name."""
    population: int | None
    """Inhabitants; none where they are not known."""


class Governance(Part):
    """Members, populations and seats."""

    total: int | None
    """Seats in the council; none when no distribution can be proposed."""
    cap: int | None
    """The most that one member may have."""
    level: tuple[str, ...] = ()
    """The members between whom the last seat was a tie, where it was."""
    kept: bool = False
    """Whether the distribution was kept during the consultation; it is a proposal otherwise."""
    seats: tuple[SeatPart, ...]
    """One for each member whose population is known, the largest first."""
    remarks: tuple[Words, ...]
    """What shaped the distribution, and what is missing."""
    counted: tuple[Words, ...] = ()
    """Of these, who is counted, where they are not all the members of today."""
    citations: tuple[Citation, ...]
    """The rules on seats."""
    members_today: tuple[MemberPart, ...] = ()
    """The members of today, where the course makes others of them; none where they are those that have seats."""


class ReadingPart(Part):
    """One reading of a disputed point."""

    statement: Words
    """What it holds."""
    followed: bool
    """Whether the report follows it."""
    arguments: tuple[Words, ...]
    """What speaks for it."""
    who_holds: Words | None
    """Who holds it."""
    effects: tuple[Words, ...]
    """What changes under it."""


class DisputedPart(Part):
    """An unsettled point of law that bears on the case."""

    id: str
    """Its identifier."""
    question: Words
    """The point, as a question."""
    readings: tuple[ReadingPart, ...]
    """Its readings, the one followed first."""
    course: Words
    """The prudent course."""
    ask: Words
    """Whom to ask."""
    options: tuple[str, ...]
    """The options whose status or steps turn on it."""
    citations: tuple[Citation, ...]
    """The norms concerned."""


class SettlePart(Part):
    """A point to settle."""

    fact: str
    """What is to be answered."""
    of: tuple[str, ...]
    """The entities of which it is to be answered; the territory when there is none."""
    question: Words
    """What to find out."""
    why: Words
    """Why it matters."""
    where: Words
    """Where to find the answer."""
    decisive: bool
    """Whether it can change which option is open."""
    asked: bool
    """Whether it was asked and answered « I do not know »."""


class SourcePart(Part):
    """A text the report rests on."""

    id: str
    """Its identifier."""
    kind: Words
    """What sort of text it is."""
    title: Words
    """Its name."""
    paragraphs: tuple[Words, ...]
    """The places cited."""
    version: Words
    """The version read at the date of law."""
    address: str | None
    """Where it can be read: its official address where there is one."""
    read_in: str | None
    """Where it was read, when that is another place: a mirror, a translation, a commentary."""


class NormPart(Part):
    """A norm the report rests on."""

    id: str
    """Its identifier."""
    statement: Words
    """What it says."""
    places: tuple[Words, ...]
    """Where it stands."""
    period: Words
    """When it is in force."""
    confidence: Confidence
    """How sure it is."""
    sureness: Words
    """How sure it is, in words."""
    check: Words | None
    """What to check, and where."""
    note: Words | None
    """What else to know."""


class AnswerPart(Part):
    """An answer or another known fact."""

    of: Words | None
    """The member it belongs to; none for the territory."""
    label: Words
    """What it is."""
    value: Words
    """Its value."""
    origin: Words
    """Who gave it."""
