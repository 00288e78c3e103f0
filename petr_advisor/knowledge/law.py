"""Sources of law and the norms drawn from them, each with its period in force."""

import re
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text, Texts

Confidence = Literal["verified", "secondary", "recalled"]
"""How sure a norm is: the text was read; a guide or translation was read; known from memory only."""

CONFIDENCE_ORDER: tuple[Confidence, ...] = ("verified", "secondary", "recalled")


_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?")
"""A period in short: `2018-05-25..`, `..2015-08-08`, `2014-01-29..2015-08-08`."""


class InForcePeriod(Entry):
    """A period with both ends included, also written `2014-01-29..2015-08-08`; a missing end is not known or fixed."""

    from_: date | None = Field(default=None, alias="from")
    """First day in force."""
    to: date | None = None
    """Last day in force."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        if not isinstance(raw, str):
            return raw
        days = _PERIOD.fullmatch(raw)
        if days is None or raw == "..":
            raise FormError.of("check.period-written", value=raw)
        return {end: _day(text) for end, text in zip(("from", "to"), days.groups(), strict=True) if text}

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            raise FormError.of("check.period-ends-first", start=self.from_.isoformat(), end=self.to.isoformat())
        return self

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)

    def meet(self, other: "InForcePeriod") -> "InForcePeriod | None":
        """Give the days common to two periods, or None when there is no such day."""
        starts = [day for day in (self.from_, other.from_) if day]
        ends = [day for day in (self.to, other.to) if day]
        start, end = max(starts, default=None), min(ends, default=None)
        if start and end and start > end:
            return None
        return InForcePeriod(**{"from": start, "to": end})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FormError.of("check.no-such-day", value=text) from error


ALWAYS = InForcePeriod()

FIRST_DAY = date(2014, 1, 29)
"""First day of the law of the PETR, and earliest date of a consultation."""
LAW_READ_UP_TO = date(2026, 11, 24)
"""Until when the law was read: what came later is not in the rule base."""


class SourceVersion(Entry):
    """One version of a text: its period and the act that brought it."""

    from_: date | None = Field(default=None, alias="from")
    """First day in force."""
    to: date | None = None
    """Last day in force."""
    act: str | None = None
    """The amending act, by its French name."""

    @property
    def period(self) -> InForcePeriod:
        """The period as such."""
        return InForcePeriod(**{"from": self.from_, "to": self.to})


class Source(Entry):
    """A text where law is found: an article, an act, a judgment, an answer, a guide."""

    kind: Literal[
        "code-article", "law", "decree", "circular", "case-law", "parliamentary-answer",
        "report", "guide", "press", "eu-regulation", "other",
    ]  # fmt: skip
    """What sort of text it is."""
    title: Text
    """Its usual name."""
    legifrance_id: str | None = None
    """Its identifier on Légifrance, where known."""
    versions: tuple[SourceVersion, ...] = ()
    """Successive versions, oldest first."""
    address: str | None = None
    """A public address where it can be read."""
    no_text: bool = False
    """Whether it stands for memory alone: a reader can be sent nowhere, and a note does not show it as a source."""


class SourceReference(Entry):
    """A place in a source, also written `"identifier, paragraph"`."""

    id: str
    """The source's identifier."""
    paragraph: str | None = None
    """The paragraph, by its French name (« I, al. 2 »)."""
    when: When | None = None
    """Only in these cases is it there that the idea stands: an article for each category of EPCI."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        if not isinstance(raw, str):
            return raw
        source, comma, paragraph = (part.strip() for part in raw.partition(","))
        if not source or (comma and not paragraph):
            raise FormError.of("check.reference-written", value=raw)
        return {"id": source, "paragraph": paragraph or None}


CalendarDay = Literal["election", "installed", "call_closes"]
"""The first ballot of municipal elections; the last day for the installation that follows; the last day of a call."""


class Norm(Entry):
    """One legal idea, in our own words, with where it stands, when it holds and how sure it is."""

    topic: str
    """The subject it belongs to."""
    statement: Text
    """What it says."""
    sources: tuple[SourceReference, ...] = ()
    """Where it stands; the loader refuses a norm with none."""
    in_force: InForcePeriod = ALWAYS
    """When it is enacted."""
    usable: InForcePeriod | None = None
    """When the act it governs may be done, where that differs from `in_force`."""
    confidence: Confidence
    """How sure we are of it."""
    reading: Literal["literal", "deduced", "by-analogy"] = "literal"
    """Whether the text says it or we infer it."""
    last_read: str | None = None
    """The year of the edition that was read."""
    check: Text | None = None
    """What to check and where, or the name of one of the `checks`; compulsory unless the norm is verified."""
    note: Text | None = None
    """What a person who uses the conclusion must also know."""
    days: dict[CalendarDay, date] = {}
    """Days of the calendar that it gives, for a roadmap to reckon with."""
    disputed: tuple[str, ...] = ()
    """Disputed points it turns on."""
    aliases: tuple[str, ...] = ()
    """Other identifiers of the same idea."""
    succeeds: str | None = None
    """The earlier version of the same norm."""

    @property
    def period(self) -> InForcePeriod:
        """The days on which an act may rest on the norm: `usable` where given, else `in_force`."""
        return self.usable or self.in_force


class Reading(Entry):
    """One way of reading a disputed point."""

    statement: Text
    """What the reading holds."""
    arguments: Texts | None = None
    """What speaks for it."""
    who_holds: Text | None = None
    """Who holds it."""
    in_force: InForcePeriod = ALWAYS
    """When the reading makes sense."""


class DisputedPoint(Entry):
    """A point of law that is unsettled: its readings are the values of a fact that nobody is asked."""

    question: Text
    """The point, as a question."""
    prudent: str
    """The reading on which the prudent course rests."""
    usual: str | None = None
    """The reading that practice follows, where the prudent one asks for more: an act under the latter is then said to
    be disputed, and so is the answer that it carries out."""
    prudent_course: Text
    """What a careful body does meanwhile."""
    ask: Text
    """Whom to ask."""
    readings: dict[str, Reading] = Field(min_length=2)
    """The readings, by identifier."""
    norms: tuple[str, ...] = Field(min_length=1)
    """The norms concerned."""
    arises: When | None = None
    """When it can arise; a case known to be another is told nothing of it for the sole norms of its acts."""
    aliases: tuple[str, ...] = ()
    """Other identifiers of the same point."""
