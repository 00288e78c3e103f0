"""The places of an act, looked up when a text calls them."""

from collections.abc import Callable, Collection, Iterator, Mapping

from petr_advisor.drafting.found import Found


class Places(Mapping[str, object]):
    """What stands in each place, found when it is asked for."""

    def __init__(self, names: Collection[str], held: Callable[[str], Found]) -> None:
        self._names = names
        self._held = held

    def __getitem__(self, name: str) -> object:
        return self._held(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
