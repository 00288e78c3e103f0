"""The footer: the keys that work, in the language in use; each can be clicked.

In a line that one types in, letters are written and arrows move: what they would do elsewhere is not named there.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input

from petr_advisor.tui.actions import ACTIONS
from petr_advisor.words.texts import Language

GAP = "  "
LARGE = "-large"
"""The class of an application that shows one thing at a time."""
LOW = "-low"
"""The class of a screen of a few lines: the foot has one."""
ESSENTIAL = frozenset({
    "answer", "back", "forward", "open", "other_pane", "leave_field", "next_tab", "next_form", "field", "next_field",
    "next_step", "next_page", "page_before", "next_panel", "skip_tour", "go_on", "send", "keep", "take", "commands",
    "help", "home", "close", "not_yet", "quit",
})  # fmt: skip
"""The keys named then; the palette and the help name the others."""
WAYS_OUT = frozenset({"help", "home", "close", "leave_field", "quit"})
"""The keys named last of all to give way: what tells the other keys, and what leaves."""
LINES = 3
"""What the foot takes at most: app.tcss cuts what is below."""


@runtime_checkable
class Leading(Protocol):
    """A line to type in whose arrows may lead to another question."""

    @property
    def leads(self) -> bool:
        """Whether they do now."""


class Keys(Widget):
    """Names the keys of a screen, on as many lines as it takes."""

    def __init__(self, *names: str) -> None:
        super().__init__(classes="keys")
        self.names: tuple[str, ...] = names
        self._language: Language = "fr"

    def on_mount(self) -> None:
        """Follow the keyboard: what works depends on what has it."""
        self.watch(self.screen, "focused", self._turn)

    def _turn(self, focused: Widget | None) -> None:
        if isinstance(focused, Input):
            self.watch(focused, "value", self._again)
        self._again()

    def _again(self, *_: object) -> None:
        self.refresh(layout=True)

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
        """Lay out the keys; where they have no room, the last give way, those without which one is lost after all."""
        low = self.screen.has_class(LOW)
        working = [name for name in self._working() if name in ESSENTIAL or not self.app.has_class(LARGE)]
        if low and "help" in working[1:]:  # what tells the other keys is on the one line there is
            working.remove("help")
            working.insert(1, "help")
        most = 1 if low else LINES
        for giving_way in (*_but(working, ESSENTIAL), *_but(working[1:], WAYS_OUT)):
            if len(lines := self._laid_out(working, width)) <= most:
                return lines
            working = [name for name in working if name != giving_way]
        lines, ways_out = (
            self._laid_out(names, width) for names in (working, [name for name in working if name in WAYS_OUT])
        )
        return ways_out if len(ways_out) <= most < len(lines) else lines

    def _laid_out(self, names: Sequence[str], width: int) -> list[list[Content]]:
        lines: list[list[Content]] = [[]]
        used = 0
        for name in names:
            key = self._key(name)
            if lines[-1] and used + len(GAP) + key.cell_length > width:
                lines.append([])
                used = 0
            used += key.cell_length + (len(GAP) if lines[-1] else 0)
            lines[-1].append(key)
        return lines

    def _working(self) -> Iterator[str]:
        """Give the keys that work where the keyboard is."""
        focused = self.screen.focused
        if not isinstance(focused, Input):
            yield from self.names
            return
        leads = isinstance(focused, Leading) and focused.leads
        for name in self.names:
            if name in getattr(self.screen, "LEAVES_FIELD", ()):
                yield "leave_field"
            elif not ACTIONS[name].letter and (leads or not ACTIONS[name].arrow):
                yield name

    def _key(self, name: str) -> Content:
        action = ACTIONS[name]
        sign, label = action.shown(self._language), action.label(self._language)
        target = action.method if action.method.startswith("app.") else f"screen.{action.method}"
        content = Content(label).stylize("bold $accent", 0, len(sign))
        return content.stylize(Style.from_meta({"@click": f"{target}()"}))


def _but(names: Sequence[str], kept: frozenset[str]) -> list[str]:
    """Give those names that are not to be kept, the last first."""
    return [name for name in reversed(names) if name not in kept]
