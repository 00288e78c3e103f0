"""A dossier that a team's database does not give yet: say so, and offer not to wait."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.session import as_a_line
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines


class OpeningScreen(AdvisorModal[None]):
    """Stands in front until the database answers; closed by a person, nobody waits any longer."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "quit")
    HELP_KEY = "help.dossiers"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._dossier = name

    def compose(self) -> ComposeResult:
        """Lay out what is waited for and the way out."""
        with self.frame():
            yield Static(markup=False, classes="title")
            yield Static(markup=False, classes="text")
            yield Lines()
            yield Keys("close", "quit")

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("opening.title", name=as_a_line(self._dossier))))
        self.query_one(".text", Static).update(Content(self.say("opening.waits")))
        self.query_one(Lines).fill([Line(Content(f"▸ {self.say('opening.leave')}"), "leave")])
        self.query_one(Lines).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Wait no longer."""
        event.stop()
        self.dismiss()
