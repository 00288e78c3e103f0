"""What is common to acts, cures and duties: what silence means; cures themselves."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from petr_advisor.knowledge.conditions import When, exact_date
from petr_advisor.knowledge.lengths import Duration, takes_read
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

Silence = Literal["favourable", "unfavourable", "nothing", "not_written", "deemed_given", "disputed"]
"""What silence means: assent, refusal, nothing (an express act is needed), no text says, opinion given, unsettled."""


Made = Annotated[str | int | bool | date, BeforeValidator(exact_date)]
"""The value of a fact that a cure establishes."""


class Turn(Entry):
    """Facts that an act makes otherwise only where others were so before it."""

    when: When
    """In which cases, of those before the act."""
    makes: dict[str, Made] = Field(min_length=1)
    """The facts it establishes there."""


class Removal(Entry):
    """Entities that an act takes out of a list."""

    entity: str
    """The kind of entity."""
    where: When
    """Which of them."""
    turns: tuple[Turn, ...] = ()
    """What is otherwise where it takes some out: what was measured against the whole list."""


class Unnamed(Entry):
    """How many become one where nobody said which; what is so whichever they are is then worked out."""

    number: str
    """The count of those that become one."""
    outside: str
    """The count of those that do not, one at least."""
    counts: tuple[str, ...]
    """The counts that hold all of them, where they are not listed: those that become one are one."""


class Merging(Entry):
    """Entities of a list that become one: the first of them stays, for all."""

    entity: str
    """The kind of entity."""
    where: When
    """Which of them."""
    sums: tuple[str, ...] = ()
    """Their facts, counts, that the one that stays has the sum of."""
    beyond: When | None = None
    """When others than those of the list become one with them: what was to be summed is then known if told, or not."""
    told: dict[str, str] = {}
    """The facts of the territory that tell those of the one that stays, in the place of a sum."""
    unnamed: Unnamed | None = None
    """What tells how many there are; when absent, none but those known to become one do."""


class Cure(Entry):
    """An act that changes facts so that a requirement is met."""

    title: Text
    """The act, as a noun phrase."""
    when: When | None = None
    """When it is available."""
    makes: dict[str, Made] = {}
    """The facts it establishes."""
    removes: Removal | None = None
    """The members it takes out; shares and perimeter are computed again."""
    options: tuple[str, ...] = ()
    """Options of another key question that it consists in: where that is answered, it is done by them alone."""
    who: str
    """The actor's identifier."""
    majority: str | None = None
    """The majority's identifier."""
    procedure: str | None = None
    """The procedure by which it is carried out."""
    apart: str | None = None
    """The one that stands in its place while that one runs for another text: votes never pass from one to the other."""
    acts: tuple[str, ...] = ()
    """Acts (`procedure/act`) of the ways that need it, by which it is carried out: it has no procedure of its own."""
    takes: Annotated[str | Duration, BeforeValidator(takes_read)] | None = None
    """How long it usually takes, where no procedure says so: a kind of `durations`, or a duration of its own."""
    limit: Limit | None = None
    """By when."""
    silence: Silence | None = None
    """What silence means."""
    note: Text | None = None
    """What else to know."""
    documents: tuple[str, ...] = ()
    """The documents to produce."""
    law_at: str | None = None
    """A date fact: its norms are read at that date."""
    norms: tuple[str, ...]
    """Where it is written; they also fix the days on which it exists."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.makes and self.removes is None:
            raise FormError.of("check.cure-changes-nothing")
        return self
