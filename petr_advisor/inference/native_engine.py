"""Forward chaining in pure Python: each clause counts the tokens it still waits for."""

from collections import deque

from petr_advisor.inference.program import Program, Token


class NativeEngine:
    """The engine that runs everywhere."""

    name = "native"

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        waiting, sizes, heads = program.index
        missing = list(sizes)
        fired: list[int] = []
        known = set(tokens)
        agenda = deque(sorted(known))
        while agenda:
            for number in waiting.get(agenda.popleft(), ()):
                missing[number] -= 1
                if missing[number] == 0:
                    fired.append(number)
                    head = heads[number]
                    if head not in known:
                        known.add(head)
                        agenda.append(head)
        return tuple(fired)
