"""The options of the subjects side by side: status, conditions, for, against."""

from collections.abc import Iterator

from rich.console import RenderableType

from petr_advisor.documents.blocks import Block, Heading
from petr_advisor.documents.layout.front import side_by_side
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.tui.conclusions import live_and_shut, numbered
from petr_advisor.tui.drawn import drawn
from petr_advisor.tui.screens.reading import ReadingScreen

COLUMN = 30
"""The width that an option takes at least."""
CRITERIA = 14
"""The width of the names of the criteria."""


class CompareScreen(ReadingScreen):
    """Lays the options that are not ruled out side by side, as many in a table as there is room for."""

    HELP_KEY = "help.compare"
    TITLE_KEY = "compare.title"

    def __init__(self, subject: str | None) -> None:
        super().__init__()
        self._subject = subject
        """The key question, or none for all."""

    def blocks(self, pen: Pen) -> Iterator[Block]:
        """Give a table for each subject."""
        return self._tables(pen, most=99)

    def page(self, pen: Pen, width: int) -> RenderableType:
        """Draw as many options in a table as fit."""
        return drawn(self._tables(pen, most=max(2, (width - CRITERIA) // COLUMN)))

    def _tables(self, pen: Pen, *, most: int) -> Iterator[Block]:
        for question in pen.report.questions:
            live, _ = live_and_shut(question)
            if live and self._subject in {None, question.id}:
                yield Heading(level=1, text=question.title, id=f"options-of-{question.id}")
                yield from side_by_side(pen, tuple(numbered(live, question.retained)), most)
