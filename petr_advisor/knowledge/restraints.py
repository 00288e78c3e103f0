"""Days on which a body may not decide freely: between an election and the installation that follows it."""

from pydantic import Field

from petr_advisor.knowledge.law import CalendarDay
from petr_advisor.words.texts import Entry, Text


class Restraint(Entry):
    """What bodies may do meanwhile, between two days that a norm gives by name."""

    title: Text
    """What they may do, as a sentence without capital."""
    who: tuple[str, ...] = Field(min_length=1)
    """The bodies: actors."""
    first: CalendarDay
    """The name, in the `days` of norms, of the day on which it begins."""
    last: CalendarDay
    """That of the day on which it ends."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
