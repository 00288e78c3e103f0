"""A note and its source, beside the answer to a question."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.consulting.admitting import LONGEST_REMARK, fitting
from petr_advisor.consulting.answers import Remark
from petr_advisor.inference.facts import FactKey
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.typography import clean


class NoteScreen(AdvisorModal[Remark | None]):
    """Gives the note as it was typed, or None when nothing changes; nothing is concluded from it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("keep", "close")
    HELP_KEY = "help.note"

    def __init__(self, key: FactKey, before: Remark) -> None:
        super().__init__()
        self._key = key
        self._before = before

    def compose(self) -> ComposeResult:
        """Lay out the two lines."""
        with Container(classes="frame form"):
            yield Static(markup=False, classes="title")
            yield Static(Content(self.say("note.ask")), classes="label")
            yield InputLine(self._before.note, id="words", max_length=LONGEST_REMARK, select_on_focus=False)
            yield Static(Content(self.say("note.ask-source")), classes="label")
            yield InputLine(self._before.source, id="source", max_length=LONGEST_REMARK, select_on_focus=False)
            yield Keys("keep", "close")

    def on_mount(self) -> None:
        """Say beside which answer."""
        self.show()
        kind = self.advisor.base.facts[self._key[0]]
        self.query_one(".title", Static).update(Content(self.say("note.beside", fact=kind.label)))
        self.query_one("#words", Input).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "words":
            self.query_one("#source", Input).focus()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Give the note; an empty one takes back what was noted."""
        words, source = (clean(self.query_one(f"#{name}", Input).value) for name in ("words", "source"))
        found = fitting(Remark(words, source))
        self.dismiss(found if found != self._before else None)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)
