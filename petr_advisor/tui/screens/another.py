"""Another service, another operation: of which of the things in hand a copy is wanted for another one."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType

from petr_advisor.knowledge.options import Another
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.ways import Said, WaysScreen


class AnotherScreen(WaysScreen[str | None]):
    """Gives the key question of which another thing is to be taken."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close")
    KEYS = ("open", "close")

    def __init__(self, found: Mapping[str, Another]) -> None:
        super().__init__()
        self._found = found

    def said(self) -> Said:
        """Give what a copy may be about."""
        ways = [(self.text(each.named), question) for question, each in self._found.items()]
        return Said(self.say("another.title"), self.say("another.why"), ways)

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(None)
