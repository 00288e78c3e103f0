"""A list of which several may be taken; what is taken shows by its mark, not by its colour alone."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.hanging import Hanging
from petr_advisor.tui.widgets.pages import PagedList

Check = tuple[str, str, str]
"""(key, label, what it means in a few words)."""


class CheckList(PagedList):
    """Boxes to tick with space or the mouse; the one under the bar says what it means, and Enter goes on."""

    class Confirmed(Message):
        """The person goes on with what is ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [("space", "select", ""), ("enter", "confirm", "")]

    def __init__(self, ticked: Iterable[str] = (), *, id_: str) -> None:
        """Begin with the keys in `ticked`."""
        super().__init__(id=id_, markup=False, compact=True)
        self._checks: tuple[Check, ...] = ()
        self._ticked = set(ticked)

    def offer(self, checks: Sequence[Check]) -> None:
        """Show boxes, keeping the place and the ticks: the language may have changed."""
        before = self.highlighted or 0
        self._checks = tuple(checks)
        self.set_options(Option(self._prompt(number, under_bar=number == before)) for number in range(len(checks)))
        self.highlighted = before if checks else None

    @property
    def ticked(self) -> list[str]:
        """The keys ticked, in the order shown."""
        return [key for key, _, _ in self._checks if key in self._ticked]

    def _prompt(self, number: int, *, under_bar: bool) -> Hanging:
        key, label, meaning = self._checks[number]
        mark = "[x]" if key in self._ticked else "[ ]"
        more = f"\n{meaning}" if under_bar and meaning else ""
        return Hanging(Content(f"{mark} ").stylize("$accent"), Content.assemble(label, (more, "italic dim")))

    def action_confirm(self) -> None:
        """Say that one goes on."""
        self.post_message(self.Confirmed())

    def _show_marks(self) -> None:
        for number in range(min(len(self._checks), self.option_count)):
            self.replace_option_prompt_at_index(number, self._prompt(number, under_bar=number == self.highlighted))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Say what the one under the bar means."""
        super().watch_highlighted(highlighted)
        self._show_marks()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick it, or untick it."""
        event.stop()
        self._ticked ^= {self._checks[event.option_index][0]}
        self._show_marks()
