"""The other procedures of which an act consists: each of several, or one of them."""

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry


class Calls(Entry):
    """Other procedures of which an act consists."""

    all: tuple[str, ...] = ()
    """Each of these."""
    one_of: tuple[str, ...] = ()
    """One of these, the most usual first: its acts alone are drafted while the answers choose none."""
    settled: Mapping[str, When] = Field(default_factory=dict)
    """In which cases the answers choose the one of several: {procedure: condition}."""
    recorded_while: When | None = None
    """As long as what is recorded of these is of this act, and of no other one that calls them."""
    apart: str | None = None
    """The procedure that stands in the place of one while what runs of it is of another text, an answer of its own."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if bool(self.all) == bool(self.one_of):
            raise FormError.of("check.calls-one")
        if not self.settled.keys() <= {*self.one_of}:
            raise FormError.of("check.calls-settled")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, whether each is done or one."""
        return self.all or self.one_of
