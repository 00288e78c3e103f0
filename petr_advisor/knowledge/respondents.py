"""Who knows: whom to ask for each fact that is asked."""

from pydantic import Field

from petr_advisor.words.texts import Entry, Text


class Respondent(Entry):
    """Somebody to ask, or a register to read."""

    title: Text
    """Who it is, with its article."""
    third_party: bool = False
    """Whether it decides for itself: nothing is given up because nobody has asked it yet."""
    knows: tuple[str, ...] = Field(min_length=1)
    """The facts that it is asked for; each fact that is asked stands with one respondent."""
