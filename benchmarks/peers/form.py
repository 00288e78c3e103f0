"""What is exported: the program of the territory as clauses on numbers, cases as the numbers that are given.

True and false are two propositions, as in our own engines: nothing is lost of three values. Left out of every export,
ours among them: reading values into atoms, summaries of lists, proofs, and everything that tells.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Protocol

Given = frozenset[int]


@dataclass(frozen=True)
class Exported:
    """Clauses on numbers."""

    clauses: tuple[tuple[int, tuple[int, ...]], ...]
    """Each a head and a body."""

    @cached_property
    def bodies(self) -> dict[int, list[tuple[int, ...]]]:
        """The bodies of each head, heads after those they wait for."""
        found: dict[int, list[tuple[int, ...]]] = {}
        for head, body in self.clauses:
            found.setdefault(head, []).append(body)
        order = TopologicalSorter({head: {n for body in found[head] for n in body} for head in found}).static_order()
        return {head: found[head] for head in order if head in found}

    @cached_property
    def inputs(self) -> tuple[int, ...]:
        """The numbers that are in a body."""
        return tuple(sorted({number for _, body in self.clauses for number in body}))

    def times(self, copies: int) -> "Exported":
        """Give the program beside copies of itself that share nothing with it."""
        step = self.step
        return Exported(
            tuple((h + c * step, tuple(n + c * step for n in body)) for c in range(copies) for h, body in self.clauses)
        )

    @cached_property
    def step(self) -> int:
        """One more than the largest number."""
        return 1 + max(max((head, *body)) for head, body in self.clauses)


class Peer(Protocol):
    """An engine that holds the program."""

    version: str
    leaves_out: str
    """What its encoding leaves out, or nothing."""

    def load(self, program: Exported) -> None:
        """Take the program."""

    def evaluate(self, given: Given) -> Given:
        """Give the heads that follow, from nothing."""

    def change(self, given: Given) -> Given:
        """Give the heads that follow after some numbers came and others went since the last call."""

    def missing(self, given: Given) -> int | None:
        """Give how many numbers could still matter; None where the engine cannot tell."""


class OneByOne(ABC):
    """What a peer does that has nothing better."""

    leaves_out = ""

    @abstractmethod
    def evaluate(self, given: Given) -> Given:
        """Give the heads that follow, from nothing."""

    def change(self, given: Given) -> Given:
        """Evaluate again."""
        return self.evaluate(given)

    def missing(self, given: Given) -> int | None:  # noqa: ARG002 - the form of a peer
        """Know nothing of what is not known."""
        return None
