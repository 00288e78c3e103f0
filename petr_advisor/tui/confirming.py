"""Enter upon a figure that answered alone confirms it: it is meant for nothing else, whatever is in sight by then."""

from textual import events
from textual.app import App
from textual.message import Message
from textual.widgets import Input

UPON = 2.0
"""The seconds within which Enter confirms a figure; a later one is meant for what is in sight by then."""


class Confirming(App[str]):
    """An application that lets such an Enter go no further."""

    by_figure = False
    """Whether a figure alone has just answered."""
    _spared = False
    """Whether it was said that Enter need not follow a figure: once is enough."""
    _pressed_at = 0.0
    """When the last key was pressed, on the clock of events."""

    class Spared(Message):
        """For the first time such an Enter went no further."""

    async def on_event(self, event: events.Event) -> None:
        """Let the next key be the one that confirms, or a key like any other; what was pasted since is meant."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            by_figure, self.by_figure = self.by_figure, False
            before, self._pressed_at = self._pressed_at, event.time
            written = isinstance(self.focused, Input) and self.focused.value
            if by_figure and event.key == "enter" and not written and event.time - before < UPON:
                if not self._spared:
                    self._spared = True
                    self.post_message(self.Spared())
                return
        await super().on_event(event)
