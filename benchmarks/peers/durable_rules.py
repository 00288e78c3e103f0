"""durable_rules, inside the envelope in which it was found to be safe; in this process, not in one of its own."""

from importlib.metadata import version
from itertools import count

from benchmarks.peers.form import Exported, Given, OneByOne
from benchmarks.peers.native import program_of
from petr_advisor.inference import durable_worker as worker


class Peer(OneByOne):
    """The chain of rule sets of our worker."""

    version = version("durable-rules")

    def load(self, program: Exported) -> None:
        """Cut the program into rule sets."""
        host, numbers = worker._QuietHost(), count()
        self._heads = [head for head, _ in program.clauses]
        self._inputs = frozenset(program.inputs)
        self._chain = worker._Chain(
            program_of(program).clauses,
            lambda of, part: worker._RuleSet(host, f"r{next(numbers)}", lambda: None, of, part),
        )

    def change(self, given: Given) -> Given:
        """Assert what is new; where something goes, everything is retracted first."""
        fired = self._chain.run(frozenset(map(str, given & self._inputs)))
        return frozenset(self._heads[index] for index in fired)

    def evaluate(self, given: Given) -> Given:
        """Forget, then assert."""
        self._chain.run(frozenset())
        return self.change(given)
