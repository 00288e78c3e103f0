"""Terms: what the law itself will do on a known day, and what has to be done before."""

from pydantic import Field

from petr_advisor.knowledge.conditions import When
from petr_advisor.words.texts import Entry, Text


class Term(Entry):
    """An event by law to come: on its day the law does something with no act of anybody."""

    title: Text
    """The event, as a noun phrase."""
    when: When
    """Whom it concerns."""
    on: str
    """The date fact that holds its day."""
    does: Text
    """What the law does on that day."""
    ask_months_before: int = Field(gt=0)
    """How many months before that day the act that avoids it has to be done."""
    act: Text
    """That act, as a verb phrase."""
    who: str
    """Who does it: an actor."""
    spared: When | None = None
    """When the answers say that the event harms nothing: the act that avoids it is then in no plan."""
    procedure: str | None = None
    """The procedure of that act, which a plan begins with until the day has come."""
    met_by: tuple[str, ...] = ()
    """The acts (`procedure/act`) that are that act: a plan tells its last day on them."""
    ends: tuple[str, ...] = ()
    """The options that last no longer than that day, unless that act is done."""
    but: Text | None = None
    """What else than that act there is for these, to be read after « jusqu'au… »."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
