"""The days of events: what limits run from, and when an act began."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from petr_advisor.knowledge.events import EventDay
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act

if TYPE_CHECKING:
    from petr_advisor.procedures.marking import Marking


class Days:
    """The days known in a procedure, asked of what is recorded and of the answers."""

    def __init__(self, marking: "Marking", acts: Mapping[str, Act] | None = None) -> None:
        """Read the days of a marking; `acts` as they are written, while its readings are not known yet."""
        self._marking = marking
        self._given = acts

    @property
    def _acts(self) -> Mapping[str, Act]:
        return self._marking.acts if self._given is None else self._given

    def recorded(self, key: str) -> date | None:
        """Give the day on which an act was done, as recorded or as a date fact says; None when nothing does."""
        whole = [found.on for found in self._marking.records.get(key, ()) if found.of_the_whole]
        if whole:
            return whole[-1]
        day = self._answered(key)
        return day if day is not None and day <= self._marking.as_of else None

    def planned(self, key: str) -> date | None:
        """Give the later day on which an act is recorded or said to be done."""
        days = [found.on for found in self._marking.to_come.get(key, ()) if found.member is None]
        day = self._answered(key)
        days += [day] if day is not None and day > self._marking.as_of else []
        return min((found for found in days if found is not None), default=None)

    def _answered(self, key: str) -> date | None:
        fact = self._acts[key].done_on
        return self._marking.setting.day_of(fact) if fact is not None else None

    def beginning(self, key: str) -> date | None:
        """Give the day on which an act begins: the notification, for a vote; else that of the last act before it."""
        act = self._acts[key]
        received = [found.received for found in self._marking.records.get(key, ()) if found.received is not None]
        if received:
            return min(received)
        if act.limit is not None and act.limit.from_ is not None:
            return self.event(key, act.limit)
        if (own := self.recorded(key)) is not None:
            return own
        before = [self.recorded(found) for found in act.after]
        return max((day for day in before if day is not None), default=None)

    def event(self, key: str, limit: Limit, member: str | None = None) -> date | None:
        """Give the day that a limit runs from, for a member where each has its own."""
        for found in self._marking.records.get(key, ()):
            if found.member == member and found.received is not None:
                return found.received
        return None if limit.from_ is None else self._named(key, limit.from_, limit)

    def _named(self, key: str, name: str, limit: Limit) -> date | None:
        name = self._acts[key].events.get(name, name)
        if name in self._acts:
            return self.recorded(name)
        day = self.named(name)
        stands_for = limit.with_act
        if day is None and stands_for is not None and stands_for in self._acts:
            return self.recorded(stands_for)
        return day

    def named(self, name: str) -> date | None:
        """Give the day of an event of the base, or that a date fact holds."""
        event = self._marking.setting.base.events.get(name)
        if event is None:
            return self._marking.setting.day_of(name)
        day = self._of(event.under(self._marking.setting.readings))
        return day + timedelta(days=event.later) if day is not None else None

    def _of(self, event: EventDay) -> date | None:
        if event.effect:
            return self.effect()
        if event.fact is not None:
            return self._marking.setting.day_of(event.fact)
        if event.acts:
            days = (self.recorded(act) for act in event.acts if act in self._acts)
            return next((day for day in days if day is not None), None)
        return event.known_day(self._marking.as_of)

    def effect(self) -> date | None:
        """Give the day of effect, as the acts of effect that are recorded fix it."""
        records = self._marking.records
        fixed = [
            found.effect or found.on
            for key in self._marking.procedure.effect_at
            for found in records.get(key, ())
            if found.of_the_whole and found.result != "refused"
        ]
        return max((day for day in fixed if day is not None), default=None)
