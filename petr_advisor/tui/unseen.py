"""Keys that come before what they would answer is in sight: nobody answers unseen."""

from textual import events

FIGURES = frozenset("0123456789")
PLACES = FIGURES | {"up", "down", "pageup", "pagedown", "home", "end"}
"""Keys that say which answer, or which line."""
ANSWERING = PLACES | {"enter", "space", "s", "i"}
"""Keys that mean something for the question in sight."""
BACKWARD = frozenset({"left", "backspace"})
"""Keys that go back to the question before."""
OF_LINES = frozenset("oynae?")
"""The letters that answer lines of a checklist."""


class Unseen:
    """Refuses the keys that were pressed before what is in sight was put."""

    def __init__(self) -> None:
        self._put_at = 0.0
        self._line_lost = False
        """Whether the figure of a line was refused: the letter that follows would answer another line."""

    def put(self) -> None:
        """Note that something is put in sight now; a key pressed before was not meant for it."""
        self._put_at = events.Event().time

    def refuses(self, event: events.Key, *, waiting: bool, lines: bool, again: bool = False) -> bool:
        """Tell whether a key is refused, while one waits for what comes next or where lines have the keyboard.

        Of keys pressed for one question, one goes back: those behind it were not meant for the one looked at `again`.
        """
        if event.key in BACKWARD:
            return again and (waiting or event.time < self._put_at)
        pressed = {event.key, event.character}
        if not pressed & (ANSWERING | OF_LINES if lines else ANSWERING):
            return False
        follows, self._line_lost = self._line_lost and lines and not pressed & PLACES, False
        early = waiting or event.time < self._put_at
        self._line_lost = early and lines and bool(pressed & PLACES)
        return early or follows
