"""Days on which a body may not decide freely: between an election and the installation that follows it."""

from pydantic import Field

from petr_advisor.knowledge.law import CalendarDay
from petr_advisor.knowledge.lengths import Span
from petr_advisor.words.texts import Entry, Text


class Restraint(Entry):
    """What bodies may do meanwhile, between two days that a norm gives by name."""

    title: Text
    """Who may do what, as a sentence without capital."""
    who: tuple[str, ...] = Field(min_length=1)
    """The bodies: every actor whose votes are theirs."""
    first: CalendarDay
    """The name, in the `days` of norms, of the day on which it begins."""
    last: CalendarDay
    """That of the day on which it ends."""
    outgoing: Span | None = None
    """How long before that first day, by habit, they leave to the next body what holds for its term only."""
    advised: bool = False
    """Whether no text read restrains them: it is told where a vote of theirs may fall then, and no vote is moved."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
