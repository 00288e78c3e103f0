"""The first screen: begin, take up, or open an example."""

import json
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.consulting.consultation import LAW_READ_UP_TO
from petr_advisor.consulting.saved import SavedError, file_of, names
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.examples import ExamplesScreen
from petr_advisor.tui.screens.start import StartScreen
from petr_advisor.tui.session import as_a_line
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines


class HomeScreen(AdvisorScreen[None]):
    """Offers a new consultation, the saved ones, and examples."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("language", "tour", "help", "quit")
    HELP_KEY = "help.home"
    TITLE_KEY = "home.title"

    def __init__(self, examples: Path | None) -> None:
        super().__init__()
        self._examples = examples

    def compose(self) -> ComposeResult:
        """Lay out the notice and what can be opened."""
        yield Banner()
        yield Static(markup=False, classes="notice")
        yield Lines(classes="body")
        yield Keys("open", "language", "tour", "theme", "commands", "help", "quit")

    def show(self) -> None:
        """Fill the list: the saved consultations may have changed."""
        super().show()
        notice = Content(self.say("home.notice", day=self.voice.day(LAW_READ_UP_TO)))
        self.query_one(".notice", Static).update(
            Content("\n\n").join([notice, Content(self.say("home.keys")).stylize("$text")])
        )
        self.query_one(Lines).fill(self._lines())
        self.query_one(Lines).focus()

    def _lines(self) -> list[Line[tuple[str, str]]]:
        lines: list[Line[tuple[str, str]]] = [Line(Content(f"▸ {self.say('home.new')}").stylize("bold"), ("new", ""))]
        if self._examples is not None:
            lines.append(Line(Content(f"▸ {self.say('home.examples')}").stylize("bold"), ("examples", "")))
        lines.append(Line(Content("")))
        lines.append(Line(Content(self.say("home.saved")).stylize("underline")))
        found = names()
        lines += [Line(self._saved(slug), ("resume", slug)) for slug in found]
        if not found:
            lines.append(Line(Content(f"  {self.say('home.none')}").stylize("dim")))
        return lines

    def _saved(self, slug: str) -> Content:
        """Name a consultation, and the day it was last worked on: several may bear like names."""
        try:
            when = self.voice.day(date.fromtimestamp(file_of(slug).stat().st_mtime))  # noqa: DTZ012 - a local day
        except (OSError, SavedError):  # it has just gone
            when = ""
        return Content.assemble(f"  {saved_name(slug)}", (f"  {when}", "dim"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        what, slug = self.query_one(Lines).target_at(event.option_index) or ("", "")
        if what == "new":
            self.app.push_screen(StartScreen())
        elif what == "examples" and self._examples is not None:
            self.app.push_screen(ExamplesScreen(self._examples))
        elif what == "resume":
            self.app.post_message(AdvisorApp.Wanted(slug))


def saved_name(slug: str) -> str:
    """Give the name a saved consultation was given, or that of its file when it cannot be read."""
    try:
        data = json.loads(file_of(slug).read_text(encoding="utf-8"))
    except (OSError, ValueError, SavedError, RecursionError):
        return slug
    name = data.get("name") if isinstance(data, dict) else None
    return as_a_line(name) or slug if isinstance(name, str) else slug
