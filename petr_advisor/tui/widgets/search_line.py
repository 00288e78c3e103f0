"""The line in which one looks for a member, writes one, or pastes a list of them."""

from textual import events
from textual.message import Message
from textual.widgets import Input

from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.typed.groups import lines_of

ONE_GO = 0.01
"""Keys nearer to each other than this, in seconds, are no person's: a terminal hands a pasted text over as keys."""


class SearchLine(InputLine):
    """An input that loses no line of what is pasted: `Pasted` gives several, `Entered` one after the other."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, lines: list[str]) -> None:
            super().__init__()
            self.lines = lines

    class Entered(Message):
        """A line was ended; it is no longer in the input."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class LeftBehind(Message):
        """A line that could not be taken makes room for the next one of the same paste."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    _last_key = 0.0
    """When the last key came."""
    _put_back = ""
    """The line that was ended and could not be taken."""

    def put(self, line: str) -> None:
        """Hold a line, to be corrected; the same key ends it again."""
        self._put_back = self.value = line
        self.cursor_position = len(line)

    async def _on_key(self, event: events.Key) -> None:
        """End a line in the order of the keys: what comes after Enter belongs to the next one."""
        in_one_go, self._last_key = event.time - self._last_key < ONE_GO, event.time
        if event.key in {"enter", "ctrl+j"}:
            event.stop()
            event.prevent_default()
            if self.value.strip() or not in_one_go:  # an empty line of a paste ends nothing
                self.end()
            return
        if in_one_go and event.is_printable and self._put_back and self.value == self._put_back:
            self.post_message(self.LeftBehind(self.value))
            self._empty()

    def end(self) -> None:
        """Give the line, and make room for the next one."""
        line = self.value
        self._empty()
        self.post_message(self.Entered(line))

    def _empty(self) -> None:
        self._put_back = ""
        with self.prevent(Input.Changed):  # what was found for the line is still to be read
            self.value = ""

    def on_paste(self, event: events.Paste) -> None:
        """Give several lines to the screen; one is text as any other."""
        lines = lines_of(event.text)
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(lines))
