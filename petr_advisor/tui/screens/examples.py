"""The examples: scenarios that can be opened as consultations."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.faults import record
from petr_advisor.inference.engines import default_engine
from petr_advisor.scenarios.loading import load_scenario
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.searching import SearchingScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines

GROUPS = {
    "real": frozenset({"real-case"}),
    "official": frozenset({"official-answer"}),
    "made": frozenset({"made", "matrix", "trap"}),
}
"""Where the cases of each group come from, in the order shown."""


class ExamplesScreen(SearchingScreen):
    """Lists the scenarios of a folder."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("search", "close", "help")
    LETTERS = True
    TITLE_KEY = "examples.title"

    class Loaded(Message):
        """The scenarios were read."""

        def __init__(self, scenarios: list[Scenario], bad: int) -> None:
            super().__init__()
            self.scenarios = scenarios
            self.bad = bad

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._scenarios: list[Scenario] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the search and the list."""
        yield Banner()
        yield self.search_line()
        yield Lines(classes="body")
        yield Keys("open", "search", "close", "help")

    def on_mount(self) -> None:
        """Begin in the list; read the scenarios in the background."""
        self.show()
        self.query_one(Lines).focus()
        self._load()

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        found, bad = [], 0
        for path in sorted((*self._folder.rglob("*.yaml"), *self._folder.rglob("*.yml"))):
            try:
                found.append(load_scenario(path, self.advisor.base))
            except (PetrAdvisorError, OSError, ValueError):
                bad += 1
            except Exception as error:  # noqa: BLE001 - the others can still be opened
                record(error)
                bad += 1
        self.post_message(self.Loaded(found, bad))

    def on_examples_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self._scenarios = event.scenarios
        if event.bad:
            self.advisor.tell("examples.bad", warning=True, count=event.bad)
        self.show()

    def show(self) -> None:
        """Say what may be looked for, and fill the list."""
        super().show()
        self.query_one("#find", Input).placeholder = self.say("examples.find")
        self.fill()

    def fill(self) -> None:
        """Show the examples that have every word looked for in their territory or their title."""
        lines = self.query_one(Lines)
        if self._scenarios is None:
            lines.fill([Line(Content(self.say("examples.reading")))])
        elif not self._scenarios:
            lines.fill([Line(Content(self.say("examples.none", folder=self._folder)))])
        else:
            found = list(self._grouped(self._scenarios))
            lines.fill(found or [Line(Content(self.say("examples.not-found")))])

    def _grouped(self, scenarios: list[Scenario]) -> Iterator[Line[int]]:
        """Give real territories first: whoever opens an example for the first time starts from life."""
        for group, kinds in GROUPS.items():
            told = [(n, self._told(scenario)) for n, scenario in enumerate(scenarios) if scenario.origin.kind in kinds]
            found = [(number, name) for number, name in told if self.wanted(name)]
            if found:
                yield Line(Content(self.say(f"examples.{group}")).stylize("underline"))
            yield from (Line(Content(f"  {name}"), number) for number, name in found)

    def _told(self, scenario: Scenario) -> str:
        place = f"{scenario.territory} — " if scenario.territory else ""
        return f"{place}{scenario.title.in_(self.language)}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the example as a consultation of its own, on its conclusions."""
        number = self.query_one(Lines).target_at(event.option_index)
        if number is None or self._scenarios is None:
            return
        scenario = self._scenarios[number]
        try:
            consultation = scenario.consultation(self.advisor.chosen_engine or default_engine())
        except Exception as error:  # noqa: BLE001 - the others can still be opened
            self.advisor.tell_error(error)
            return
        name = self.say("example.name", name=scenario.title.in_(self.language))[:70]
        self.app.post_message(AdvisorApp.Begun(name, consultation, on="conclusions"))
