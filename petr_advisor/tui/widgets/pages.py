"""What every list of ours has in common."""

from typing import ClassVar

from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import OptionList

from petr_advisor.tui.advisor import AdvisorApp

LOWEST = 5
"""The height below which a list has no line to spare to say how much of it is out of sight."""


class PagedList(OptionList):
    """A list that says how much of it is out of sight, above and below.

    Page Up and Page Down do nothing until it has its size: Textual does not know the lines before, and a key pressed
    upon the one that puts a list there comes so early.
    """

    READ: ClassVar[bool] = False
    """Whether it is read rather than chosen from: all its lines count then, those that stand for nothing too."""
    _hidden = (0, 0)
    """How much is out of sight, above and below, as it was said last."""
    _told_in = ""
    """The language in which it was said."""
    _counted_at = 0
    """The width at which lines were counted: a bar that comes beside them takes from it, and their last word fell."""

    def action_page_up(self) -> None:
        """Go up by a page."""
        if self.scrollable_content_region:
            before = self.highlighted
            super().action_page_up()  # type: ignore[no-untyped-call]
            if self.highlighted is None:
                self._stay_on(before)
                self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Go down by a page."""
        if self.scrollable_content_region:
            before = self.highlighted
            super().action_page_down()  # type: ignore[no-untyped-call]
            if self.highlighted is None:
                self._stay_on(before)
                self.scroll_page_down(animate=False)

    def _stay_on(self, number: int | None) -> None:
        """Stay on a line: Textual leaves none highlighted where the page turned to has only lines to be read."""
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = number

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Scroll so that the highlighted line is in sight, or begins there, and that no line in front is cut above."""
        height = self.scrollable_content_region.height
        self._update_lines()
        if self.highlighted is None or not self.is_mounted or self.highlighted not in self._index_to_line or not height:
            return
        first = self._index_to_line[self.highlighted]
        last = self.last_of(self.highlighted)
        after = self._index_to_line[last] + self._heights[last]
        at = self.scroll_offset.y
        wanted = first if top or first < at else min(first, max(at, after - height))
        while wanted < first and self._lines[wanted][1]:
            wanted += 1
        self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    def last_of(self, number: int) -> int:
        """Give the last line that is to be in sight with the highlighted one, where there is room: itself."""
        return number

    def in_sight(self, number: int) -> bool:
        """Tell whether a whole line of the list is in sight."""
        first, last = self._in_sight()
        return first <= number <= last

    def _in_sight(self) -> tuple[int, int]:
        """Give the first and the last line that are wholly in sight; one that has no room to be, where it is alone."""
        lines, top = self._lines, self.scroll_offset.y
        bottom = min(top + self.scrollable_content_region.height, len(lines))
        if top >= bottom:
            return 0, self.option_count - 1
        (first, begun), (last, _) = lines[top], lines[bottom - 1]
        cut = bottom < len(lines) and lines[bottom][0] == last
        whole = first + bool(begun), last - cut
        return whole if whole[0] <= whole[1] else (last, last)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines; what is out of sight is counted once they stand."""
        if (width := self.scrollable_content_region.width) != self._counted_at:
            self._counted_at = width
            self.call_next(self._clear_caches)
        drawn = super().render_lines(crop)
        hidden = self._out_of_sight()
        language = self.app.language if isinstance(self.app, AdvisorApp) else ""
        if (hidden, language) != (self._hidden, self._told_in):
            self._hidden, self._told_in = hidden, language
            self.call_next(self._say_hidden)
        return drawn

    def _out_of_sight(self) -> tuple[int, int]:
        """Count what is out of sight above and below: what one may choose, or the lines where they are read."""
        if self.READ:
            top, height = self.scroll_offset.y, self.scrollable_content_region.height
            return top, max(0, len(self._lines) - top - height)
        first, last = self._in_sight()
        counted = [option.disabled for option in self.options]
        return counted[:first].count(False), counted[last + 1 :].count(False)

    def _say_hidden(self) -> None:
        if isinstance(app := self.app, AdvisorApp):
            above, below = self._hidden if self.outer_size.height >= LOWEST else (0, 0)
            seen = self.highlighted is not None and self.in_sight(self.highlighted)
            more = (above and not self.has_class("-above")) or (below and not self.has_class("-below"))
            if seen and more:  # what is said takes a line, maybe the one under the bar
                self.call_after_refresh(self.scroll_to_highlight)
            self.set_class(bool(above), "-above").set_class(bool(below), "-below")
            self._write_hidden(app, above, below)

    def _write_hidden(self, app: AdvisorApp, above: int, below: int) -> None:
        """Write on the borders how much is out of sight; a low list has at most the one below, where it has any."""
        alarms, lines = self._alarms_above(), self.READ
        said = app.say("list.above-lines" if lines else "list.above", count=above) if above else ""
        self.border_title = f"{said} · ⚠ {alarms}" if alarms else said
        self.border_subtitle = app.say("list.below-lines" if lines else "list.below", count=below) if below else ""
        if not above + below and any(self._hidden):
            shown = [f"{sign} {count}" for sign, count in zip("⚠↑↓", (alarms, *self._hidden), strict=True) if count]
            self.border_subtitle = "  ".join(shown)

    def _alarms_above(self) -> int:
        """Count the alarms that are out of sight above: a low pane begins below them."""
        return 0
