"""The time that procedures called take, as one line of a plan: up to their effect, side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from petr_advisor.planning.network import AT_ONCE, Network, Span
from petr_advisor.planning.spans import Lazy, Longest, Soonest
from petr_advisor.planning.tempo import TEMPOS, Tempo

Networks = Callable[[str], tuple[dict[Tempo, Network], tuple[str, ...]] | None]
"""Gives, for a procedure, its networks by speed and the acts at which it ends."""


@dataclass(frozen=True)
class Calling:
    """Measures procedures called; each is worked out once."""

    networks: Networks
    known: dict[str, Mapping[Tempo, Span]] = field(default_factory=dict, compare=False)

    def span(self, called: tuple[tuple[str, ...], bool], tempo: Tempo) -> Span:
        """Give the time that procedures take: of all the longest; where one is enough, the soonest or the longest."""
        names, one_is_enough = called
        parts = tuple(self._of(name, tempo) for name in names)
        return Soonest(parts) if one_is_enough and tempo != "longest" else Longest(parts)

    def _of(self, name: str, tempo: Tempo) -> Span:
        if name not in self.known:
            self.known[name] = dict.fromkeys(TEMPOS, AT_ONCE)  # a procedure that would call itself takes no more time
            self.known[name] = self._measured(name)
        return self.known[name][tempo]

    def _measured(self, name: str) -> Mapping[Tempo, Span]:
        found = self.networks(name)
        if found is None:
            return self.known[name]
        networks, ends = found
        return {tempo: Lazy(partial(_done, network, ends)) for tempo, network in networks.items()}


def _done(network: Network, ends: tuple[str, ...], day: date) -> date:
    """Give the day on which a procedure begun on another is done."""
    days = network.earliest(day)
    return max((days[end].done for end in ends if end in days), default=day)
