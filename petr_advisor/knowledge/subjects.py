"""What one asks together: the subjects of questions, as people think of them."""

from pydantic import Field

from petr_advisor.words.texts import Entry, Text


class Subject(Entry):
    """Questions that a form shows together."""

    title: Text
    """Its name, as a heading."""
    money: bool = False
    """Whether its answers bear on money: what one owns, owes, pays or receives."""
    holds: tuple[str, ...] = Field(min_length=1)
    """Facts, or the first word of the names of facts (`scot`); the longest name that fits a fact decides."""


def names_of(fact: str) -> tuple[str, ...]:
    """Give the names under which a fact may be held, the longest first."""
    return fact, fact.partition(".")[0]
