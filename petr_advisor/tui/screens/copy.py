"""A consultation that is open elsewhere: work on a copy, or leave it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.dossiers import HeldElsewhereError
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines


class CopyScreen(AdvisorModal[bool]):
    """Says who has the consultation open, and gives whether a copy is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close")

    def __init__(self, error: HeldElsewhereError) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """Lay out what is said and the two ways."""
        with self.frame():
            yield Static(markup=False, classes="title")
            yield Static(markup=False, classes="text")
            yield Lines()
            yield Keys("open", "close")

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("copy.title")))
        why = self.say("copy.why", by=self._error.by)
        self.query_one(".text", Static).update(Content(why))
        ways = [(self.say("copy.open"), True), (self.say("copy.leave"), False)]
        self.query_one(Lines).fill([Line(Content(f"▸ {words}"), copied) for words, copied in ways])
        self.query_one(Lines).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with what was chosen."""
        self.dismiss(bool(self.query_one(Lines).target_at(event.option_index)))

    def action_leave(self) -> None:
        """Leave it."""
        self.dismiss(False)  # noqa: FBT003 - the result of the screen
