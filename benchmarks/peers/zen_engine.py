"""zen-engine: one expression node, an expression a head, in an order in which each follows what it waits for."""

import json
from importlib.metadata import version

import zen

from benchmarks.peers.form import Exported, Given, OneByOne


class Peer(OneByOne):
    """A decision of GoRules Zen."""

    version = version("zen-engine")
    leaves_out = "every number is given, true or false: it has no unknown, so false stands for « not known » too"

    def load(self, program: Exported) -> None:
        """Make the decision."""
        self._inputs = [number for number in program.inputs if number not in program.bodies]
        said = []
        for head, bodies in program.bodies.items():
            either = [" and ".join(self._name(program, number) for number in body) for body in bodies]
            also = [f"x{head}"] if head in program.inputs else []
            value = " or ".join([f"({each})" for each in either] + also)
            said.append({"id": f"e{head}", "key": f"y{head}", "value": value})
        self._all = program.inputs
        nodes = [
            {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "do", "name": "do", "type": "expressionNode", "position": {"x": 1, "y": 0},
             "content": {"expressions": said}},
            {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
        ]  # fmt: skip
        edges = [
            {"id": "a", "type": "edge", "sourceId": "in", "targetId": "do"},
            {"id": "b", "type": "edge", "sourceId": "do", "targetId": "out"},
        ]
        self._decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
        self.evaluate(frozenset())

    @staticmethod
    def _name(program: Exported, number: int) -> str:
        return f"$.y{number}" if number in program.bodies else f"x{number}"

    def evaluate(self, given: Given) -> Given:
        """Evaluate every expression."""
        found = self._decision.evaluate({f"x{number}": number in given for number in self._all})["result"]
        return frozenset(int(name[1:]) for name, value in found.items() if name[0] == "y" and value)
