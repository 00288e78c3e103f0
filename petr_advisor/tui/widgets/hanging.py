"""Words of a list that go on below themselves, not below the mark in front of them."""

import re
from dataclasses import dataclass
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

NARROW = 12
"""The columns below which words begin under their mark rather than be broken."""


@dataclass(frozen=True)
class Hanging(Visual):
    """A mark, and words beside it that stay beside it on every line that they take."""

    mark: Content
    words: Content

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the words beside the mark."""
        if not self._beside(width):
            return self._whole.render_strips(width, height, style, options)
        left = self.mark.cell_length
        if not left:
            return self.words.render_strips(width, height, style, options)
        (mark,) = self.mark.render_strips(left, 1, style, options)
        lines = self.words.render_strips(width - left, height, style, options)
        blank = Strip.blank(left, style.rich_style)
        return [Strip.join((blank if number else mark, line)) for number, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Give the width of the longest line."""
        return self.mark.cell_length + self.words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines."""
        if not self._beside(width):
            return self._whole.get_height(rules, width)
        return self.words.get_height(rules, width - self.mark.cell_length)

    def _beside(self, width: int) -> bool:
        return width - self.mark.cell_length >= NARROW

    @property
    def _whole(self) -> Content:
        return self.mark + self.words

    def __str__(self) -> str:
        return self._whole.plain


_MARK = re.compile(r"\s*(?:[^\w\s«“(\[] )?")
"""What stands before the words of a line: blanks, and the mark of what they say."""


@dataclass(frozen=True)
class Indented(Visual):
    """Lines, each of which goes on below its own words: those that are set in stay so."""

    content: Content

    @cached_property
    def _lines(self) -> tuple[Hanging, ...]:
        return tuple(map(_hung, self.content.split(allow_blank=True)))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines."""
        strips = [strip for line in self._lines for strip in line.render_strips(width, None, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Give the width of the longest line."""
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines."""
        return sum(line.get_height(rules, width) for line in self._lines)

    def __str__(self) -> str:
        return self.content.plain


def _hung(line: Content) -> Hanging:
    found = _MARK.match(line.plain)
    begun = found.end() if found else 0
    return Hanging(line[:begun], line[begun:])
