"""The help of a screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys


class HelpScreen(AdvisorModal[None]):
    """Says what the keys of a screen do."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language")

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Container(classes="frame"):
            yield Static(markup=False, classes="title")
            with VerticalScroll():
                yield Static(markup=False, classes="sheet")
            yield Keys("close", "language")

    def show(self) -> None:
        """Write the page."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("help.title")))
        self.query_one(".sheet", Static).update(Content(self.say(self._page)))
        self.query_one(VerticalScroll).focus()
