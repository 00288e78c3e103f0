"""Lengths of time of a plan: those of the rule base, and the time that procedures called take."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from petr_advisor.knowledge.lengths import Length, Span
from petr_advisor.knowledge.limits import Limit
from petr_advisor.planning.network import AT_ONCE
from petr_advisor.planning.network import Span as Time
from petr_advisor.procedures.counting import last_day
from petr_advisor.procedures.record import Setting
from petr_advisor.procedures.working_days import DayOff


@dataclass(frozen=True)
class Lasting:
    """A usual duration; one in months ends on the last day of a month that has no such day."""

    span: Span

    def end(self, day: date) -> date:
        """Give its last day."""
        return last_day(day, self._length)

    @cached_property
    def _length(self) -> Length:
        return Length(n=self.span.n, unit=self.span.unit, rounding="down" if self.span.in_months else None)


@dataclass(frozen=True)
class Limited:
    """A legal limit, counted and moved as the law wants it."""

    limit: Limit
    setting: Setting = field(compare=False)

    def end(self, day: date) -> date:
        """Give its last day; the day itself where it has no length."""
        found = self.setting.due(self.limit, day)
        return found.last if found else day

    def off(self, day: date) -> tuple[DayOff, ...]:
        """Give the days on which nobody works that its last day was moved from."""
        found = self.setting.due(self.limit, day)
        return found.off if found else ()


@dataclass(frozen=True)
class Longest:
    """Several things side by side: the longest counts."""

    parts: tuple[Time, ...]

    def end(self, day: date) -> date:
        """Give the last of their ends."""
        return max((part.end(day) for part in self.parts), default=day)


@dataclass(frozen=True)
class Soonest:
    """One of several things: the shortest counts."""

    parts: tuple[Time, ...]

    def end(self, day: date) -> date:
        """Give the first of their ends."""
        return min((part.end(day) for part in self.parts), default=day)


@dataclass(frozen=True)
class Lazy:
    """A time that is worked out day by day, each day once."""

    work: Callable[[date], date]
    known: dict[date, date] = field(default_factory=dict, compare=False)

    def end(self, day: date) -> date:
        """Give its last day."""
        if day not in self.known:
            self.known[day] = self.work(day)
        return self.known[day]


def at_least(span: Time, least: Time) -> Time:
    """Give a time that is no shorter than another."""
    return span if least is AT_ONCE else Longest((span, least))
