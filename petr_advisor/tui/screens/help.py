"""The help of a screen: what it is for, every key that works there, the abbreviations in sight."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from petr_advisor.tui.actions import Action, bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.abbreviations import abbreviations, held_by
from petr_advisor.words.texts import Text


class HelpScreen(AdvisorModal[None]):
    """Says what a screen is for, what its keys do, and what the abbreviations that it shows mean."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language")

    def __init__(self, page: str, actions: Iterable[Action] = (), words: str = "") -> None:
        super().__init__()
        self._page = page
        self._actions = tuple(actions)
        self._words = words
        """What is in sight, where abbreviations are looked for; all are explained where it is empty."""

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Container(classes="frame"):
            yield Static(markup=False, classes="title")
            with VerticalScroll():
                yield Static(markup=False, classes="sheet")
            yield Keys("close", "language")

    def show(self) -> None:
        """Write the page."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("help.title")))
        self.query_one(".sheet", Static).update(Content("\n").join(self._lines()))
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterator[Content]:
        found = dict(held_by(self._words))
        if found:
            yield from self._glossary(self.say("help.abbreviations"), found)
            yield Content("")
        yield Content(self.say(self._page))
        yield Content("")
        yield Content(self.say("help.keys")).stylize("bold underline")
        for action in self._actions:
            sign = f"{action.shown(self.language):>8}"
            yield Content.assemble((sign, "bold $accent"), f"  {action.words(self.language)}")
        yield Content(self.say("help.larger")).stylize("dim")
        if not found:
            yield Content("")
            yield from self._glossary(self.say("help.all-abbreviations"), abbreviations())

    def _glossary(self, title: str, found: dict[str, Text]) -> Iterator[Content]:
        yield Content(title).stylize("bold underline")
        for short, meaning in found.items():
            yield Content.assemble((short, "bold"), f" – {self.text(meaning)}")
