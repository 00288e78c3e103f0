"""How long before its meeting a body must be called, by law: a vote of it cannot be sooner."""

from pydantic import Field

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.lengths import Span
from petr_advisor.words.texts import Entry


class MeetingNotice(Entry):
    """The notice of the meetings of some bodies, on the days on which its norms hold."""

    who: tuple[str, ...] = Field(min_length=1)
    """The bodies: actors."""
    length: Span
    """The time between the call and the meeting."""
    when: When | None = None
    """Only in cases known to be these."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
