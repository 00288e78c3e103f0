"""Several situations of one checklist, each yes, no or not known; nothing is taken for no that is not said to be."""

from collections.abc import Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.grid import GridRows
from petr_advisor.typed.figures import place
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice

Statement = tuple[str, Text]
"""(fact, the situation in a few words)."""
UNKNOWN = frozenset("?0")
"""The keys of « I do not know »."""
NONE_ELSE, UNKNOWN_ELSE = "a", "e"
"""The keys that answer for every line left."""


class Statements(Vertical):
    """Lines, each with what is said of it: `Given` at each answer, `Done` when confirmed."""

    class Given(Message):
        """Something was said of some lines: yes, no, or None for « I do not know »."""

        def __init__(self, said: Mapping[str, bool | None]) -> None:
            super().__init__()
            self.said = said

    class Done(Message):
        """The lines are confirmed as they are."""

    def __init__(self, statements: Sequence[Statement], said: Mapping[str, bool | None], language: Language) -> None:
        """Show situations; one of which `said` holds nothing is not answered yet."""
        super().__init__(classes="grid statements")
        self._statements = tuple(statements)
        self.said: dict[str, bool | None] = dict(said)
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """Lay out the lines, how to answer, what answers for all that are left."""
        yield GridRows(markup=False, compact=True, classes="control")
        yield Static(markup=False, classes="legend")
        with Horizontal(classes="buttons"):
            yield Button("", id="confirm", variant="primary", compact=True)
            yield Button("", id="none-else", compact=True)
            yield Button("", id="unknown-else", compact=True)

    def on_mount(self) -> None:
        """Start at the first line without an answer."""
        self.retell(self._language)
        blank = [number for number, (fact, _) in enumerate(self._statements) if fact not in self.said]
        self.rows.highlighted = blank[0] if blank else 0

    @property
    def rows(self) -> GridRows:
        """The lines."""
        return self.query_one(GridRows)

    @property
    def at(self) -> int:
        """The place of the line under the bar."""
        return self.rows.highlighted or 0

    @property
    def blank(self) -> tuple[str, ...]:
        """The facts of which nothing is said."""
        return tuple(fact for fact, _ in self._statements if fact not in self.said)

    @property
    def words(self) -> str:
        """Everything that the lines say."""
        return "\n".join(label.in_(self._language) for _, label in self._statements)

    def retell(self, language: Language) -> None:
        """Say everything in a language."""
        self._language = language
        before = self.rows.highlighted
        self.rows.set_options(Option(self._row(n)) for n in range(len(self._statements)))
        self.rows.highlighted = before
        voice = screen_voice(language)
        self.query_one(".legend", Static).update(Content(voice.phrase("checklist.keys")))
        for name, phrase, key in (
            ("confirm", "question.answer", "↵"),
            ("none-else", "checklist.no-else", NONE_ELSE),
            ("unknown-else", "checklist.unknown-else", UNKNOWN_ELSE),
        ):
            self.query_one(f"#{name}", Button).label = Content(f"{key} {voice.phrase(phrase)}")

    def _row(self, number: int) -> Content:
        fact, label = self._statements[number]
        voice = screen_voice(self._language)
        words = {True: voice.phrase("yes"), False: voice.phrase("no"), None: "?"}
        said = words[self.said[fact]] if fact in self.said else ""
        mark = f"[{said:^{max(map(len, words.values()))}}] "
        return Content.assemble((f"{number + 1} ", "dim"), (mark, "bold $accent"), label.in_(self._language))

    def give(self, *, yes: bool | None) -> None:
        """Take what is said of the line under the bar, and go to the next."""
        self._take({self._statements[self.at][0]: yes})
        if self.at + 1 < len(self._statements):
            self.rows.highlighted = self.at + 1

    def give_else(self, *, yes: bool | None) -> None:
        """Say the same of every line of which nothing is said, the last of them in sight; what is said stays."""
        if blank := self.blank:
            self._take(dict.fromkeys(blank, yes))
            self.rows.highlighted = max(n for n, (fact, _) in enumerate(self._statements) if fact in blank)

    def _take(self, said: Mapping[str, bool | None]) -> None:
        self.said.update(said)
        for number, (fact, _) in enumerate(self._statements):
            if fact in said:
                self.rows.replace_option_prompt_at_index(number, self._row(number))
        self.post_message(self.Given(said))

    def on_key(self, event: events.Key) -> None:
        """Let a letter answer for the line under the bar, a figure go to a line and say yes: a letter then mends it."""
        letter = event.character or ""
        number = place(letter, len(self._statements))
        if number:
            self.rows.highlighted = number - 1
            self._take({self._statements[number - 1][0]: True})
        elif letter in UNKNOWN or (letter.islower() and yes_or_no(letter) is not None):
            self.give(yes=yes_or_no(letter))
        elif letter in {NONE_ELSE, UNKNOWN_ELSE}:
            self.give_else(yes=False if letter == NONE_ELSE else None)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(GridRows.Turn)
    def _turn(self, event: GridRows.Turn) -> None:
        event.stop()
        fact = self._statements[self.at][0]
        turns = [True, False, None]
        self._take({fact: turns[(turns.index(self.said[fact]) + 1) % 3] if fact in self.said else True})

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "confirm":
            self.post_message(self.Done())
        else:
            self.give_else(yes=False if event.button.id == "none-else" else None)
