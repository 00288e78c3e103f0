"""The line in which one looks for a member, writes one, or pastes a list of them."""

from textual import events
from textual.message import Message
from textual.widgets import Input

from petr_advisor.typed.groups import lines_of


class SearchLine(Input):
    """An input that loses no line of what is pasted: several are given as `Pasted`."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, lines: list[str]) -> None:
            super().__init__()
            self.lines = lines

    def on_paste(self, event: events.Paste) -> None:
        """Give several lines to the screen; one is text as any other."""
        lines = lines_of(event.text)
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(lines))
