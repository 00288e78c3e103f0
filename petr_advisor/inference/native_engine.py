"""Forward chaining in pure Python: each clause counts the tokens it still waits for.

More tokens only ever add conclusions, so a run goes on from an earlier one that was given some of its tokens: the cases
that a consultation weighs against each other differ in a few.
"""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from petr_advisor.inference.program import Program, Token

KEPT = 3
"""How many of the last runs of a program another may go on from."""


class Run(NamedTuple):
    """Where a run ended; nothing of it is changed any more."""

    told: frozenset[Token]
    missing: list[int]
    """How many tokens each clause still waits for."""
    known: set[Token]
    fired: list[int]


class NativeEngine:
    """The engine that runs everywhere."""

    name = "native"

    def __init__(self) -> None:
        self._runs: WeakKeyDictionary[Program, tuple[Run, ...]] = WeakKeyDictionary()

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        waiting, sizes, heads, after = program.index
        earlier = self._runs.get(program, ())
        begun = max((run for run in earlier if run.told <= tokens), key=lambda run: len(run.told), default=None)
        missing, fired = list(begun.missing if begun else sizes), list(begun.fired if begun else ())
        known = set(begun.known) if begun else set[Token]()
        fresh = sorted(tokens - known)
        known.update(fresh)
        agenda = [waiting[token] for token in fresh if token in waiting]
        for numbers in agenda:  # grows while it is gone through: this loop is where the native engine spends its time
            for number in numbers:
                left = missing[number] - 1
                missing[number] = left
                if not left:
                    fired.append(number)
                    head = heads[number]
                    if head not in known:
                        known.add(head)
                        agenda.append(after[number])
        self._runs[program] = (Run(tokens, missing, known, fired), *earlier[: KEPT - 1])
        return tuple(fired)
