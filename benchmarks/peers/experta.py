"""experta: a rule a clause on facts that hold a number; the names that Python 3.10 took away are put back for it."""

import collections
import collections.abc
from importlib.metadata import version
from typing import Any

from benchmarks.peers.form import Exported, Given, OneByOne

for _name in ("Mapping", "Iterable", "Hashable"):
    setattr(collections, _name, getattr(collections.abc, _name))

from experta import AND, Fact, KnowledgeEngine, Rule  # noqa: E402 - after what it needs was put back


class _Known(Fact):  # type: ignore[misc]
    """A number that is given or follows."""


class Peer(OneByOne):
    """An experta engine, in pure Python."""

    version = version("experta")

    def load(self, program: Exported) -> None:
        """Make a class of rules, and its network."""
        self._heads = frozenset(program.bodies)

        def rule(number: int, head: int, body: tuple[int, ...]) -> Any:
            def fire(engine: KnowledgeEngine) -> None:
                engine.declare(_Known(head))

            fire.__name__ = f"r{number}"
            return Rule(AND(*(_Known(each) for each in body)))(fire)

        rules = {f"r{n}": rule(n, head, body) for n, (head, body) in enumerate(program.clauses)}
        self._engine = type("Rules", (KnowledgeEngine,), rules)()
        self._inputs = frozenset(program.inputs)

    def evaluate(self, given: Given) -> Given:
        """Reset, declare, run."""
        self._engine.reset()
        for number in given & self._inputs:
            self._engine.declare(_Known(number))
        self._engine.run()
        return self._heads & frozenset(fact[0] for fact in self._engine.facts.values() if isinstance(fact, _Known))
