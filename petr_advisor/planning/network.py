"""Acts that wait for one another, dated: forward from a start, backward from a day.

Nothing here knows the law: an act has a name, a time that it takes, and acts that it waits for. Days are counted from
event to event: the day on which the act before is done starts the next and is not counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

DAY = timedelta(days=1)


class Span(Protocol):
    """A length of time, counted from a day."""

    def end(self, day: date) -> date:
        """Give the last day of the length that runs from a day; a later day never gives an earlier end."""


@dataclass(frozen=True)
class NoTime:
    """What takes no time: done on the day of its event."""

    def end(self, day: date) -> date:
        """Give the same day."""
        return day


AT_ONCE = NoTime()


@dataclass(frozen=True)
class OneDay:
    """What is done on the day after its event."""

    def end(self, day: date) -> date:
        """Give the day after."""
        return day + DAY


NEXT_DAY = OneDay()


@dataclass(frozen=True)
class Capped:
    """A length that ends by a day at the latest, unless it begins after it."""

    span: Span
    last: date

    def end(self, day: date) -> date:
        """Give its last day."""
        return max(day, min(self.span.end(day), self.last))


@dataclass(frozen=True)
class Wait:
    """A time that has to pass after another act."""

    on: str
    """The act from whose day it runs."""
    span: Span


@dataclass(frozen=True)
class Closed:
    """Days on which something is not done, both ends included."""

    first: date
    last: date
    begun: bool = True
    """Whether it may be begun on them all the same."""


def opened(closed: Iterable[Closed], day: date) -> date:
    """Give the first day from a day on that is not closed."""
    for each in sorted(closed, key=lambda each: each.first):
        if each.first <= day <= each.last:
            day = each.last + DAY
    return day


def opened_before(closed: Iterable[Closed], day: date) -> date:
    """Give the last day up to a day that is not closed."""
    for each in sorted(closed, key=lambda each: each.last, reverse=True):
        if each.first <= day <= each.last:
            day = each.first - DAY
    return day


@dataclass(frozen=True)
class Work:
    """An act in a network."""

    key: str
    takes: Span = AT_ONCE
    """Its own time, from the day on which all of `after` are done."""
    after: tuple[str, ...] = ()
    """The acts done before it begins."""
    waits: tuple[Wait, ...] = ()
    """It is done no sooner than each of these has passed."""
    cut: Wait | None = None
    """A limit that ends its own time, when that comes first."""
    not_before: date | None = None
    """It is done no sooner than that day."""
    on: date | None = None
    """The day of what has a day of its own, whatever it waits for: an act done, an event."""
    closed: tuple[Closed, ...] = ()
    """The days on which it is not done: it waits for the next one."""
    last: date | None = None
    """The day that ends its own time whatever it usually is, unless it begins later."""
    either: tuple[tuple[str, ...], ...] = ()
    """The acts of several ways, of which those of one are done before it begins."""

    @property
    def unbegun(self) -> tuple[Closed, ...]:
        """Those on which it does not even begin."""
        return tuple(each for each in self.closed if not each.begun)

    @property
    def before(self) -> frozenset[str]:
        """The acts that bear on its day."""
        limits = (*self.waits, self.cut) if self.cut else self.waits
        ways = (each for way in self.either for each in way)
        return frozenset() if self.on else frozenset((*self.after, *ways, *(wait.on for wait in limits)))


@dataclass(frozen=True)
class Days:
    """When an act begins to be possible, and when it is done."""

    ready: date
    """The day of the last act that it waits for, or the start."""
    done: date


class Network:
    """Works in an order in which none comes before one it waits for; ValueError when they wait in a circle."""

    def __init__(self, works: Iterable[Work]) -> None:
        """Put works in order; what a work waits for and is not among them bears on nothing."""
        given = {work.key: work for work in works}
        sorter = TopologicalSorter({key: sorted(work.before & given.keys()) for key, work in given.items()})
        try:
            self.works = {key: given[key] for key in sorter.static_order()}
        except CycleError as circle:
            raise ValueError(" → ".join(map(str, circle.args[1]))) from circle

    def earliest(self, start: date) -> dict[str, Days]:
        """Give the earliest days of each work, none being done before the start unless it has a day of its own."""
        found: dict[str, Days] = {}
        for key, work in self.works.items():
            ways = (max((found[each].done for each in way if each in found), default=start) for way in work.either)
            first = min(ways, default=start)
            ready = max((first, *(found[each].done for each in work.after if each in found)))
            if work.on is not None:
                found[key] = Days(min(ready, work.on), work.on)
                continue
            ready = opened(work.unbegun, max(ready, start))
            own = work.takes.end(ready)
            if work.cut is not None and work.cut.on in found:
                own = min(own, max(ready, work.cut.span.end(found[work.cut.on].done)))
            if work.last is not None:
                own = min(own, max(ready, work.last))
            waited = (wait.span.end(found[wait.on].done) for wait in work.waits if wait.on in found)
            found[key] = Days(ready, opened(work.closed, max(own, work.not_before or start, *waited)))
        return found

    def latest(self, ends: Mapping[str, date]) -> dict[str, date]:
        """Give the last day of each work that lets each of `ends` be done by its day; only works that bear on one.

        What cuts a time short is not counted on: prudence.
        """
        found = {key: day for key, day in ends.items() if key in self.works}
        for key, work in reversed(self.works.items()):
            if key not in found or work.on is not None:
                continue
            found[key] = opened_before(work.closed, found[key])
            begin = opened_before(work.unbegun, last_begin(work.takes, found[key]))
            for each in (*work.after, *(one for way in work.either for one in way)):  # whichever way is taken
                found[each] = min(found.get(each, begin), begin)
            for wait in work.waits:
                by = last_begin(wait.span, found[key])
                found[wait.on] = min(found.get(wait.on, by), by)
        return {key: found[key] for key in self.works if key in found}

    def binding(self, target: str, days: Mapping[str, Days]) -> tuple[str, ...]:
        """Give the chain of works that makes a target as late as it is, first to last: the critical path to it."""
        chain = [target]
        while (previous := self._holding(self.works[chain[-1]], days)) is not None:
            chain.append(previous)
        return tuple(reversed(chain))

    def _holding(self, work: Work, days: Mapping[str, Days]) -> str | None:
        """Give the work whose day holds this one."""
        if work.on is not None:
            return None
        own = days[work.key]
        for wait in work.waits:
            if wait.on in days and wait.span.end(days[wait.on].done) == own.done > work.takes.end(own.ready):
                return wait.on
        if own.done > work.takes.end(own.ready):
            return None  # a fixed day holds it
        return next((each for each in work.after if each in days and days[each].done == own.ready), None)

    def ancestors(self, target: str) -> frozenset[str]:
        """Give what bears on a work, near or far; itself left out."""
        found: set[str] = set()
        left = [target]
        while left:
            new = (self.works[left.pop()].before & self.works.keys()) - found
            found |= new
            left.extend(new)
        return frozenset(found)


def last_begin(span: Span, day: date) -> date:
    """Give the last day from which a length ends by a day."""
    begin = day - (span.end(day) - day)
    while span.end(begin) > day:
        begin -= DAY
    while span.end(begin + DAY) <= day:
        begin += DAY
    return begin
