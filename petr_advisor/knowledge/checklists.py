"""Questions that take several facts at once: « which of these situations are yours? », each line yes or no."""

from collections.abc import Collection, Mapping

from pydantic import Field

from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.texts import Entry, Text

MOST_LINES = 5
"""More lines than this are no longer answered at a glance."""


class Line(Entry):
    """One situation, found to be so or not."""

    fact: str
    """The fact that it tells: one of yes or no; or one of several values, of which yes or no then gives one."""
    label: Text | None = None
    """The situation, in a few words; the name of the fact when absent."""
    if_yes: str | None = None
    """For one of several values: the one that « yes » gives; when absent, « yes » has the fact asked by itself."""
    if_no: str | None = None
    """The same of « no »."""
    alone_for: tuple[str, ...] = ()
    """Key questions that are about its values: where one of them is asked, the fact is put by itself."""

    def value(self, kind: FactType, *, yes: bool) -> bool | str | None:
        """Give the value of the fact, of that kind, where the situation is so or not; none where it is still open."""
        if kind.type == "yes_no":
            return yes
        return self.if_yes if yes else self.if_no

    def said(self, kind: FactType, value: object) -> bool | None:
        """Tell whether a value of the fact says yes or no; None where it says neither, and for « I do not know »."""
        if value is None:
            return None
        if kind.type == "yes_no":
            return value if isinstance(value, bool) else None
        yes = value == self.if_yes if self.if_yes is not None else value != self.if_no
        no = value == self.if_no if self.if_no is not None else not yes
        return yes if yes != no else None


class Checklist(Entry):
    """Usual facts of one subject, asked together."""

    title: Text
    """Its name among the points to settle."""
    text: Text
    """The question."""
    help: Text
    """Where to find the answers."""
    lines: tuple[Line, ...] = Field(min_length=2, max_length=MOST_LINES)
    """In the order in which they are read."""


def taken_by(checklists: Mapping[str, Checklist], key_questions: Collection[str]) -> dict[str, str]:
    """Give the checklist that takes each fact where some key questions are asked; what is put by itself is absent."""
    return {
        line.fact: key
        for key, found in checklists.items()
        for line in found.lines
        if set(line.alone_for).isdisjoint(key_questions)
    }
