"""Forward chaining by durable_rules, in a process of its own, inside the envelope in which it was found to be safe.

The only file that imports `durable`; `durable_process.py` starts it and speaks with it. Each line that it reads is a
JSON object: `program` (a number), `clauses` (its heads and bodies, the first time) and `tokens`. It answers with
`fired`, the indices of the clauses that fire, after as many `alive` as the work takes time; with `error` when
durable_rules fails, and ends. It ends with its input too. What it takes care of, all seen with durable_rules 2.0.28:

- it only sees equality with short ASCII tokens: its comparisons, its arithmetic and its idea of identity are loose;
- a rule set with 512 distinct tokens or more loops for ever, and one fact may match 64 rules at most: a program is cut
  into rule sets of at most `MAX_TOKENS` tokens, each used by at most `MAX_USES` clauses;
- retracting one of 5 facts or more that a rule joins crashes now and then: a rule joins `MAX_JOINED` at most;
- one state (sid) for ever: facts are retracted when one of them no longer holds, since states leak and deleting one
  corrupts memory;
- consequents take exactly one parameter, only record, and never raise; facts are asserted from outside, each once, and
  only to rule sets that listen to them, since a fact that no rule listens to is refused;
- a host starts timer threads that never stop: ours starts none; there is one host a process;
- rule sets are never freed: the process is renewed by whoever started it.
"""

import json
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from itertools import count
from time import monotonic
from typing import Any, BinaryIO

from durable import engine as durable

from petr_advisor.inference.envelope import narrowed, partition
from petr_advisor.inference.program import Clause, Program, Token

SID = "0"
EVERY = 0.2
"""Seconds between two signs of life."""


class _QuietHost(durable.Host):  # type: ignore[misc]
    """A host without timer threads: we use no timer, and they would never stop."""

    def _run(self) -> None:
        return


class _Speaker:
    """What is said to whoever started the process; when nothing can be said for too long, the system ends it."""

    def __init__(self, out: BinaryIO, most: float) -> None:
        self._out, self._most, self._last = out, most, 0.0

    def say(self, **message: Any) -> None:
        """Send a line."""
        self._out.write(json.dumps(message).encode() + b"\n")
        self._out.flush()
        self._last = monotonic()

    def alive(self) -> None:
        """Give a sign of life, at most every so often."""
        self.allow(self._most)
        if monotonic() - self._last > EVERY:
            self.say(alive=True)

    @staticmethod
    def allow(seconds: float) -> None:
        """Let work last that long: when nobody is left to end a loop within C, the system's alarm clock does."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds)


class _Chain:
    """A program in durable_rules; what was told stays told for as long as more and more is known."""

    def __init__(self, clauses: tuple[Clause, ...], add: Callable[[Program, tuple[int, ...]], "_RuleSet"]) -> None:
        self._own = len(clauses)
        self._program = Program("", narrowed(clauses))
        self._rule_sets = [add(self._program, part) for part in partition(self._program)]
        self._given: frozenset[Token] = frozenset()
        self._known: set[Token] = set()
        self._fired: dict[int, None] = {}

    def run(self, tokens: frozenset[Token]) -> list[int]:
        """Give the indices of the clauses that fire, each once."""
        if not self._given <= tokens:
            self._forget()
        self._given = tokens
        agenda = sorted(tokens - self._known)
        while agenda:
            agenda = self._tell(agenda)
        return [index for index in self._fired if index < self._own]

    def _tell(self, agenda: list[Token]) -> list[Token]:
        """Tell some tokens to every rule set; give the tokens to tell next."""
        self._known.update(agenda)
        new = dict.fromkeys(index for rule_set in self._rule_sets for index in rule_set.tell(agenda))
        self._fired |= new
        heads = dict.fromkeys(self._program.clauses[index].head for index in new)
        return [head for head in heads if head not in self._known and head in self._program.listens_to]

    def _forget(self) -> None:
        for rule_set in self._rule_sets:
            rule_set.forget()
        self._known.clear()
        self._fired.clear()


class _RuleSet:
    """One durable_rules rule set: tell it tokens, it records which clauses fire."""

    def __init__(
        self, host: Any, name: str, alive: Callable[[], None], program: Program, indices: tuple[int, ...]
    ) -> None:
        self._host, self._name, self._alive = host, name, alive
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
        alive()
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
            self._alive()
            state = self._host.assert_facts(self._name, facts)
            self._told += facts
            if state and "exception" in state:
                raise RuntimeError(state["exception"])
        return list(self._fired)

    def forget(self) -> None:
        """Retract everything, so that the one state can serve the next run."""
        self._alive()
        for fact in self._told:
            self._host.retract_fact(self._name, dict(fact))
        self._told.clear()


def serve(questions: BinaryIO, speaker: _Speaker) -> None:
    """Answer each line, until the last."""
    host, numbers = _QuietHost(), count()
    chains: dict[int, _Chain] = {}

    def add(program: Program, part: tuple[int, ...]) -> _RuleSet:
        return _RuleSet(host, f"r{next(numbers)}", speaker.alive, program, part)

    speaker.say(alive=True)
    for line in questions:
        speaker.alive()
        asked = json.loads(line)
        if "clauses" in asked:
            clauses = tuple(Clause(head, tuple(body)) for head, body in asked["clauses"])
            chains[asked["program"]] = _Chain(clauses, add)
        fired = chains[asked["program"]].run(frozenset(asked["tokens"]))
        speaker.allow(0)
        speaker.say(fired=fired)


def main() -> None:
    """Serve on the standard streams; the argument is how many seconds one step may last."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever started it, which then ends it
    # On Python 3.12 each action calls utcfromtimestamp, which is deprecated; it is the library's, not ours.
    warnings.filterwarnings("ignore", message=".*utcfromtimestamp.*", category=DeprecationWarning)
    speaker = _Speaker(os.fdopen(os.dup(1), "wb"), float(sys.argv[1]))
    os.dup2(2, 1)  # what the library prints is no answer
    try:
        serve(sys.stdin.buffer, speaker)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked is told, and the details are kept
        traceback.print_exc()
        speaker.say(error=f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
