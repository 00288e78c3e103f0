"""Forward chaining by durable_rules, kept inside the envelope in which it was found to be safe.

The only file that imports `durable`. What it takes care of, all seen with durable_rules 2.0.28:

- it only sees equality with short ASCII tokens: its comparisons, its arithmetic and its idea of identity are loose;
- a rule set with 512 distinct tokens or more loops for ever, and one fact may match 64 rules at most: a program is cut
  into rule sets of at most `MAX_TOKENS` tokens, each used by at most `MAX_USES` clauses;
- one state (sid) for ever: facts are retracted after each run, since states leak and deleting one corrupts memory;
- consequents take exactly one parameter, only record, and never raise; facts are asserted from outside, each once, and
  only to rule sets that listen to them, since a fact that no rule listens to is refused;
- a host starts timer threads that never stop: ours starts none; there is one host a process, behind a lock.
"""

import threading
import warnings
from collections.abc import Callable
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from durable import engine as durable

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.envelope import partition
from petr_advisor.inference.program import Program, Token

SID = "0"


class DurableEngineError(PetrAdvisorError):
    """durable_rules reported a failure that it had swallowed."""


class _QuietHost(durable.Host):  # type: ignore[misc]
    """A host without timer threads: we use no timer, and they would never stop."""

    def _run(self) -> None:
        return


class DurableEngine:
    """The engine that runs wherever durable_rules loads."""

    name = "durable"
    _host: Any = None
    _lock = threading.Lock()
    _numbers = count()

    def __init__(self) -> None:
        self._loaded: WeakKeyDictionary[Program, tuple[_RuleSet, ...]] = WeakKeyDictionary()

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        with self._lock, warnings.catch_warnings():
            # On Python 3.12 each action calls utcfromtimestamp, which is deprecated; it is the library's, not ours.
            warnings.filterwarnings("ignore", message=".*utcfromtimestamp.*", category=DeprecationWarning)
            return self._chain(program, tokens)

    def _chain(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        rule_sets = self._rule_sets(program)
        fired: list[int] = []
        known: set[Token] = set()
        agenda = sorted(tokens & program.listens_to)
        try:
            while agenda:
                known.update(agenda)
                new: list[int] = []
                for rule_set in rule_sets:
                    new += rule_set.tell(agenda)
                fired += new
                heads = dict.fromkeys(program.clauses[index].head for index in new)
                agenda = [head for head in heads if head not in known and head in program.listens_to]
        finally:
            for rule_set in rule_sets:
                rule_set.forget()
        return tuple(dict.fromkeys(fired))

    def _rule_sets(self, program: Program) -> "tuple[_RuleSet, ...]":
        if program not in self._loaded:
            if DurableEngine._host is None:
                DurableEngine._host = _QuietHost()
            parts = partition(program)
            self._loaded[program] = tuple(
                _RuleSet(self._host, f"r{next(self._numbers)}", program, part) for part in parts
            )
        return self._loaded[program]


class _RuleSet:
    """One durable_rules rule set: tell it tokens, it records which clauses fire."""

    def __init__(self, host: Any, name: str, program: Program, indices: tuple[int, ...]) -> None:
        self._host, self._name = host, name
        self._listens_to = {token for index in indices for token in program.clauses[index].body}
        self._told: list[dict[str, str]] = []
        self._fired: list[int] = []
        definition: dict[str, Any] = {
            f"c{index}": {
                "all": [{f"m{place}": {"t": token}} for place, token in enumerate(program.clauses[index].body)],
                "run": self._recorder(index),
            }
            for index in indices
        }
        host.set_rulesets({name: definition})

    def _recorder(self, index: int) -> Callable[[Any], None]:
        def record(c: Any) -> None:  # noqa: ARG001 - one parameter exactly: two would make it asynchronous
            self._fired.append(index)

        return record

    def tell(self, tokens: list[Token]) -> list[int]:
        """Assert the tokens that some clause listens to, others being refused; give the clauses that fired."""
        self._fired.clear()
        facts = [{"sid": SID, "t": token} for token in tokens if token in self._listens_to]
        if facts:
            state = self._host.assert_facts(self._name, facts)
            self._told += facts
            if state and "exception" in state:
                raise DurableEngineError(f"durable_rules: {state['exception']}")
        return list(self._fired)

    def forget(self) -> None:
        """Retract everything, so that the one state can serve the next run."""
        for fact in self._told:
            self._host.retract_fact(self._name, dict(fact))
        self._told.clear()
