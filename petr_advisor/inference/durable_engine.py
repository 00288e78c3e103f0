"""The engine that runs durable_rules in a process of its own, renewed before it grows: nothing is freed there."""

from collections.abc import Sequence
from itertools import count
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from petr_advisor.inference.durable_process import COMMAND, DurableProcess, EngineFaultError
from petr_advisor.inference.program import Program, Token

MOST_CLAUSES = 16_000
"""Clauses that a process is given before it is renewed: they take some 25 kB each."""


class DurableEngine:
    """The engine that runs wherever durable_rules loads; when that fails, the next run has a new process."""

    name = "durable"

    def __init__(self, patience: float = 10.0, command: Sequence[str] = COMMAND) -> None:
        """Wait at most `patience` seconds for a sign of life; the process starts when it is first needed."""
        self._patience, self._command = patience, command
        self._lock = Lock()
        self._numbers: WeakKeyDictionary[Program, int] = WeakKeyDictionary()
        self._next = count()
        self._process: DurableProcess | None = None
        self._sizes: dict[int, int] = {}
        """How many clauses each program given to the process has."""

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once; or an EngineFaultError."""
        with self._lock:
            number = self._numbers.get(program)
            if number is None:
                number = self._numbers[program] = next(self._next)
            process = self._ready_for(number, len(program.clauses))
            question: dict[str, Any] = {"program": number, "tokens": sorted(tokens & program.listens_to)}
            if number not in self._sizes:
                question["clauses"] = [(clause.head, clause.body) for clause in program.clauses]
                self._sizes[number] = len(program.clauses)
            try:
                return _checked(process.ask(question), program)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
        self._process = None
        self._sizes.clear()

    def _ready_for(self, number: int, size: int) -> DurableProcess:
        """Give a process that has a program, or that may be given it."""
        sizes = (*self._sizes.values(), size)
        full = sum(sizes) > max(MOST_CLAUSES, 2 * max(sizes))  # twice: however large they grow, two go together
        if number not in self._sizes and full:
            self.close()
        if self._process is None:
            self._process = DurableProcess(self._patience, self._command)
        return self._process


def _checked(fired: Any, program: Program) -> tuple[int, ...]:
    """Give the indices that were answered; an EngineFaultError when they are anything else."""
    clauses = range(len(program.clauses))
    if not isinstance(fired, list) or not all(type(index) is int and index in clauses for index in fired):
        raise EngineFaultError("durable_rules: clauses that the program does not have")
    return tuple(fired)
