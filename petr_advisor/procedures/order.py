"""The acts of a procedure as they are under some readings, and what each of them waits for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.knowledge.procedures import Act


@dataclass(frozen=True)
class Order:
    """The acts that exist in a case, with their links: those that do not exist hand on what they wait for."""

    acts: Mapping[str, Act]
    """Every act, in the order in which they are told."""
    left_out: frozenset[str]
    """Acts that do not exist in the case."""
    made_law: frozenset[str] = frozenset()
    """Acts of habit or caution that a reading makes law: a link to one of them is no habit."""

    @cached_property
    def present(self) -> dict[str, Act]:
        """The acts that exist."""
        return {key: act for key, act in self.acts.items() if key not in self.left_out}

    @cached_property
    def binding(self) -> dict[str, tuple[str, ...]]:
        """By act, those without which it cannot be done: habits hold back no act of law."""
        return {key: tuple(dict.fromkeys(self._binding(key, act))) for key, act in self.present.items()}

    def _binding(self, key: str, act: Act) -> Iterator[str]:
        for before in self.acts[key].after:
            habit = before in self.acts[key].habit or before in act.habit
            only_habit = habit and act.origin == "law" and before not in self.made_law
            if before in self.left_out or only_habit:
                yield from self._binding(before, act)
            else:
                yield before

    def earlier(self, key: str) -> frozenset[str]:
        """Give the acts told before one, habits and acts left out included."""
        return all_before(self.acts, (key,))

    def before(self, *keys: str) -> frozenset[str]:
        """Give the acts that come before some, by the links that bind."""
        found: set[str] = set()
        waiting = [before for key in keys for before in self.binding.get(key, ())]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.binding[key]
        return frozenset(found)


def all_before(acts: Mapping[str, Act], names: Iterable[str]) -> frozenset[str]:
    """Give the acts that come before some of a procedure, by law or by habit, those apart."""
    these = frozenset(names)
    left, seen = list(these), set(these)
    while left:
        for before in acts[left.pop()].after:
            if before in acts and before not in seen:
                seen.add(before)
                left.append(before)
    return frozenset(seen - these)
