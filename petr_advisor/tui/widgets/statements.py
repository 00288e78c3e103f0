"""Several situations of one checklist, each yes, no or not known; nothing is taken for no that is not said to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from petr_advisor.consulting.lines import Said
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.widgets.below_line import OTHERS, Below, Left, below
from petr_advisor.tui.widgets.hanging import Hanging
from petr_advisor.tui.widgets.rows import Row, Rows, RowsControl
from petr_advisor.typed.figures import place
from petr_advisor.typed.values import UNKNOWN
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice

NOT_KNOWN = frozenset({UNKNOWN, "0"})
"""The keys of « I do not know »."""
NONE_ELSE, UNKNOWN_ELSE = "a", "e"
"""The keys that answer for every line left."""


@dataclass(frozen=True)
class Statement:
    """A line."""

    fact: str
    kind: FactType
    label: Text
    """The situation in a few words."""
    left: Left
    """What yes or no leaves to choose from below it."""


class Statements(RowsControl, TakesKeys):
    """Lines, each with what is said of it: `Given` at each answer, `Done` when confirmed.

    Where yes or no leaves several values, they stand below the line, one line at a time, until one is picked.
    """

    class Given(Message):
        """Something was said of some lines: yes, no, one of several values, or None for « I do not know »."""

        def __init__(self, said: Mapping[str, Said]) -> None:
            super().__init__()
            self.said = said

    class Unfolded(Message):
        """What stands below the lines changed."""

    def __init__(
        self, statements: Sequence[Statement], said: Mapping[str, bool | None], picked: Mapping[str, str],
        language: Language,
    ) -> None:  # fmt: skip
        """Show situations; one of which `said` holds nothing is not answered yet."""
        super().__init__(language, self._rows, classes="grid statements")
        self._statements = tuple(statements)
        self.said: dict[str, bool | None] = dict(said)
        self.picked: dict[str, str] = dict(picked)
        self.settled: frozenset[str] = frozenset()
        """The facts on which nothing depends any more; their lines keep their places."""
        self.offered: Mapping[str, tuple[str, ...]] = {}
        """What the territory and the other answers leave of each fact of several values."""
        self.below: Below | None = None
        """What stands below a line."""
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
        return tuple(each.fact for each in self._statements if each.fact not in {*self.said, *self.settled})

    @property
    def pending(self) -> tuple[str, ...]:
        """The facts of which one of several values is still to be picked below their line."""
        return tuple(each.fact for each in self._statements if self._left(each) and each.fact not in self.picked)

    @property
    def words(self) -> str:
        """Everything that the lines say."""
        return "\n".join(each.label.in_(self._language) for each in self._statements)

    # -- what is shown -----------------------------------------------------------------------------------------

    def retell(self, language: Language) -> None:
        """Say everything in a language."""
        super().retell(language)
        voice = screen_voice(language)
        self._tell_keys()
        for name, phrase, key in (
            ("confirm", "question.answer", "↵"),
            ("none-else", "checklist.no-else", NONE_ELSE),
            ("unknown-else", "checklist.unknown-else", UNKNOWN_ELSE),
        ):
            self.query_one(f"#{name}", Button).label = Content(f"{key} {voice.phrase(phrase)}")

    def _tell_keys(self) -> None:
        voice = screen_voice(self._language)
        said = voice.phrase("checklist.below", **self.about_below) if self.below else voice.phrase("checklist.keys")
        self.query_one(".legend", Static).update(Content(said))

    @property
    def about_below(self) -> dict[str, Any]:
        """The line below which there are choices, and their figures."""
        if self.below is None:
            return {}
        first, last = self.below.figures
        key = "checklist.one-of-two" if last == first + 1 else "checklist.one-of-some"
        return {"line": self._opened + 1, "figures": screen_voice(self._language).phrase(key, first=first, last=last)}

    def _rows(self) -> list[Row]:
        voice = screen_voice(self._language)
        words = {True: voice.phrase("yes"), False: voice.phrase("no"), None: "?"}
        width = max(map(len, words.values()))
        found: list[Row] = []
        for number, each in enumerate(self._statements, 1):
            said = words[self.said[each.fact]] if each.fact in self.said else ""
            mark = Content.assemble((f"{number} ", "dim"), (f"[{said:^{width}}] ", "bold $accent"))
            line = Content(each.label.in_(self._language))
            opened = self.below is not None and self.below.fact == each.fact
            if self._left(each) and not opened:
                line = line + self._second_half(each)
            if each.fact in self.settled:
                mark = mark.stylize("dim")
                line = line.append(f" — {voice.phrase('form.settled-now')}").stylize("dim")
            found.append((Hanging(mark, line), each.fact in self.said))
            if opened and self.below is not None:
                found += self.below.rows(self.picked.get(each.fact), self._language)
        return found

    def _second_half(self, of: Statement) -> Content:
        """Say which of several values was picked, or that one is to be."""
        if (picked := self.picked.get(of.fact)) is None:
            return Content(f" — {screen_voice(self._language).phrase('checklist.pending-line')}").stylize("italic")
        return Content.assemble(" — ", (of.kind.choices[picked].label.in_(self._language), "bold $accent"))

    def _left(self, of: Statement) -> tuple[str, ...]:
        """Give the values that what is said of a line leaves."""
        said = self.said.get(of.fact)
        return () if said is None else of.left.get(said, ())

    # -- places ------------------------------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """The line under the bar, or that of the choice under it."""
        return self._line_at(self.rows.highlighted or 0)

    @property
    def choice(self) -> str | None:
        """The choice under the bar."""
        return self._choice_at(self.rows.highlighted or 0)

    def in_sight(self, choice: str) -> bool:
        """Tell whether a choice below a line is in sight."""
        return self.below is not None and self.rows.in_sight(self._opened + 1 + self.below.keys.index(choice))

    def _line_at(self, row: int) -> int:
        return row if row <= self._opened else max(self._opened, row - self._count)

    def _choice_at(self, row: int) -> str | None:
        number = row - self._opened - 1
        return self.below.keys[number] if self.below and 0 <= number < self._count else None

    @property
    def _count(self) -> int:
        return len(self.below.keys) if self.below else 0

    @property
    def _opened(self) -> int:
        """The line below which there are choices; the last one where there are none."""
        return self._place(self.below.fact) if self.below else len(self._statements) - 1

    def _place(self, fact: str) -> int:
        return [each.fact for each in self._statements].index(fact)

    def _row(self, line: int) -> int:
        return line if line <= self._opened else line + self._count

    def _go(self, line: int) -> None:
        """Put the bar on a line."""
        self.rows.highlighted = self._row(line)

    def go_to(self, fact: str) -> None:
        """Put the bar on a line; what is to be picked stands below it."""
        if fact in self.pending:
            self._unfold(fact)
        self._go(self._place(fact))

    def _unfold(self, fact: str | None) -> None:
        """Let what a line leaves stand below it, in place of what stood below another; the bar stays on its line."""
        line, before = self.at, self.below
        each = None if fact is None else self._statements[self._place(fact)]
        left = self._left(each) if each else ()
        count = len(self._statements)
        self.below = (
            below(each.fact, each.kind, count, left, self.offered.get(each.fact, ())) if each and left else None
        )
        if self.below != before:
            self._show_below(line)

    def _show_below(self, line: int) -> None:
        self.rows.of = (self._opened, self._opened + self._count) if self.below else (-1, -1)
        self.retell(self._language)
        self._go(line)
        self.post_message(self.Unfolded())
        self.call_after_refresh(self.rows.scroll_to_highlight)

    # -- what is said ------------------------------------------------------------------------------------------

    def give(self, *, yes: bool | None) -> None:
        """Take what is said of the line under the bar, and go to the next unless something is to be picked below it."""
        line, app = self.at, self.app
        fact = self._statements[line].fact
        if isinstance(app, AdvisorApp):
            if self._figured == line and yes is not True:
                app.tell_of_lines("checklist.overturned", line=line + 1)
            elif self.below and self.below.fact == fact and yes is not None:
                app.tell_of_lines("checklist.still-on", **self.about_below)
        self._say(fact, yes=yes)
        if self.below is None and line + 1 < len(self._statements):
            self._go(line + 1)

    def _say(self, fact: str, *, yes: bool | None) -> None:
        """Take what is said of one line; the same said again leaves what was picked, and has it in sight."""
        if fact not in self.said or self.said[fact] != yes or not self._left(self._statements[self._place(fact)]):
            self._take({fact: yes})
        self._unfold(fact)

    def give_else(self, *, yes: bool | None) -> None:
        """Say the same of every line of which nothing is said, in sight or not; what is said stays.

        « Others » are the same lines on every terminal; the bar goes to the first below which something is to be
        picked, else to the last of them, where their answers show.
        """
        if blank := self.blank:
            self._take(dict.fromkeys(blank, yes))
            self.go_to((*self.pending, blank[-1])[0])

    def _take(self, said: Mapping[str, Said]) -> None:
        for fact, told in said.items():
            self.picked.pop(fact, None)
            if isinstance(told, str):
                self.picked[fact] = told
            else:
                self.said[fact] = told
        for number, each in enumerate(self._statements):
            if each.fact in said:
                self.tell_row(self._row(number))
        self.post_message(self.Given(said))

    def _pick(self, key: str) -> None:
        """Take a choice that stands below a line, and go on to what is still to be said."""
        if self.below is None:
            return
        fact = self.below.fact
        if key == OTHERS:
            self.below = self.below.whole
            self._show_below(self.at)
            return
        self._take({fact: None if key == UNKNOWN else key})
        self._unfold(None)
        line, wanting = self._place(fact), {*self.blank, *self.pending}
        around = [each.fact for each in (*self._statements[line + 1 :], *self._statements[:line])]
        after = self._statements[min(line + 1, len(self._statements) - 1)].fact
        self.go_to(next((each for each in around if each in wanting), after))

    # -- keys --------------------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Take the choice under the bar; else confirm the lines as they are."""
        if (choice := self.choice) is not None:
            self._pick(choice)
        else:
            super().confirm()

    def takes(self, event: events.Key) -> bool:
        """Let a letter answer for the line under the bar, a figure go to a line and say yes: a letter then mends it.

        A figure after those of the lines picks what stands below one. Where what it answers is out of sight it only
        brings it into sight.
        """
        letter = event.character or ""
        number = place(letter, len(self._statements) + max(0, self._count - 1))
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

    def _figure(self, number: int) -> None:
        """Go to a line and say yes to it, or to a choice and pick it, where it was in sight."""
        count = len(self._statements)
        row = self._row(number) if number < count else self._opened + 1 + number - count
        seen = self.rows.in_sight(row)
        self.rows.highlighted, self._figured = row, number if seen and number < count else None
        if seen and number < count:
            self._say(self._statements[number].fact, yes=True)
        elif seen and (choice := self.choice) is not None:
            self._pick(choice)

    @on(Rows.Turn)
    def _turn(self, event: Rows.Turn) -> None:
        event.stop()
        if (choice := self._choice_at(event.number)) is not None:
            self._pick(choice)
            return
        fact = self._statements[self._line_at(event.number)].fact
        turns = [True, False, None]
        self._say(fact, yes=turns[(turns.index(self.said[fact]) + 1) % 3] if fact in self.said else True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "confirm":
            self.confirm()
        else:
            self.give_else(yes=False if event.button.id == "none-else" else None)
