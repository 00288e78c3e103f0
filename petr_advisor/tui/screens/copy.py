"""A consultation that is open elsewhere: work on a copy, or leave it."""

from typing import ClassVar

from textual.binding import BindingType

from petr_advisor.dossiers import HeldElsewhereError
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.ways import Said, WaysScreen


class CopyScreen(WaysScreen[bool]):
    """Says who has the consultation open, and gives whether a copy is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close")
    KEYS = ("open", "close")

    def __init__(self, error: HeldElsewhereError) -> None:
        super().__init__()
        self._error = error

    def said(self) -> Said:
        """Give who has it open and the two ways."""
        why = self.say("copy.why", by=self._error.by)
        return Said(self.say("copy.title"), why, [(self.say("copy.open"), True), (self.say("copy.leave"), False)])

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(False)  # noqa: FBT003 - the result of the screen
