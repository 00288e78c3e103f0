"""The first screen: begin, take up, or open an example."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.knowledge.law import LAW_READ_UP_TO
from petr_advisor.tui import screens
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.screens.listing import ListingScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.words.typography import as_a_line

if TYPE_CHECKING:
    from petr_advisor.dossiers import Listing

LEAVING = ("q", "escape", "ctrl+", "f")
"""How keys begin that no consultation on its way makes mean something else."""


class HomeScreen(ListingScreen, TakesKeys):
    """Offers a new consultation, the saved ones, and examples."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("language", "tour", "help", "quit")
    HELP_KEY = "help.home"
    TITLE_KEY = "home.title"

    def __init__(self, examples: Path | None, arrange: Callable[[], None]) -> None:
        super().__init__()
        self._examples = examples
        self._arrange = arrange
        """Puts the dossiers in order before they are listed."""

    def compose(self) -> ComposeResult:
        """Lay out the notice and what can be opened."""
        yield Banner()
        yield Static(markup=False, classes="notice")
        yield Static(markup=False, classes="ways")
        yield Lines(classes="body")
        yield Keys("open", "language", "tour", "theme", "commands", "help", "quit")

    def show(self) -> None:
        """Fill the list: the saved consultations may have changed."""
        super().show()
        notice = self.say("home.notice", day=self.voice.day(LAW_READ_UP_TO))
        self.query_one(".notice", Static).update(Content(notice))
        self.query_one(".ways", Static).update(Content(self.say("home.keys")))
        self.fill()
        self.query_one(Lines).focus()
        self.read()

    def takes(self, event: events.Key) -> bool:
        """Refuse, with a word, a key meant for the consultation that is being taken up: it is not in sight yet."""
        refused = self.advisor.resuming and not event.key.startswith(LEAVING)
        if refused:
            self.advisor.tell("home.opening", warning=True)
        return refused

    def prepare(self) -> None:
        """Put the dossiers in order."""
        self._arrange()

    def fill(self) -> None:
        """Show what can be opened."""
        self.query_one(Lines).fill(self._lines())

    def _lines(self) -> list[Line[tuple[str, str]]]:
        lines: list[Line[tuple[str, str]]] = [Line(Content(f"▸ {self.say('home.new')}").stylize("bold"), ("new", ""))]
        if self._examples is not None:
            lines.append(Line(Content(f"▸ {self.say('home.examples')}").stylize("bold"), ("examples", "")))
        every = self.every or ()
        if every:
            manage = self.say("home.dossiers", n=len(every))
            lines.append(Line(Content(f"▸ {manage}").stylize("bold"), ("dossiers", "")))
        lines.append(Line(Content("")))
        lines.append(Line(Content(self.say("home.saved")).stylize("underline")))
        found = [each for each in every if each.offered]
        lines += [Line(self._saved(each), ("resume", each.slug)) for each in found]
        if not found:
            lines.append(Line(self.nothing("home.none", margin="  ")))
        return lines

    def _saved(self, dossier: "Listing") -> Content:
        """Name a dossier, and the day it was last worked on: several may bear like names."""
        when = self.voice.day(datetime.fromisoformat(dossier.changed_at).astimezone().date())
        told = self.say("dossiers.changed", day=when)
        return Content.assemble(f"  {as_a_line(dossier.name) or dossier.slug}", (f"  {told}", "dim"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        what, slug = self.query_one(Lines).target_at(event.option_index) or ("", "")
        if what == "new":
            self.app.push_screen(screens.StartScreen())
        elif what == "examples" and self._examples is not None:
            self.app.push_screen(screens.ExamplesScreen(self._examples))
        elif what == "dossiers":
            self.app.push_screen(screens.DossiersScreen())
        elif what == "resume":
            self.app.post_message(AdvisorApp.Wanted(slug))
