"""Events: what limits run from, each named once, with where its day comes from."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, Self

from pydantic import model_validator

from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

WhenUnknown = Literal["after_acts", "vote_day", "caller_effect"]
"""For a plan: the day after the acts before; that of the vote; that of the effect of the procedure that calls."""


class EventDay(Entry):
    """Where the day of an event comes from."""

    effect: bool = False
    """The day of effect of the procedure."""
    acts: tuple[str, ...] = ()
    """The first done of these acts, where the procedure has them."""
    fact: str | None = None
    """The date fact that holds it."""
    days: tuple[date, ...] = ()
    """Known days."""

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if sum(map(bool, (self.effect, self.acts, self.fact, self.days))) > 1:
            raise FormError.of("check.event-origins")
        return self

    def known_day(self, as_of: date) -> date | None:
        """Give, of its known days, the last that has come, else the first to come; None when it has none."""
        past = [day for day in self.days if day <= as_of]
        return max(past, default=min(self.days, default=None))

    def morrow(self, done: date) -> date | None:
        """Give the day after its known day, on which an act done by then takes effect; None once that day is past."""
        last = self.known_day(done)
        return last + timedelta(days=1) if last is not None and last >= done else None


class Event(EventDay):
    """An event; when nothing says where its day comes from, the record of the acts does."""

    label: Text
    """What happens, as a noun phrase with its article."""
    otherwise: WhenUnknown | None = None
    """What a plan takes for its day while it is not known."""
    again: tuple[str, ...] = ()
    """Other events of a procedure from which the same right of others runs anew."""
    later: int = 0
    """How many days it comes after its act."""
    for_each: bool = False
    """Whether each of those addressed has a day of its own."""
    by_reading: dict[str, dict[str, EventDay]] = {}
    """Where its day comes from under the readings of a disputed point."""

    def under(self, followed: Mapping[str, str]) -> EventDay:
        """Give where its day comes from under some readings: {point: reading}."""
        found = (readings.get(followed.get(point, "")) for point, readings in self.by_reading.items())
        return next((day for day in found if day is not None), self)
