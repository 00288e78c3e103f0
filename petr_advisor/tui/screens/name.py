"""A name: another one for a dossier, that of a copy, that of a file."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import slug_of
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.name_line import NameLine
from petr_advisor.words.typography import clean


class NameScreen(AdvisorModal[str | None]):
    """Gives the name as it was typed, or None when it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("keep", "close")
    HELP_KEY = "help.dossiers"

    def __init__(self, title: str, proposed: str, check: Callable[[str], object] = slug_of) -> None:
        super().__init__()
        self._title = title
        self._proposed = proposed
        self._check = check
        """Refuses a name by SavedError."""

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with self.frame():
            yield Static(Content(self._title), classes="title")
            yield NameLine(self._proposed, max_length=1000)
            yield Keys("keep", "close")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.show()
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    @on(NameLine.Left)
    def _left_out(self, event: NameLine.Left) -> None:
        self.advisor.tell("new.one-line", warning=True, count=event.count)

    def action_keep(self) -> None:
        """Give the name; one that leads to nothing is refused."""
        name = " ".join(clean(self.query_one(Input).value).split())
        try:
            self._check(name)
        except SavedError:
            self.advisor.tell("new.bad-name" if name else "new.no-name", warning=True, name=name)
            return
        self.dismiss(name)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)
