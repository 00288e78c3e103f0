"""Forward chaining in pure Python: each clause counts the tokens it still waits for."""

from collections import defaultdict, deque
from weakref import WeakKeyDictionary

from petr_advisor.inference.program import Program, Token

_Index = tuple[dict[Token, list[int]], tuple[int, ...], tuple[Token, ...]]


class NativeEngine:
    """The engine that runs everywhere."""

    name = "native"

    def __init__(self) -> None:
        self._waiting: WeakKeyDictionary[Program, _Index] = WeakKeyDictionary()

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        waiting, sizes, heads = self._index(program)
        missing = list(sizes)
        fired: list[int] = []
        known = set(tokens)
        agenda = deque(sorted(known))
        while agenda:
            for index in waiting.get(agenda.popleft(), ()):
                missing[index] -= 1
                if missing[index] == 0:
                    fired.append(index)
                    head = heads[index]
                    if head not in known:
                        known.add(head)
                        agenda.append(head)
        return tuple(fired)

    def _index(self, program: Program) -> _Index:
        """Give the clauses that wait for each token, how many tokens each clause waits for, and what it concludes."""
        if program not in self._waiting:
            index: dict[Token, list[int]] = defaultdict(list)
            for number, clause in enumerate(program.clauses):
                for token in clause.body:
                    index[token].append(number)
            sizes = tuple(len(clause.body) for clause in program.clauses)
            self._waiting[program] = dict(index), sizes, tuple(clause.head for clause in program.clauses)
        return self._waiting[program]
