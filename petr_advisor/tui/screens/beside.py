"""Dossiers beside one another: read and concluded in the background, then laid out at the width of the screen."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from petr_advisor.documents.layout.beside import Beside, Column, beside, in_words, laid_out
from petr_advisor.documents.renderers.text import text
from petr_advisor.dossiers import Listing, resume
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.drawn import drawn
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.reading import MARGINS
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import as_a_line
from petr_advisor.words.voice import screen_voice

COLUMN = 26
"""The width that a dossier takes at least."""


class BesideScreen(AdvisorScreen[None]):
    """Lays dossiers side by side, as many in a table as there is room for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("copy", "language", "help", "close", "quit")
    HELP_KEY = "help.beside"
    TITLE_KEY = "beside.title"

    class Compared(Message):
        """The dossiers were read and concluded, in a language."""

        def __init__(self, found: Beside, language: Language) -> None:
            super().__init__()
            self.found = found
            self.language: Language = language

    def __init__(self, dossiers: Sequence[Listing]) -> None:
        super().__init__()
        self._dossiers = tuple(dossiers)
        self._told: dict[Language, Beside] = {}
        self._asked = set[Language]()

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Banner()
        with VerticalScroll(classes="body page"):
            yield Static(markup=False, classes="sheet")
        yield Keys("copy", "language", "commands", "help", "close")

    def show(self) -> None:
        """Draw the page; in a language that it was not told in yet, once it is."""
        super().show()
        found = self._told.get(self.language)
        sheet = self.query_one(".sheet", Static)
        if found is None:
            sheet.update(self.say("beside.reading"))
            if self.language not in self._asked:
                self._asked.add(self.language)
                self._compare(self.language)
        else:
            sheet.update(drawn(laid_out(found, max(2, (self.app.size.width - MARGINS) * 3 // 4 // COLUMN))))
        self.query_one(VerticalScroll).focus()

    @work(thread=True, exit_on_error=False, group="beside")
    def _compare(self, language: Language) -> None:
        try:
            found = under_lock(lambda: beside(self._read(language), screen_voice(language)))
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.advisor.post_message(self.advisor.Failed(error))
        else:
            self.post_message(self.Compared(found, language))

    def _read(self, language: Language) -> list[Column]:
        base, engine, voice = self.advisor.base, self.advisor.chosen_engine, screen_voice(language)
        return [
            Column(
                as_a_line(each.name) or each.slug,
                resume(each.slug, base, engine).consultation,
                voice.day(datetime.fromisoformat(each.changed_at).astimezone().date()),
            )
            for each in self._dossiers
        ]

    def on_beside_screen_compared(self, message: Compared) -> None:
        """Show what was told."""
        self._told[message.language] = message.found
        self.show()

    def on_resize(self) -> None:
        """Draw the page at the new width."""
        if self._told:
            self.show()

    def action_copy(self) -> None:
        """Copy the whole page, as lines."""
        if (found := self._told.get(self.language)) is not None:
            self.copy_words(text(in_words(found, self.voice)))
