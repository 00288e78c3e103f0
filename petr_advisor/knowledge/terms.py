"""Terms: what the law itself will do on a day, and what has to be done before."""

from datetime import date

from pydantic import Field

from petr_advisor.knowledge.conditions import When
from petr_advisor.words.texts import Entry, Text


class Checking(Entry):
    """Something to be sure of before an act: whoever answered that it is so has no need to be told."""

    when: When
    """What is to be so."""
    text: Text
    """The same as a clause, with its conjunction (« que le pays a été reconnu… »)."""


class Avoiding(Entry):
    """An act that avoids what the law would do, or what it would cost."""

    act: Text
    """The act, as a verb phrase."""
    once_checked: tuple[Checking, ...] = ()
    """What is to be checked before it, as far as the answers do not say it."""
    months_before: int = Field(ge=0)
    """How many months before the day of the event it has to be done; with none, until the eve of that day.

    What is signed under a scheme that ends on a fixed day, and calls for no procedure, can be until that day itself."""
    procedure: str | None = None
    """The procedure of that act, which a plan begins with where it is the first that can still be done."""
    met_by: tuple[str, ...] = ()
    """The acts (`procedure/act`) that are that act: a plan tells its last day on them."""
    prolongs: bool = False
    """Whether the body goes on beyond the day by it."""


class Term(Entry):
    """An event by law to come: on its day the law does something with no act of anybody."""

    title: Text
    """The event, as a noun phrase."""
    about: tuple[str, ...] = ()
    """The key questions beside which it is told; all where none is named."""
    when: When
    """Whom it concerns."""
    unless: When | None = None
    """When the answers say that it does not concern them after all: until they do, it is told."""
    on: date | str
    """Its day, or the date fact that holds it."""
    looms: When | None = None
    """When the answers say that it comes before what is planned: it is told then although its day is not known."""
    does: Text
    """What the law does on that day."""
    avoided_by: tuple[Avoiding, ...] = Field(min_length=1)
    """The acts that avoid it, each with its last day: any of them is enough."""
    who: str
    """Who does them: an actor."""
    spared: When | None = None
    """When the answers say that the event harms nothing: what avoids it is then in no plan."""
    ends_the_body: bool = False
    """Whether the body under study is no more from that day, unless it has been prolonged."""
    ends: tuple[str, ...] = ()
    """The options that last no longer than that day, unless it is avoided."""
    but: Text | None = None
    """What there is for these, to be read after « jusqu'au… »."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
