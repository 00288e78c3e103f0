"""A list of lines to walk through, each with something behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.content import Content
from textual.widgets.option_list import Option

from petr_advisor.tui.widgets.hanging import Indented
from petr_advisor.tui.widgets.pages import LOWEST, PagedList

ALARM = "⚠"
"""How a line begins that warns."""
Target = TypeVar("Target")


@dataclass(frozen=True)
class Line(Generic[Target]):
    """One line, and what it stands for; a line that stands for nothing is a heading."""

    content: Content
    target: Target | None = None
    section: str = ""
    """The part of the screen it opens."""


class Lines(PagedList, Generic[Target]):
    """Lines that keep their place when they are filled again."""

    READ = True

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self._shown: tuple[Line[Target], ...] = ()
        self._from_top: int | None = None
        """The highlighted line above which everything is to be read first, until another one is come to."""

    def fill(self, lines: Iterable[Line[Target]], *, keep: bool = True) -> None:
        """Replace the lines; the highlight stays on what it stood for, else on the line nearest to where it was."""
        before, target = (self.highlighted, self.target) if keep else (None, None)
        top = self.scroll_y
        self._shown = tuple(lines)
        self.set_options(Option(Indented(line.content), disabled=line.target is None) for line in self._shown)
        usable = [number for number, line in enumerate(self._shown) if line.target is not None]
        if usable and before is not None:
            same = [number for number in usable if self._shown[number].target == target]
            self.highlighted = min(same or usable, key=lambda n: (abs(n - before), n))
        elif usable:
            self.highlighted = usable[0]
        # once the highlight has been scrolled to: what stands above the first line that can be chosen is seen too
        self.call_after_refresh(self.scroll_to, y=top if keep else 0, animate=False)
        if before is not None:
            self.call_after_refresh(self._keep_in_sight)

    def _alarms_above(self) -> int:
        begun = {number for number, place in self._lines[: self.scroll_offset.y] if not place}
        return sum(self._shown[number].content.plain.startswith(ALARM) for number in begun if number < len(self._shown))

    def on_resize(self) -> None:
        """Keep the highlight in sight in the room there is now, where one reads it; a pane below stays at its top."""
        if self.has_focus or self._read_first:
            self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Scroll to the highlight where it is out of sight: what stands above it is not pushed away for its end."""
        first = self._index_to_line.get(self.highlighted if self.highlighted is not None else -1)
        top = self.scroll_offset.y
        if self._read_first or (first is not None and not top <= first < top + self.scrollable_content_region.height):
            self.scroll_to_highlight()

    @property
    def target(self) -> Target | None:
        """What the highlighted line stands for."""
        number = self.highlighted
        return self._shown[number].target if number is not None and number < len(self._shown) else None

    @property
    def words(self) -> str:
        """Everything that the lines say."""
        return "\n".join(line.content.plain.rstrip() for line in self._shown)

    def target_at(self, number: int) -> Target | None:
        """Give what a line stands for."""
        return self._shown[number].target

    def go_past(self, number: int) -> None:
        """Highlight the next line that stands for something, if there is one."""
        after = (n for n in range(number + 1, len(self._shown)) if self._shown[n].target is not None)
        self.highlighted = next(after, self.highlighted)

    def go_to(self, section: str, *, from_top: bool = False) -> bool:
        """Highlight the first line of a section, if there is one; all that stands above may stay in sight."""
        for number, line in enumerate(self._shown):
            if line.section == section and line.target is not None:
                self._from_top = number if from_top else None
                self.highlighted = number
                self.call_after_refresh(self.scroll_to_highlight)
                return True
        return False

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Stay at the top where all is to be read first, unless next to nothing can be read at once.

        A notice takes lines, and each time that the height changes Textual scrolls to the highlight.
        """
        if not top and self._read_first and (self._begins_in_sight or self.outer_size.height >= LOWEST):
            self.scroll_to(y=0, animate=False)
        else:
            super().scroll_to_highlight(top)

    def action_cursor_down(self) -> None:
        """Go to the next line; where the highlighted one was not in sight yet, to that one."""
        if self._read_first and not self._begins_in_sight:
            self._from_top = None
            self.scroll_to_highlight()
        else:
            super().action_cursor_down()

    @property
    def _read_first(self) -> bool:
        return self.highlighted is not None and self.highlighted == self._from_top

    @property
    def _begins_in_sight(self) -> bool:
        """Whether the highlighted line begins in sight from the top."""
        above = sum(number < (self.highlighted or 0) for number, _ in self._lines)
        return above < self.scrollable_content_region.height
