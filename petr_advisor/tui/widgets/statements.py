"""Several situations of one checklist, each yes, no or not known; nothing is taken for no that is not said to be."""

from collections.abc import Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.widgets.hanging import Hanging
from petr_advisor.tui.widgets.rows import Row, Rows, RowsControl
from petr_advisor.typed.figures import place
from petr_advisor.typed.values import UNKNOWN
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice

Statement = tuple[str, Text]
"""(fact, the situation in a few words)."""
NOT_KNOWN = frozenset({UNKNOWN, "0"})
"""The keys of « I do not know »."""
NONE_ELSE, UNKNOWN_ELSE = "a", "e"
"""The keys that answer for every line left."""


class Statements(RowsControl, TakesKeys):
    """Lines, each with what is said of it: `Given` at each answer, `Done` when confirmed."""

    class Given(Message):
        """Something was said of some lines: yes, no, or None for « I do not know »."""

        def __init__(self, said: Mapping[str, bool | None]) -> None:
            super().__init__()
            self.said = said

    def __init__(self, statements: Sequence[Statement], said: Mapping[str, bool | None], language: Language) -> None:
        """Show situations; one of which `said` holds nothing is not answered yet."""
        super().__init__(language, self._rows, classes="grid statements")
        self._statements = tuple(statements)
        self.said: dict[str, bool | None] = dict(said)
        self.settled: frozenset[str] = frozenset()
        """The facts on which nothing depends any more; their lines keep their places."""
        self._figured: int | None = None
        """The line of which the last key, a figure, said yes."""

    def compose(self) -> ComposeResult:
        """Lay out the lines, how to answer, what answers for all that are left."""
        yield Rows(markup=False, compact=True, classes="control")
        yield Static(markup=False, classes="legend")
        with Horizontal(classes="buttons"):
            yield Button("", id="confirm", variant="primary", compact=True)
            yield Button("", id="none-else", compact=True)
            yield Button("", id="unknown-else", compact=True)

    @property
    def blank(self) -> tuple[str, ...]:
        """The facts of which nothing is said, and something depends."""
        return tuple(fact for fact, _ in self._statements if fact not in {*self.said, *self.settled})

    @property
    def words(self) -> str:
        """Everything that the lines say."""
        return "\n".join(label.in_(self._language) for _, label in self._statements)

    def retell(self, language: Language) -> None:
        """Say everything in a language."""
        super().retell(language)
        voice = screen_voice(language)
        self.query_one(".legend", Static).update(Content(voice.phrase("checklist.keys")))
        for name, phrase, key in (
            ("confirm", "question.answer", "↵"),
            ("none-else", "checklist.no-else", NONE_ELSE),
            ("unknown-else", "checklist.unknown-else", UNKNOWN_ELSE),
        ):
            self.query_one(f"#{name}", Button).label = Content(f"{key} {voice.phrase(phrase)}")

    def _rows(self) -> list[Row]:
        voice = screen_voice(self._language)
        words = {True: voice.phrase("yes"), False: voice.phrase("no"), None: "?"}
        width = max(map(len, words.values()))
        found: list[Row] = []
        for number, (fact, label) in enumerate(self._statements, 1):
            said = words[self.said[fact]] if fact in self.said else ""
            mark = Content.assemble((f"{number} ", "dim"), (f"[{said:^{width}}] ", "bold $accent"))
            line = Content(label.in_(self._language))
            if fact in self.settled:
                mark = mark.stylize("dim")
                line = line.append(f" — {voice.phrase('form.settled-now')}").stylize("dim")
            found.append((Hanging(mark, line), fact in self.said))
        return found

    def go_to(self, fact: str) -> None:
        """Put the bar on a line."""
        self.rows.highlighted = [each for each, _ in self._statements].index(fact)

    def give(self, *, yes: bool | None) -> None:
        """Take what is said of the line under the bar, and go to the next."""
        if self._figured == self.at and yes is not True and isinstance(app := self.app, AdvisorApp):
            app.tell("checklist.overturned", warning=True, line=self.at + 1)
        self._take({self._statements[self.at][0]: yes})
        if self.at + 1 < len(self._statements):
            self.rows.highlighted = self.at + 1

    def give_else(self, *, yes: bool | None) -> None:
        """Say the same of every line of which nothing is said, in sight or not; what is said stays.

        « Others » are the same lines on every terminal; the bar goes to the last of them, where their answers show.
        """
        blank = [number for number, (fact, _) in enumerate(self._statements) if fact in self.blank]
        if blank:
            self._take({self._statements[number][0]: yes for number in blank})
            self.rows.highlighted = blank[-1]

    def _take(self, said: Mapping[str, bool | None]) -> None:
        self.said.update(said)
        for number, (fact, _) in enumerate(self._statements):
            if fact in said:
                self.tell_row(number)
        self.post_message(self.Given(said))

    def takes(self, event: events.Key) -> bool:
        """Let a letter answer for the line under the bar, a figure go to a line and say yes: a letter then mends it.

        A figure of a line out of sight only brings it into sight.
        """
        letter = event.character or ""
        number = place(letter, len(self._statements))
        if number:
            self._figure(number - 1)
            return True
        if letter in NOT_KNOWN or (letter.islower() and yes_or_no(letter) is not None):
            self.give(yes=yes_or_no(letter))
        elif letter in {NONE_ELSE, UNKNOWN_ELSE}:
            self.give_else(yes=False if letter == NONE_ELSE else None)
        else:
            self._figured = None
            return False
        self._figured = None
        return True

    def _figure(self, line: int) -> None:
        """Go to a line, and say yes to it where it was in sight."""
        seen = self.rows.in_sight(line)
        self.rows.highlighted, self._figured = line, line if seen else None
        if seen:
            self._take({self._statements[line][0]: True})

    @on(Rows.Turn)
    def _turn(self, event: Rows.Turn) -> None:
        event.stop()
        fact = self._statements[event.number][0]
        turns = [True, False, None]
        self._take({fact: turns[(turns.index(self.said[fact]) + 1) % 3] if fact in self.said else True})

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "confirm":
            self.confirm()
        else:
            self.give_else(yes=False if event.button.id == "none-else" else None)
