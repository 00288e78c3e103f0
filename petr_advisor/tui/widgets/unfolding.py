"""Lines that unfold: what stands behind each is shown below it, and no line is cut, however long."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rich.table import Table
from rich.text import Text as RichText
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.pages import PagedList

Data = TypeVar("Data")
DEPTH = 2
"""The columns by which a line stands further in than the one that it is behind."""


@dataclass
class Branch(Generic[Data]):
    """What a line stands for, and what is behind it."""

    data: Data
    children: "list[Branch[Data]]" = field(default_factory=list)
    is_expanded: bool = False


class Unfolding(PagedList, Generic[Data]):
    """The lines of a tree that are unfolded."""

    READ = True

    class Come(Message):
        """The bar has come to a line."""

    class Taken(Message):
        """A line with nothing behind it was taken."""

    def __init__(self, root: Branch[Data]) -> None:
        super().__init__(classes="body", markup=False, compact=True)
        self.root = root
        self._say: Callable[[Data], RichText] = lambda _: RichText()
        self._shown: list[Branch[Data]] = []

    @property
    def branch(self) -> Branch[Data]:
        """The one under the bar."""
        return self._shown[self.highlighted or 0] if self._shown else self.root

    def show(self, say: Callable[[Data], RichText]) -> None:
        """Write the lines by what says each; the bar stays where it is."""
        self._say = say
        self._fill()

    def _fill(self) -> None:
        place, top = self.highlighted or 0, self.scroll_y
        found = list(self._unfolded(self.root, 0))
        self._shown = [branch for branch, _ in found]
        self.set_options(Option(self._line(branch, depth)) for branch, depth in found)
        self.highlighted = min(place, len(found) - 1)
        self.call_after_refresh(self.scroll_to, y=top, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)

    def _unfolded(self, branch: Branch[Data], depth: int) -> Iterator[tuple[Branch[Data], int]]:
        yield branch, depth
        for child in branch.children if branch.is_expanded else ():
            yield from self._unfolded(child, depth + 1)

    def _line(self, branch: Branch[Data], depth: int) -> Table:
        """Lay out a line in two columns: its words go on under themselves, at whatever width."""
        sign = ("▼" if branch.is_expanded else "▶") if branch.children else ""
        line = Table.grid(padding=0, expand=True)
        line.add_column(width=DEPTH * (depth + 1), no_wrap=True)
        line.add_column(ratio=1)
        line.add_row(RichText(" " * (DEPTH * depth) + sign), self._say(branch.data))
        return line

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say that the bar has come to a line."""
        event.stop()
        self.post_message(self.Come())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Unfold or fold what is behind a line; one with nothing behind is taken."""
        event.stop()
        if self.branch.children:
            self.branch.is_expanded = not self.branch.is_expanded
            self._fill()
        else:
            self.post_message(self.Taken())
