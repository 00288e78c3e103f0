"""A line to type in, which edits in the order of the keys."""

from textual import events
from textual.widgets import Input

EDITS = {
    "left": Input.action_cursor_left,
    "right": Input.action_cursor_right,
    "home": Input.action_home,
    "end": Input.action_end,
    "backspace": Input.action_delete_left,
    "delete": Input.action_delete_right,
    "ctrl+w": Input.action_delete_left_word,
    "ctrl+u": Input.action_delete_left_all,
}
"""What these keys do at once."""


class InputLine(Input):
    """A line in which neither the cursor nor an erasure is overtaken by what is typed behind it, however fast.

    Textual looks for the binding of a key last, when the letters that came with it stand there already.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Move or erase at once; letters are taken next, by what this line is made of."""
        if (edit := EDITS.get(event.key)) is not None:
            event.stop()
            event.prevent_default()
            edit(self)

    def write(self, event: events.Key) -> bool:
        """Take a key that came before the keyboard was given to this line; tell whether it means something here."""
        if (edit := EDITS.get(event.key)) is not None:
            edit(self)
        elif event.is_printable and event.character is not None:
            self.insert_text_at_cursor(event.character)
        else:
            return False
        return True
