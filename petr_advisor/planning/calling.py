"""The time that procedures called take, as one line of a plan: up to their effect, side by side."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from petr_advisor.planning.network import AT_ONCE, Network, Span
from petr_advisor.planning.spans import Lazy, Longest, Soonest
from petr_advisor.planning.tempo import Tempo

Networks = Callable[[str], tuple[dict[Tempo, Network], tuple[str, ...]] | None]
"""Gives, for a procedure, its networks by speed and the acts at which it ends."""


@dataclass(frozen=True)
class Calling:
    """Measures procedures called; each is worked out once."""

    networks: Networks
    known: dict[tuple[str, Tempo], Span] = field(default_factory=dict, compare=False)

    def span(self, called: tuple[tuple[str, ...], bool], tempo: Tempo) -> Span:
        """Give the time that procedures take: of all the longest; where one is enough, the soonest or the longest."""
        names, one_is_enough = called
        parts = tuple(self._of(name, tempo) for name in names)
        return Soonest(parts) if one_is_enough and tempo != "longest" else Longest(parts)

    def _of(self, name: str, tempo: Tempo) -> Span:
        if (name, tempo) not in self.known:
            self.known[name, tempo] = AT_ONCE  # a procedure that would call itself takes no more time
            self.known[name, tempo] = self._measured(name, tempo)
        return self.known[name, tempo]

    def _measured(self, name: str, tempo: Tempo) -> Span:
        found = self.networks(name)
        if found is None:
            return AT_ONCE
        networks, ends = found
        network = networks[tempo]

        def done(day: date) -> date:
            days = network.earliest(day)
            return max((days[end].done for end in ends if end in days), default=day)

        return Lazy(done)
