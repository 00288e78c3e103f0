"""The sheet of a norm: what it says, where, when, how sure, what to check."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.norm_words import sheet
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys


class LawScreen(AdvisorModal[None]):
    """The sheets of some norms, one under the other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language")
    HELP_KEY = "help.tree"

    def __init__(self, norms: Iterable[str]) -> None:
        super().__init__()
        self._norms = tuple(dict.fromkeys(norms))

    def compose(self) -> ComposeResult:
        """Lay out the sheets."""
        with Container(classes="frame"):
            yield Static(markup=False, classes="title")
            with VerticalScroll():
                yield Static(markup=False, classes="sheet")
            yield Keys("close", "language")

    def show(self) -> None:
        """Write the sheets."""
        super().show()
        base = self.advisor.base
        found = [sheet(base, base.norms[key], self.voice) for key in self._norms if key in base.norms]
        self.query_one(".title", Static).update(self.say("law.title"))
        self.query_one(".sheet", Static).update(Content("\n\n").join(found))
        self.query_one(VerticalScroll).focus()
