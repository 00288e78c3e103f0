"""A list of lines to walk through, each with something behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Line:
    """One line, and what it stands for; a line that stands for nothing is a heading."""

    content: Content
    target: Any = None
    section: str = ""
    """The part of the screen it opens."""


class Lines(OptionList):
    """Lines that keep their place when they are filled again."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self._lines: tuple[Line, ...] = ()

    def fill(self, lines: Iterable[Line], *, keep: bool = True) -> None:
        """Replace the lines; the highlight stays where it was when it can."""
        before = self.highlighted if keep else None
        top = self.scroll_y
        self._lines = tuple(lines)
        self.set_options(Option(line.content, disabled=line.target is None) for line in self._lines)
        usable = [number for number, line in enumerate(self._lines) if line.target is not None]
        if usable:
            self.highlighted = min(usable, key=lambda n: (abs(n - before), n)) if before is not None else usable[0]
        if keep:
            self.scroll_to(y=top, animate=False)

    @property
    def target(self) -> Any:
        """What the highlighted line stands for."""
        number = self.highlighted
        return self._lines[number].target if number is not None and number < len(self._lines) else None

    def target_at(self, number: int) -> Any:
        """Give what a line stands for."""
        return self._lines[number].target

    def go_to(self, section: str) -> bool:
        """Highlight the first line of a section, if there is one."""
        for number, line in enumerate(self._lines):
            if line.section == section and line.target is not None:
                self.highlighted = number
                return True
        return False
