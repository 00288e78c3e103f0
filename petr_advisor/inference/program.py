"""The engine form of a rule base: clauses over tokens, and nothing else.

A clause says that its head follows from all the tokens of its body. There is no negation, no absence and no number:
true, false and not applicable are different tokens, so every engine computes one least set of tokens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

Token = str
"""A short ASCII name, such as `a17=T`."""

MAX_BODY = 12
"""Longest body; durable_rules joins at most 16 facts in a rule."""


class Clause(NamedTuple):
    """One way to conclude `head`: when every token of `body` is there."""

    head: Token
    body: tuple[Token, ...]


class Index(NamedTuple):
    """The clauses of a program by their numbers, for those who count what each still waits for."""

    waiting: Mapping[Token, tuple[int, ...]]
    """Those that wait for each token."""
    sizes: tuple[int, ...]
    """How many tokens each waits for."""
    heads: tuple[Token, ...]
    """What each concludes."""
    after: tuple[tuple[int, ...], ...]
    """Those that wait for what each concludes."""


@dataclass(frozen=True, eq=False)
class Program:
    """The clauses of one scope: the territory, or each entity of one kind in turn."""

    name: str
    clauses: tuple[Clause, ...]
    listens_to: frozenset[Token] = field(init=False)
    """Every token in a body."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "listens_to", frozenset(token for clause in self.clauses for token in clause.body))

    @cached_property
    def waiting(self) -> Mapping[Token, tuple[Clause, ...]]:
        """The clauses that wait for each token."""
        found: dict[Token, list[Clause]] = {}
        for clause in self.clauses:
            for token in clause.body:
                found.setdefault(token, []).append(clause)
        return {token: tuple(clauses) for token, clauses in found.items()}

    @cached_property
    def index(self) -> Index:
        """The clauses by number; engines and proofs count down what each waits for."""
        found: dict[Token, list[int]] = {}
        for number, clause in enumerate(self.clauses):
            for token in clause.body:
                found.setdefault(token, []).append(number)
        waiting = {token: tuple(numbers) for token, numbers in found.items()}
        return Index(
            waiting,
            tuple(len(clause.body) for clause in self.clauses),
            tuple(clause.head for clause in self.clauses),
            tuple(waiting.get(clause.head, ()) for clause in self.clauses),
        )


class Engine(Protocol):
    """Something that chains forward; all engines fire the same clauses for the same tokens."""

    @property
    def name(self) -> str:
        """The name of the engine that runs."""
        ...

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        ...
