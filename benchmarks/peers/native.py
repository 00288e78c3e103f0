"""Our engine in pure Python."""

from benchmarks.peers.form import Exported, Given, OneByOne
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Clause, Program


def program_of(exported: Exported) -> Program:
    """Give the program in our own form."""
    return Program("", tuple(Clause(str(head), tuple(map(str, body))) for head, body in exported.clauses))


class Peer(OneByOne):
    """The native engine."""

    version = "petr_advisor"

    def load(self, program: Exported) -> None:
        """Take the program; its index is made by the first run."""
        self._program, self._engine = program_of(program), NativeEngine()
        self._heads = [head for head, _ in program.clauses]
        self._engine.run(self._program, frozenset())

    def evaluate(self, given: Given) -> Given:
        """Fire until quiet."""
        fired = self._engine.run(self._program, frozenset(map(str, given)))
        return frozenset(self._heads[index] for index in fired)
