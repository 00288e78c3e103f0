"""The line in which one writes a name: it is one line, and says so of a paste of several."""

from textual import events
from textual.message import Message

from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.typed.groups import lines_of


class NameLine(InputLine):
    """A name; the first line of what is pasted is taken as typed, and `Left` counts the others."""

    class Left(Message):
        """Lines of a paste are not in the name."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def __init__(self, value: str = "", *, max_length: int) -> None:
        super().__init__(value, id="name", max_length=max_length, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Count what the input, which takes it next, leaves out."""
        if left := len(lines_of("\n".join(event.text.splitlines()[1:]))):
            self.post_message(self.Left(left))
