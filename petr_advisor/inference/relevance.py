"""Exact relevance: a fact matters when two completions that differ only in it differ in a goal."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations

from petr_advisor.inference.diagrams import Diagrams, Node
from petr_advisor.inference.facts import FactKey, Facts
from petr_advisor.knowledge.base import READING_PREFIX

STATUSES = ("open", "conditional", "closed", "not_in_force")


class Situation:
    """Diagrams restricted to what is known: the completions that remain."""

    def __init__(self, diagrams: Diagrams, facts: Facts) -> None:
        self.diagrams = diagrams
        self._bits: dict[str, bool] = {}
        self._care: Node = diagrams.bdd.true
        for key, known in facts.known.items():
            self._learn(key, diagrams.possible_cells(key[0], known.value), len(diagrams.cells(key[0])))
        self._restricted: dict[Node, Node] = {}
        clean = self._care & ~self.restrict(diagrams.conflict())
        self.contradictory = clean == diagrams.bdd.false
        """Whether the answers exclude each other; the conflict is then left out of account."""
        self._care = self._care if self.contradictory else clean

    def _learn(self, key: FactKey, possible: Sequence[int], total: int) -> None:
        if not possible or len(possible) == total:
            return
        if len(possible) == 1:
            self._bits.update(self.diagrams.cell_bits(key, possible[0]))
        else:
            self._care &= self.diagrams.among(key, possible)

    def restrict(self, goal: Node) -> Node:
        """Give a goal with the known facts put in."""
        if goal not in self._restricted:
            self._restricted[goal] = self.diagrams.bdd.let(self._bits, goal) if self._bits else goal
        return self._restricted[goal]

    @cached_property
    def prudent(self) -> dict[str, int]:
        """The cell of the prudent reading of each disputed point met so far."""
        rules = self.diagrams.rules
        found = {}
        for point in rules.base.disputed:
            fact = f"{READING_PREFIX}{point}"
            wanted = rules.prudent(point)
            found[fact] = next(n for n, cell in enumerate(self.diagrams.cells(fact)) if wanted in cell.representatives)
        return found

    def _reading(self, changed: Mapping[str, str]) -> Node:
        """Give the diagram of the prudent readings, some of them changed."""
        node = self.diagrams.bdd.true
        for fact, number in self.prudent.items():
            cell = number
            if (point := fact.removeprefix(READING_PREFIX)) in changed:
                cells = self.diagrams.cells(fact)
                cell = next(n for n, c in enumerate(cells) if changed[point] in c.representatives)
            node &= self.diagrams.codes((fact, None))[cell]
        return node

    def possible(self, goal: Node, readings: Mapping[str, str] | None = None) -> bool:
        """Tell whether a goal holds in some completion, under the prudent readings or with some of them changed."""
        return bool((self.restrict(goal) & self._care & self._reading(readings or {})) != self.diagrams.bdd.false)

    def statuses(self, option: str, readings: Mapping[str, str] | None = None) -> frozenset[str]:
        """Give the statuses an option has in some completion."""
        nodes = self.diagrams.option(option)
        return frozenset(status for status in STATUSES if self.possible(nodes[status], readings))

    def disputed_points(self, goals: Iterable[Node]) -> tuple[str, ...]:
        """Give the disputed points on which some goal turns."""
        facts = {fact for goal in goals for fact, _ in self.relevant(goal)}
        return tuple(p for p in self.diagrams.base.disputed if f"{READING_PREFIX}{p}" in facts)

    def relevant(self, goal: Node) -> frozenset[FactKey]:
        """Give the facts that matter to a goal, disputed points included."""
        node = self.restrict(goal)
        keys = {self.diagrams.fact_of_bit[bit] for bit in self.diagrams.bdd.support(node)}
        if self._care == self.diagrams.bdd.true:
            return frozenset(keys)
        return frozenset(key for key in keys if self._matters(key, node))

    def _matters(self, key: FactKey, node: Node) -> bool:
        """Look for two allowed cells of a fact between which the goal changes, all else equal."""
        outcomes = []
        for number in range(len(self.diagrams.cells(key[0]))):
            values = self.diagrams.cell_bits(key, number)
            care = self.diagrams.bdd.let(values, self._care)
            if care != self.diagrams.bdd.false:
                outcomes.append((self.diagrams.bdd.let(values, node), care))
        return any(
            (self.diagrams.bdd.apply("xor", first, second) & care & other) != self.diagrams.bdd.false
            for (first, care), (second, other) in combinations(outcomes, 2)
        )

    def expected_settled(self, key: FactKey, goals: Sequence[Node]) -> float:
        """Give the number of goals that an answer to this fact is expected to settle, all values being equally likely."""
        bdd = self.diagrams.bdd
        total, weight = 0.0, 0
        for number, cell in enumerate(self.diagrams.cells(key[0])):
            values = self.diagrams.cell_bits(key, number)
            size = len(cell.representatives)
            weight += size
            for goal in goals:
                node = bdd.let(values, self.restrict(goal))
                total += size * (node in (bdd.true, bdd.false))
        return total / weight if weight else 0.0

    def open(self, goal: Node) -> bool:
        """Tell whether a goal still varies with the completion."""
        node = self.restrict(goal)
        bdd = self.diagrams.bdd
        return node not in (bdd.true, bdd.false) and len(self._outcomes(node)) > 1

    def _outcomes(self, node: Node) -> set[bool]:
        bdd = self.diagrams.bdd
        found = set()
        if (node & self._care) != bdd.false:
            found.add(True)
        if (~node & self._care) != bdd.false:
            found.add(False)
        return found


def any_of(diagrams: Diagrams, nodes: Iterable[Node]) -> Node:
    """Give the disjunction of diagrams."""
    return reduce(lambda a, b: a | b, nodes, diagrams.bdd.false)
