"""The footer: the keys that work, in the language in use; each can be clicked."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from petr_advisor.tui.actions import ACTIONS
from petr_advisor.words.texts import Language

GAP = "  "
LARGE = "-large"
"""The class of an application that shows one thing at a time."""
ESSENTIAL = frozenset({
    "answer", "back", "forward", "open", "other_pane", "next_tab", "next_form", "field", "next_page", "page_before",
    "next_panel", "skip_tour", "go_on", "send", "keep", "take", "commands", "help", "home", "close", "not_yet", "quit",
})  # fmt: skip
"""The keys named then; the palette and the help name the others."""


class Keys(Widget):
    """Names the keys of a screen, on as many lines as it takes."""

    def __init__(self, *names: str) -> None:
        super().__init__(classes="keys")
        self.names: tuple[str, ...] = names
        self._language: Language = "fr"

    def offer(self, names: Sequence[str]) -> None:
        """Name other keys."""
        self.names = tuple(names)
        self.refresh(layout=True)

    def show(self, language: Language) -> None:
        """Name the keys in a language."""
        self._language = language
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's form
        """Give the number of lines it takes at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Give the lines."""
        return Content("\n").join(Content(GAP).join(line) for line in self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[list[Content]]:
        lines: list[list[Content]] = [[]]
        used = 0
        large = self.app.has_class(LARGE)
        for name in self.names:
            if large and name not in ESSENTIAL:
                continue
            key = self._key(name)
            if lines[-1] and used + len(GAP) + key.cell_length > width:
                lines.append([])
                used = 0
            used += key.cell_length + (len(GAP) if lines[-1] else 0)
            lines[-1].append(key)
        return lines

    def _key(self, name: str) -> Content:
        action = ACTIONS[name]
        sign, label = action.shown(self._language), action.label(self._language)
        target = action.method if action.method.startswith("app.") else f"screen.{action.method}"
        content = Content(label).stylize("bold $accent", 0, len(sign))
        return content.stylize(Style.from_meta({"@click": f"{target}()"}))
