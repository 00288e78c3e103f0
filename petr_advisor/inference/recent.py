"""What takes long to make is kept for the next time, and only the latest of it: memory stays within bounds."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Recent(Generic[Key, Made]):
    """The last things made or used, so many at most; what was used while there was room counts as when it was made."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: dict[Key, Made] = {}
        self._one_at_a_time = Lock()

    def get(self, key: Key, make: Callable[[], Made], serves: Callable[[Made], bool] | None = None) -> Made:
        """Give what was made for a key, made again when it is no more there or serves no more."""
        if serves is None and len(self._kept) < self._room:  # nothing is put out yet: no order to keep
            found = self._kept.get(key)
            if found is not None:
                return found
        with self._one_at_a_time:
            found = self._kept.pop(key, None)
            if found is None or (serves is not None and not serves(found)):
                found = make()
            self._kept[key] = found
            if len(self._kept) > self._room:
                del self._kept[next(iter(self._kept))]
            return found
