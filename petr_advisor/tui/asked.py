"""Something that the database of dossiers is asked: where it is a team's, the interface goes on meanwhile."""

from collections.abc import Callable
from typing import Any

from textual.message import Message


class Asked(Message):
    """The database of dossiers is asked something, on which it hangs whether and how a dossier is opened."""

    def __init__(
        self, name: str, act: Callable[[], Any], then: Callable[[Any], None],
        left: Callable[[Any], None] = lambda _: None, refused: Callable[[Exception], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.name = name
        """The dossier, as a person calls it."""
        self.act = act
        """What the database does, beside the interface where it may take its time; it touches no screen."""
        self.then = then
        """What follows, of what came of it."""
        self.left = left
        """Lets go of what came of it, for a person who no longer waited; beside the interface too."""
        self.refused = refused
        """What follows from an error; it is told where nothing is given."""
