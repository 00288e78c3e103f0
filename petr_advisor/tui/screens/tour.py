"""The tour of a first time: a few short panels that can be left at any moment."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from petr_advisor.tui.actions import ACTIONS, bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys

PANELS = ("begin", "answer", "read", "keys")
KEYS_TOLD = ("conclusions", "how", "why_not", "open", "compare", "plan", "export")
"""The actions whose keys a panel tells."""


class TourScreen(AdvisorModal[None]):
    """Shows a panel at a time; leaving it is the same as having read it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("next_panel", "panel_before", "language", "help", "skip_tour")

    def __init__(self) -> None:
        super().__init__()
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        with self.frame():
            yield Static(markup=False, classes="title")
            with VerticalScroll():
                yield Static(markup=False, classes="sheet")
            yield Keys("next_panel", "panel_before", "language", "skip_tour")

    def show(self) -> None:
        """Write the panel."""
        super().show()
        place = self.say("tour.place", number=self._place + 1, count=len(PANELS))
        self.query_one(".title", Static).update(Content(place))
        keys = {name: ACTIONS[name].sign for name in KEYS_TOLD}
        self.query_one(".sheet", Static).update(Content(self.say(f"tour.{PANELS[self._place]}", **keys)))
        self.query_one(VerticalScroll).focus()

    def action_next_panel(self) -> None:
        """Go to the next panel; from the last, to the program."""
        if self._place + 1 == len(PANELS):
            self.dismiss()
        else:
            self._place += 1
            self.show()

    def action_panel_before(self) -> None:
        """Go back a panel."""
        self._place = max(0, self._place - 1)
        self.show()
