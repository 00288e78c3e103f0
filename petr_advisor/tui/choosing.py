"""The option that a line stands for, its question, and what choosing it does to the answers on the other tabs."""

from dataclasses import dataclass

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.leads import leading_first
from petr_advisor.tui.conclusions import Entry

HEAD = frozenset({"breach", "dates"})
"""What stands above the answers, of which nothing is a way."""


@dataclass(frozen=True)
class Choice:
    """A way just chosen for a key question, and what was concluded before."""

    question: str
    before: Pen

    def changed(self, after: Pen) -> tuple[str, ...]:
        """Give the titles of the other questions that are answered otherwise since."""
        was = {part.id: part.decision for part in self.before.report.questions}
        others = (part for part in after.report.questions if part.id != self.question)
        return tuple(part.title for part in others if was.get(part.id, part.decision) != part.decision)


def question_of(pen: Pen | None, option: str | None) -> str | None:
    """Give the key question that an option answers, where it is one of those told."""
    questions = pen.report.questions if pen else ()
    return next((each.id for each in questions for found in each.options if found.id == option), None)


def option_of(pen: Pen | None, entry: Entry | None) -> str | None:
    """Give the option that a line stands for; of an answer of the course, the one that it goes on with."""
    if entry is not None and entry.kind == "question" and pen is not None:
        found = (question for question in pen.report.questions if question.id == entry.key)
        return next((option for question in found for option in question.retained), None)
    return entry.key if entry is not None and entry.kind in {"option", "absent"} else None


def explained(pen: Pen | None, entry: Entry | None, tab: str) -> str | None:
    """Give the option that is explained on a line: on those above the answers, the one that the tab goes on with."""
    if pen is None or entry is None or entry.kind not in HEAD:
        return option_of(pen, entry)
    questions = [each for each in pen.report.questions if each.id == tab] or leading_first(pen.report.questions)
    return next((option for each in questions for option in each.retained), None)


def basis(pen: Pen | None, conclusion: str | None) -> tuple[str, ...]:
    """Give the norms that an option rests on."""
    option = pen.option((conclusion or "").removeprefix("option:")) if pen else None
    return tuple(citation.norm for citation in option.citations) if option else ()
