"""A page of the conclusions to read: drawn at the width of the screen, to scroll through and to copy."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from petr_advisor.documents.blocks import Block
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.renderers.text import text
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys

MARGINS = 4
"""What the sides and the scroll bar take."""


class ReadingScreen(AdvisorScreen[None]):
    """Shows some blocks; a page says which, and how they are drawn."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("copy", "project", "language", "help", "close", "quit")

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Banner()
        with VerticalScroll(classes="body page"):
            yield Static(markup=False, classes="sheet")
        yield Keys("copy", "language", "commands", "help", "close")

    @abstractmethod
    def blocks(self, pen: Pen) -> Iterable[Block]:
        """Give what the page says."""

    @abstractmethod
    def page(self, pen: Pen, width: int) -> RenderableType:
        """Draw the page at a width."""

    @property
    def pen(self) -> Pen | None:
        """What lays out the conclusions; none while they are being put into words."""
        evaluation = self.session.evaluation
        if evaluation is None:
            return None
        if self.language not in evaluation.told:
            self.advisor.tell_conclusions(evaluation, self.language)
        return evaluation.told.get(self.language)

    def show(self) -> None:
        """Draw the page again."""
        super().show()
        pen = self.pen
        if pen is not None:
            self.query_one(".sheet", Static).update(self.page(pen, self.app.size.width - MARGINS))
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Draw the page at the new width."""
        self.show()

    def action_copy(self) -> None:
        """Copy the whole page."""
        pen = self.pen
        if pen is not None:
            self.copy_words(text(self.blocks(pen)))
