"""The interface is drawn for a terminal of some size, however small the pane is made."""

from textual import events
from textual.app import App
from textual.geometry import Size

SMALLEST = Size(20, 5)
"""The smallest terminal that is drawn for; of a smaller one the rest is out of sight (Rich wraps at no column)."""


class Sized(App[str]):
    """An application that is drawn for no smaller terminal."""

    @property
    def size(self) -> Size:
        """The size that is drawn for."""
        return _drawn(super().size)

    async def on_event(self, event: events.Event) -> None:
        """Draw for a terminal of some size, however small the pane is made."""
        if isinstance(event, events.Resize):
            event = events.Resize(_drawn(event.size), _drawn(event.virtual_size), event.container_size)
        await super().on_event(event)


def _drawn(size: Size) -> Size:
    return Size(max(size.width, SMALLEST.width), max(size.height, SMALLEST.height))
