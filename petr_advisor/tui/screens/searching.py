"""A screen that lists many things by name: « / » leads to the line in which one looks for some of them."""

from abc import abstractmethod
from typing import ClassVar

from textual import events, on
from textual.widgets import Input

from petr_advisor.dossiers.naming import folded
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.lines import Lines


class SearchingScreen(AdvisorScreen[None], TakesKeys):
    """Lists what has every word looked for."""

    LETTERS: ClassVar[bool] = False
    """Whether letters on the list are of a name: none is a key of the screen."""

    @abstractmethod
    def fill(self) -> None:
        """Show what is wanted."""

    def search_line(self) -> InputLine:
        """Make the line in which one types."""
        return InputLine(id="find", max_length=100, select_on_focus=False)

    def wanted(self, name: str) -> bool:
        """Tell whether a name has every word looked for, however it is written."""
        words = folded(self.query_one("#find", Input).value).split("-")
        return all(word in folded(name) for word in words)

    def takes(self, event: events.Key) -> bool:
        """Let letters on the list begin a search, where they mean nothing else, and the arrow lead out of it."""
        find = self.query_one("#find", InputLine)
        if self.focused is find and event.key == "down":
            self.set_focus(self.query_one(Lines))
            return True
        if self.focused is find:  # its own keys do not come here: this one came to the list, before it had the keyboard
            return find.write(event)
        letter = event.character or ""
        if not self.LETTERS or not letter.isalnum() or not isinstance(self.focused, Lines):
            return False
        self.set_focus(find)  # at once: the letter that follows is for it
        return find.write(event)

    @on(Input.Changed, "#find")
    def _looked_for(self) -> None:
        self.fill()

    @on(Input.Submitted, "#find")
    def _to_the_list(self) -> None:
        self.query_one(Lines).focus()

    def action_search(self) -> None:
        """Go to the line in which one looks for a name."""
        self.query_one("#find", Input).focus()

    def action_leave(self) -> None:
        """Leave the search first, then the screen."""
        find = self.query_one("#find", Input)
        if find.value:
            find.value = ""
            self.query_one(Lines).focus()
        else:
            self.dismiss()
