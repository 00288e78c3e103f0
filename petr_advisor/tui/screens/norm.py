"""The sheet of a norm: what it says, where, when, how sure, what to check."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.norm_words import addresses, sheet
from petr_advisor.tui.online import show_address
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys


class LawScreen(AdvisorModal[None]):
    """The sheets of some norms, one under the other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("online", "copy", "close", "language")
    HELP_KEY = "help.law"

    def __init__(self, norms: Iterable[str]) -> None:
        super().__init__()
        self._norms = tuple(dict.fromkeys(norms))
        self._addresses: list[str] = []
        """Where their sources can be read."""

    def compose(self) -> ComposeResult:
        """Lay out the sheets."""
        with Container(classes="frame"):
            yield Static(markup=False, classes="title")
            with VerticalScroll():
                yield Static(markup=False, classes="sheet")
            yield Keys("online", "copy", "close", "language")

    def show(self) -> None:
        """Write the sheets."""
        super().show()
        base = self.advisor.base
        self._addresses = addresses(base, self._norms)
        found = [sheet(base, base.norms[key], self.voice, self._addresses) for key in self._norms if key in base.norms]
        self.query_one(".title", Static).update(self.say("law.title"))
        self.query_one(".sheet", Static).update(Content("\n\n").join(found))
        self.query_one(VerticalScroll).focus()

    def on_key(self, event: events.Key) -> None:
        """Open the address whose figure is pressed."""
        if event.character is not None and event.character in "123456789":
            self._open(int(event.character) - 1)

    def action_online(self) -> None:
        """Open the first address."""
        self._open(0)

    def action_copy(self) -> None:
        """Copy the sheets."""
        self.copy_words(str(self.query_one(".sheet", Static).content))

    def _open(self, place: int) -> None:
        if place < len(self._addresses):
            show_address(self.advisor, self._addresses[place], self._addresses[place])
        else:
            self.advisor.tell("online.no-address")
