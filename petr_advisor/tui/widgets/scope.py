"""What a consultation bears on: the law of a day, and the key questions asked."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.consulting.consultation import EARLIEST, LATEST, read_up_to
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.fields import to_correct
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.typed.days import read_day
from petr_advisor.typed.refusals import Proposal, TypedError
from petr_advisor.words.voice import screen_voice


class Scope(VerticalGroup):
    """A day to type and key questions to tick."""

    def __init__(self, as_of: date, asked: Iterable[str]) -> None:
        """Begin with a day of the law and some key questions ticked."""
        super().__init__()
        self._as_of = as_of
        self._asked = tuple(asked)

    @property
    def _advisor(self) -> AdvisorApp:
        return cast("AdvisorApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out the day, how it is read, and the questions."""
        yield Static(markup=False, id="date-label", classes="label")
        yield InputLine(screen_voice(self._advisor.language).day(self._as_of), id="date")  # typing replaces the day
        yield Static(markup=False, id="date-echo", classes="echo")
        yield Static(markup=False, id="questions-label", classes="label")
        yield CheckList(self._asked, id_="questions")

    def show(self) -> None:
        """Say everything in the language in use; what is typed and ticked stays."""
        say, language = self._advisor.say, self._advisor.language
        low = screen_voice(language).day(EARLIEST)
        self._label("date-label", f"{say('new.date')} — {say('new.date-help', low=low)}")
        self._label("questions-label", say("new.questions"))
        known = self._advisor.base.key_questions
        asked = sorted(known.items(), key=lambda found: found[1].order)
        self.query_one(CheckList).offer([(key, q.title.in_(language), q.text.in_(language)) for key, q in asked])
        self._echo()

    def read(self) -> tuple[date, list[str]] | None:
        """Give the day and the key questions ticked; None where something is missing or doubtful, which is told."""
        asked = self.query_one(CheckList).ticked
        if not asked:
            self._advisor.tell("new.no-question", warning=True)
            to_correct(self.query_one(CheckList))
            return None
        line = self.query_one("#date", Input)
        try:
            return read_day(line.value, EARLIEST, LATEST), asked
        except Proposal as proposal:
            self._propose(proposal, line)
        except TypedError as error:
            self._advisor.tell_error(error)
            to_correct(line)
        return None

    def _propose(self, proposal: Proposal, line: Input) -> None:
        """Put the day that may be meant in the place of what was typed: the same key takes it."""
        language = self._advisor.language
        with line.prevent(Input.Changed):
            line.value = screen_voice(language).day(proposal.value)
        self._label("date-echo", proposal.text.in_(language))
        to_correct(line)

    def _label(self, name: str, words: str) -> None:
        self.query_one(f"#{name}", Static).update(Content(words))

    @on(Input.Changed, "#date")
    def _echo(self) -> None:
        """Say how the day typed is read."""
        language = self._advisor.language
        try:
            value = read_day(self.query_one("#date", Input).value, EARLIEST, LATEST)
        except TypedError as error:
            self._label("date-echo", error.text.in_(language))
        else:
            past = read_up_to(value)
            note = f" – {past.in_(language)}" if past else ""
            self._label("date-echo", f"= {screen_voice(language).day(value)}{note}")
