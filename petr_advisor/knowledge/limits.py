"""Limits of acts: their length, the event they run from, and what passing them does."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.law import Confidence
from petr_advisor.knowledge.lengths import Length
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

LimitKind = Literal["maximum", "before", "wait", "day", "window", "at_once", "same_day", "advised", "as_agreed"]
"""Within a time; at least a time before; a time to wait; by a day; a right of others that ends; at once; on the day
of the event; advice; as the parties wrote."""

Passing = Literal["deemed", "lapses", "late", "closes", "opens"]
"""A result by silence; the power is lost; still due, a breach meanwhile; a right of others ends; a wait is over."""

PassedResult = Literal["favourable", "unfavourable", "given"]
"""What silence is deemed to be: assent, refusal, an opinion given."""

_MEASURED = frozenset({"maximum", "wait", "window", "advised"})
"""Kinds that need a length."""
_FROM_AN_EVENT = _MEASURED | {"before", "same_day"}
"""Kinds that need the event they run from."""
_WITHOUT_PASSING = frozenset({"before", "advised", "as_agreed"})
"""Kinds of which nothing need be said of what passing them does."""


class Passed(Entry):
    """What passing a limit does, from the day after its last."""

    does: Passing
    """Which of the five."""
    result: PassedResult | None = None
    """What is deemed; compulsory for `deemed`."""
    says: Text | None = None
    """What it comes to, in words: what is lost, what ends, what lateness costs."""
    to: str | None = None
    """When the power lapses: the act of the same procedure to which it passes."""
    confidence: Confidence | None = None
    """How sure, where less than the procedure."""

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if (self.does == "deemed") != (self.result is not None):
            raise FormError.of("check.passed-result")
        if self.to is not None and self.does != "lapses":
            raise FormError.of("check.passed-to")
        return self


class YearDay(Entry):
    """A day of the year."""

    month: int = Field(ge=1, le=12)
    """Its month, from 1 to 12."""
    day: int = Field(ge=1, le=31)
    """Its day in the month."""
    of: Literal["each_year", "year_after"] = "each_year"
    """Of each year, or of the year that follows that of the event the limit runs from."""


class Limit(Entry):
    """By when an act is to be done, or from when it may; without one an act is awaited without term."""

    kind: LimitKind
    """What sort of limit it is."""
    length: Length | None = None
    """How long it is; `before` without one is before the event, however little."""
    from_: str | None = Field(default=None, alias="from")
    """The event that it runs from, an act of the same procedure, or a date fact; also written under `after`."""
    with_act: str | None = None
    """The act of the same procedure that brings the event about; its day stands for it while that is not known."""
    by: date | None = None
    """A fixed last day."""
    yearly: YearDay | None = None
    """A day of the year."""
    weekday: Literal["friday"] | None = None
    """Its last day is that day of the week in which it would end."""
    passed: Passed | None = None
    """What passing it does; compulsory but for advice and for what the parties wrote."""
    advised: bool = False
    """Whether it is advice rather than law."""
    wished: bool = False
    """Whether the State only aims at it: no text makes it law, and nothing is lost by passing it."""
    at_earliest: Text | None = None
    """Where its fixed day is only the earliest that the last one can be, in words: no text dates what it runs from."""
    moved: Literal["if_not_working_day"] | None = None
    """Whether a last day that is not worked goes on to the next that is; only where a norm says so."""
    confidence: Confidence | None = None
    """How sure the count is, where less than the norms."""

    @property
    def is_advice(self) -> bool:
        """Whether it is advice rather than law."""
        return self.advised or self.kind == "advised"

    @property
    def of_an_event(self) -> bool:
        """Whether it is a day of the year that follows that of its event: none is known before that one."""
        return self.yearly is not None and self.yearly.of == "year_after"

    @model_validator(mode="before")
    @classmethod
    def _one_event(cls, raw: Any) -> Any:
        if isinstance(raw, str):
            raise FormError.of("check.limit-in-words", value=raw)
        if not isinstance(raw, Mapping) or "after" not in raw:
            return raw
        if "from" in raw:
            raise FormError.of("check.deadline-two-events")
        return {("from" if key == "after" else key): value for key, value in raw.items()}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind in _MEASURED and self.length is None:
            raise FormError.of("check.limit-length", name=self.kind)
        if self.kind in _FROM_AN_EVENT and self.from_ is None:
            raise FormError.of("check.limit-event", name=self.kind)
        if self.kind == "day" and self.by is None and self.yearly is None:
            raise FormError.of("check.limit-day")
        if self.passed is None and not self.advised and self.kind not in _WITHOUT_PASSING:
            raise FormError.of("check.limit-passed", name=self.kind)
        if self.advised and self.passed is not None and self.passed.does == "late" and self.passed.says is None:
            raise FormError.of("check.limit-advised-late")  # nobody is late of what no text asks for
        return self
