"""A dossier that a team's database does not give yet: say so, and offer not to wait."""

from typing import ClassVar

from textual.binding import BindingType

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.ways import Said, WaysScreen
from petr_advisor.words.typography import as_a_line


class OpeningScreen(WaysScreen[bool]):
    """Stands in front until the database answers; closed by a person, whichever way, nobody waits any longer."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "quit")
    HELP_KEY = "help.dossiers"
    KEYS = ("close", "quit")

    def __init__(self, name: str) -> None:
        super().__init__()
        self._dossier = name

    def said(self) -> Said:
        """Give what is waited for and the way out."""
        title = self.say("opening.title", name=as_a_line(self._dossier))
        return Said(title, self.say("opening.waits"), [(self.say("opening.leave"), True)])
