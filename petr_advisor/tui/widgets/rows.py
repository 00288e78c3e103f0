"""Rows answered one under the other with a bar: what a table of members and a checklist have in common."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.pages import PagedList
from petr_advisor.words.texts import Language

Row: TypeAlias = tuple[Visual, bool]
"""(what a row says, whether it has an answer)."""
FEWEST = 2
"""How many rows are in sight at least, however small the room."""


class Rows(PagedList):
    """The rows; a click or the space bar turns to the next value, Enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("enter", "screen.answer", show=False),
    ]

    of: tuple[int, int] = (-1, -1)
    """A row, and the last of those below that are of it."""

    class Turn(Message):
        """The next value is wanted for a row: that under the bar then, which may have gone on meanwhile."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def on_mount(self) -> None:
        """Keep the row under the bar in sight, whatever room each layout leaves."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._keep_in_sight)

    def _keep_in_sight(self, _screen: Screen[object]) -> None:
        if self.highlighted is not None and not self.in_sight(self.highlighted):
            self.scroll_to_highlight()

    def last_of(self, number: int) -> int:
        """Give the last row that is of the one under the bar."""
        return self.of[1] if number == self.of[0] and self.of[1] in self._index_to_line else number

    def action_turn(self) -> None:
        """Ask for the next value."""
        if self.highlighted is not None:
            self.post_message(self.Turn(self.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Turn the row that was clicked."""
        event.stop()
        self.post_message(self.Turn(event.option_index))


class RowsControl(Vertical):
    """Rows with what each says, and below them how to answer; `Done` when confirmed."""

    class Done(Message):
        """The rows are confirmed as they are."""

    def __init__(self, language: Language, told: Callable[[], Sequence[Row]], *, classes: str = "grid") -> None:
        """Show rows; `told` gives them as they stand, in the language of the control."""
        super().__init__(classes=classes)
        self._language: Language = language
        self._told = told
        self.confirmed = False
        """Whether the rows are confirmed, and the screen has not gone on yet: no key answers them any more."""

    def on_mount(self) -> None:
        """Start at the first row without an answer."""
        self.retell(self._language)
        said = [said for _, said in self._told()]
        self.rows.highlighted = (said.index(False) if False in said else 0) if said else None
        self.call_after_refresh(self.fit)

    def on_resize(self) -> None:
        """Fit the rows to the room that is there now."""
        self.fit()

    def fit(self) -> None:
        """Let the rows go on in their own room, so that how to answer stays in sight below them."""
        room, rows = self.parent, next(iter(self.query(Rows)), None)  # none while it is being taken apart
        if rows is not None and isinstance(room, Widget) and room.size.height and not room.styles.is_auto_height:
            rows.styles.max_height = max(FEWEST, room.size.height - self._below_rows)

    @property
    def _below_rows(self) -> int:
        others = (child for child in self.children if not isinstance(child, Rows))
        return sum(child.outer_size.height + child.styles.margin.top for child in others)

    @property
    def whole(self) -> int:
        """The lines that all the rows take, with how to answer: what they want does not follow what they are given.

        Else who stands beside them gives them a line, finds that they take less, and takes it back for ever.
        """
        return self._below_rows + sum(rows.virtual_size.height for rows in self.query(Rows))

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    @property
    def at(self) -> int:
        """The place of the row under the bar."""
        return self.rows.highlighted or 0

    def confirm(self) -> None:
        """Confirm the rows as they are."""
        self.confirmed = True
        self.post_message(self.Done())

    def retell(self, language: Language) -> None:
        """Say everything in a language; the bar stays where it is."""
        self._language = language
        before = self.rows.highlighted
        self.rows.set_options(Option(words) for words, _ in self._told())
        self.rows.highlighted = before

    def tell_row(self, number: int) -> None:
        """Say one row again."""
        self.rows.replace_option_prompt_at_index(number, self._told()[number][0])
