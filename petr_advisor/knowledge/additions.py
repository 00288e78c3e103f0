"""What is said beside an answer: of an option that is done or left behind, of a question whatever the answer."""

from pydantic import Field

from petr_advisor.knowledge.conditions import When
from petr_advisor.words.texts import Entry, Text


class Addition(Entry):
    """What is said beside an answer or in its place: until when it holds, whom to ask as well, what becomes of it."""

    when: When | None = None
    """In which cases."""
    text: Text
    """A sentence or two."""
    norms: tuple[str, ...] = Field(min_length=1)
    """What it rests on: it is said while they are all in force."""


class Reminder(Addition):
    """What is said beside the answer to a key question whatever it is, none as yet included."""

    theme: str | None = None
    """The theme whose answer it is said beside."""
    after: tuple[str, ...] = ()
    """Options of questions answered before, one of which alone gives it its subject; none given, any answer does."""
    once_moot: bool = False
    """Whether it is said where the question has no subject left, and there only; else it is said anywhere else."""
