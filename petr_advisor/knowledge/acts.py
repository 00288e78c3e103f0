"""What is common to acts, cures and duties: by when, what silence means; cures themselves."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, model_validator

from petr_advisor.knowledge.conditions import When, exact_date
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

Silence = Literal["favourable", "unfavourable", "nothing", "not_written", "deemed_given", "disputed"]
"""What silence means: assent, refusal, nothing (an express act is needed), no text says, opinion given, unsettled."""


Made = Annotated[str | int | bool | date, BeforeValidator(exact_date)]
"""The value of a fact that a cure establishes."""


class Deadline(Entry):
    """A delay from an event, a fixed day, or a delay in words when its event is not a fact of the base."""

    after: str | None = None
    """The date fact of the event that starts the delay, also written under `from`."""
    by: date | None = None
    """A fixed last day."""
    months: int | None = None
    """Length of the delay in months."""
    days: int | None = None
    """Length of the delay in days."""
    text: Text | None = None
    """The delay in words."""
    recommended: bool = False
    """Whether the delay is advice rather than law."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        if not isinstance(raw, Mapping) or "from" not in raw:
            return raw
        if "after" in raw:
            raise FormError.of("check.deadline-two-events")
        return {("after" if key == "from" else key): value for key, value in raw.items()}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.after is None and self.by is None and self.text is None:
            raise FormError.of("check.deadline-incomplete")
        if self.after is not None and self.months is None and self.days is None:
            raise FormError.of("check.deadline-length")
        return self


class Removal(Entry):
    """Entities that an act takes out of a list."""

    entity: str
    """The kind of entity."""
    where: When
    """Which of them."""


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
    within: Text | None = None
    """In how long."""
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
