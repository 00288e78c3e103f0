"""The line in which one says where a file goes: it has the keyboard at once, so what came before it is not of it."""

from math import inf

from textual import events

from petr_advisor.tui.widgets.input_line import InputLine


class PathLine(InputLine):
    """A path, begun already; a key pressed before it was drawn was meant for the screen below, and is not taken."""

    def __init__(self, value: str) -> None:
        super().__init__(value, id="path", max_length=1000, select_on_focus=False)
        self._put_at = inf

    def on_mount(self) -> None:
        """Note when it is drawn."""
        self.call_after_refresh(self._put)

    def _put(self) -> None:
        self._put_at = events.Event().time

    async def _on_key(self, event: events.Key) -> None:
        """Take what is typed once the line is in sight."""
        if event.is_printable and event.time < self._put_at:
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)
