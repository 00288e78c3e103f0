"""publicodes: a rule a head, « une de ces conditions » of « toutes ces conditions »; in a node process."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.peers.form import Exported, Given, OneByOne

PLACE = Path(os.environ.get("PETR_ADVISOR_BENCH_NODE", ".venv/bench-node"))
"""Where `npm install publicodes` was run."""


class Peer(OneByOne):
    """publicodes, asked for every head of a case."""

    version = "1"
    leaves_out = "asked head by head; a rule that is neither yes nor no counts as no"

    def load(self, program: Exported) -> None:
        """Start node and give it the rules."""
        self.version = json.loads((PLACE / "node_modules/publicodes/package.json").read_text())["version"]
        here = Path(__file__).with_name("publicodes.mjs")
        command = ["node", "--max-old-space-size=6000", str(here), str(PLACE.resolve())]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        rules: dict[str, Any] = {}
        for number in program.inputs:
            rules[f"x{number}"] = {"par défaut": "non"}
        for head, bodies in program.bodies.items():
            ways = [{"toutes ces conditions": [self._name(program, n) for n in body]} for body in bodies]
            also = [f"x{head}"] if head in program.inputs else []
            rules[f"y{head}"] = {"une de ces conditions": [*ways, *also]}
        self._inputs = frozenset(program.inputs)
        self._ask(rules=rules, heads=list(program.bodies))

    @staticmethod
    def _name(program: Exported, number: int) -> str:
        return f"y{number}" if number in program.bodies else f"x{number}"

    spent = 0.0
    """Seconds of processor of node, so far."""
    memory = 0
    """Bytes that node holds."""

    def _ask(self, **question: Any) -> Any:
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        if not line:
            raise RuntimeError("node ended")
        told = json.loads(line)
        self.spent, self.memory = told["cpu"], told["rss"]
        return told["found"]

    def evaluate(self, given: Given) -> Given:
        """Ask for every head."""
        return frozenset(self._ask(given=sorted(given & self._inputs)))

    def missing(self, given: Given) -> int | None:
        """Count the variables that it says are missing for the heads nothing waits for."""
        return int(self._ask(missing=sorted(given & self._inputs)))
