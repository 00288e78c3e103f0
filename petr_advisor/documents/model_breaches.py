"""The form of what comes first: what is for today, what is broken or owed at once, what the law itself will do."""

from datetime import date

from petr_advisor.documents.parts import Citation, Part, Words


class TodayPart(Part):
    """A legal day that the law still leaves time for, and usual durations do not."""

    task: str
    """The identifier of the task that it binds."""
    title: Words
    """The act, and its last day."""
    does: Words
    """What to do today, and what passing the day does."""
    citations: tuple[Citation, ...]
    """Where it is written."""


class BreachPart(Part):
    """What is to be put right first: a condition no longer met, what is amiss in what was done, a grave obligation."""

    key: str
    """`regime/condition`; of what is amiss in what was done, `option/requirement`; of what is owed, the rule."""
    title: Words
    """What is not met; of what is owed, who owes what."""
    mended: Words | None
    """The acts that mend it."""
    seats: Words | None = None
    """Where it is the seats that are amiss, those proposed among the members of today."""
    voted: Words | None = None
    """Who votes that, and when, where the plan has it."""
    meanwhile: Words | None = None
    """What to beware of until it is mended."""
    by_law: Words | None
    """What the law does by itself; of what is owed, what happens otherwise."""
    citations: tuple[Citation, ...]
    """Where it is written."""

    @property
    def said(self) -> str:
        """The same in a row: what is amiss, what mends it, which seats, who votes it, until then, by law."""
        told = (self.title, self.mended, self.seats, self.voted, self.meanwhile, self.by_law)
        return " ".join(filter(None, told))


class TermPart(Part):
    """An event by law to come."""

    key: str
    """Its identifier."""
    title: Words
    """The event."""
    day: date | None
    """Its day; none where it is not known."""
    does: Words
    """What the law does on that day."""
    ask_by: date | None
    """The last day of the first act that avoids it; none where the day of the event is not known."""
    ask: Words
    """The acts that avoid it, each with its last day, or that it is too late for it."""
    citations: tuple[Citation, ...]
    """Where it is written."""
