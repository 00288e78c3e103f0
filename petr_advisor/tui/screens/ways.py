"""A dialog that says something and offers the ways on."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines

Chosen = TypeVar("Chosen")


class Said(NamedTuple):
    """What the dialog says, in the language in use."""

    title: str
    text: str
    ways: Sequence[tuple[str, object]]
    """Each way on, with what the dialog gives when it is chosen."""


class WaysScreen(AdvisorModal[Chosen], Generic[Chosen]):
    """Gives the way that a person chose."""

    KEYS: ClassVar[tuple[str, ...]]
    """The keys that it names."""

    @abstractmethod
    def said(self) -> Said:
        """Give the words and the ways."""

    def compose(self) -> ComposeResult:
        """Lay out what is said and the ways."""
        with self.frame():
            yield Static(markup=False, classes="title")
            yield Static(markup=False, classes="text")
            yield Lines()
            yield Keys(*self.KEYS)

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        said = self.said()
        self.query_one(".title", Static).update(Content(said.title))
        self.query_one(".text", Static).update(Content(said.text))
        self.query_one(Lines).fill([Line(Content(f"▸ {words}"), way) for words, way in said.ways])
        self.query_one(Lines).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with what was chosen."""
        event.stop()
        self.dismiss(self.query_one(Lines).target_at(event.option_index))
