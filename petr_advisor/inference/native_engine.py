"""Forward chaining in pure Python: each clause counts the tokens it still waits for."""

from collections import defaultdict, deque
from weakref import WeakKeyDictionary

from petr_advisor.inference.program import Program, Token


class NativeEngine:
    """The engine that runs everywhere."""

    name = "native"

    def __init__(self) -> None:
        self._waiting: WeakKeyDictionary[Program, tuple[dict[Token, list[int]], tuple[int, ...]]] = WeakKeyDictionary()

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        waiting, sizes = self._index(program)
        missing = list(sizes)
        fired: list[int] = []
        known = set(tokens)
        agenda = deque(sorted(known))
        while agenda:
            for index in waiting.get(agenda.popleft(), ()):
                missing[index] -= 1
                if missing[index] == 0:
                    fired.append(index)
                    _derive(program.clauses[index].head, known, agenda)
        return tuple(fired)

    def _index(self, program: Program) -> tuple[dict[Token, list[int]], tuple[int, ...]]:
        """Give the clauses that wait for each token, and how many tokens each clause waits for."""
        if program not in self._waiting:
            index: dict[Token, list[int]] = defaultdict(list)
            for number, clause in enumerate(program.clauses):
                for token in clause.body:
                    index[token].append(number)
            self._waiting[program] = dict(index), tuple(len(clause.body) for clause in program.clauses)
        return self._waiting[program]


def _derive(token: Token, known: set[Token], agenda: deque[Token]) -> None:
    if token not in known:
        known.add(token)
        agenda.append(token)
