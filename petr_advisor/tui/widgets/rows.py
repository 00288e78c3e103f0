"""Rows answered one under the other with a bar: what a table of members and a checklist have in common."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.pages import PagedList
from petr_advisor.words.texts import Language

FEWEST = 2
"""How many rows are in sight at least, however small the room."""


class Rows(PagedList):
    """The rows; a click or the space bar turns to the next value, Enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("enter", "screen.answer", show=False),
    ]

    class Turn(Message):
        """The next value is wanted for the row under the bar."""

    def action_turn(self) -> None:
        """Ask for the next value."""
        self.post_message(self.Turn())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Turn the row that was clicked."""
        event.stop()
        self.action_turn()


class RowsControl(Vertical):
    """Rows with what each says, and below them how to answer; `Done` when confirmed."""

    class Done(Message):
        """The rows are confirmed as they are."""

    def __init__(self, language: Language, *, classes: str = "grid") -> None:
        super().__init__(classes=classes)
        self._language: Language = language

    def on_mount(self) -> None:
        """Start at the first row without an answer."""
        self.retell(self._language)
        count = self.rows.option_count
        self.rows.highlighted = next((n for n in range(count) if not self._is_said(n)), 0) if count else None
        self.call_after_refresh(self.fit)

    def on_resize(self) -> None:
        """Fit the rows to the room that is there now."""
        self.fit()

    def fit(self) -> None:
        """Let the rows go on in their own room, so that how to answer stays in sight below them."""
        room, rows = self.parent, next(iter(self.query(Rows)), None)  # none while it is being taken apart
        if rows is not None and isinstance(room, Widget) and room.size.height and not room.styles.is_auto_height:
            others = (child for child in self.children if child is not rows)
            below = sum(child.outer_size.height + child.styles.margin.top for child in others)
            rows.styles.max_height = max(FEWEST, room.size.height - below)

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    @property
    def at(self) -> int:
        """The place of the row under the bar."""
        return self.rows.highlighted or 0

    def retell(self, language: Language) -> None:
        """Say everything in a language; the bar stays where it is."""
        self._language = language
        before = self.rows.highlighted
        self.rows.set_options(Option(self._row(number)) for number in range(self._count()))
        self.rows.highlighted = before

    def tell_row(self, number: int) -> None:
        """Say one row again."""
        self.rows.replace_option_prompt_at_index(number, self._row(number))

    def _count(self) -> int:
        """Count the rows."""
        raise NotImplementedError

    def _row(self, number: int) -> Content:
        """Give what a row says."""
        raise NotImplementedError

    def _is_said(self, number: int) -> bool:
        """Tell whether a row has an answer."""
        raise NotImplementedError
