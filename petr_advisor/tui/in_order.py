"""Keys are taken in the order typed, however fast.

Textual gives a key to the widget with the keyboard, then upwards, and looks for its binding last: of two that come
together, the letter that a widget takes itself would overtake the arrow before it, which is a binding.
"""

from typing import Any

from textual import events
from textual.app import App


class TakesKeys:
    """A widget or a screen that takes keys itself, where bindings are looked for and before them."""

    def takes(self, _: events.Key) -> bool:
        """Do what a key means here; False where it means nothing, and its binding is looked for."""
        return False


class KeysInOrder(App[Any]):
    """Gives each key to the screen, which may refuse it, then from the widget with the keyboard upwards."""

    def on_key(self, event: events.Key) -> None:
        """Take a key, or leave it to the bindings."""
        below = self.focused.ancestors_with_self if self.focused else ()
        takers = [node for node in (self.screen, *below) if isinstance(node, TakesKeys)]
        if any(taker.takes(event) for taker in dict.fromkeys(takers)):
            event.prevent_default()
