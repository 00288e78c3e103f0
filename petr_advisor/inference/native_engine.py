"""Forward chaining in pure Python: each clause counts the tokens it still waits for."""

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
        agenda = sorted(known)
        for token in agenda:  # grows while it is gone through: this loop is where the native engine spends its time
            for number in waiting.get(token, ()):
                left = missing[number] - 1
                missing[number] = left
                if not left:
                    fired.append(number)
                    head = heads[number]
                    if head not in known:
                        known.add(head)
                        agenda.append(head)
        return tuple(fired)
