"""Exact relevance: a fact matters when two completions that differ only in it differ in a goal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial, reduce

from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.facts import FactKey, Facts, Value
from petr_advisor.knowledge.base import READING_PREFIX

STATUSES = ("open", "conditional", "closed", "not_in_force")
SHUT = frozenset({"closed", "not_in_force"})
"""The statuses of what cannot be done."""


class Situation:
    """Diagrams restricted to what is known: the completions that remain."""

    def __init__(self, diagrams: Diagrams, facts: Facts) -> None:
        self.diagrams = diagrams
        self._bits: dict[str, bool] = {}
        ranges = [
            diagrams.among(key, possible)
            for key, known in facts.known.items()
            if (possible := self._learn(key, diagrams.possible_cells(key[0], known.value)))
        ]
        self._decided, self._values = diagrams.manager.numbered(self._bits)
        self._restricted: dict[Node, Node] = {}
        self._possible: dict[tuple[Node, tuple[tuple[str, str], ...]], bool] = {}
        self._relevant: dict[Node, frozenset[FactKey]] = {}
        self._statuses: dict[tuple[str, tuple[tuple[str, str], ...]], frozenset[str]] = {}
        conflicts = [~self.restrict(conflict) for conflict in diagrams.conflicts()]
        self._care, self.contradictory = components(diagrams, [*ranges, *conflicts])
        """What is known for sure besides the facts put in, and whether the answers exclude each other."""
        self._joined: dict[tuple[int, ...], Node] = {}
        self._allowed: dict[tuple[Node, FactKey], dict[int, Node]] = {}
        self._both: dict[tuple[Node, Node], Node] = {}
        self._halves: dict[tuple[Node, FactKey, int], Node] = {}
        self._facts: dict[Node, frozenset[FactKey]] = {}

    def _learn(self, key: FactKey, possible: Sequence[int]) -> Sequence[int]:
        """Put in a fact known to lie in one cell; give the cells of one known less well."""
        total = len(self.diagrams.cells(key[0]))
        if len(possible) == 1 and total > 1:
            self._bits.update(self.diagrams.cell_bits(key, possible[0]))
        return possible if 1 < len(possible) < total else ()

    def _care_about(self, support: AbstractSet[str]) -> Node:
        """Give what is known for sure of the variables of a goal; the rest can always be satisfied and is left out."""
        which = tuple(n for n, (_, variables) in enumerate(self._care) if not variables.isdisjoint(support))
        if which not in self._joined:
            parts = (self._care[n][0] for n in which)
            self._joined[which] = reduce(lambda a, b: a & b, parts, self.diagrams.bdd.true)
        return self._joined[which]

    def restrict(self, goal: Node) -> Node:
        """Give a goal with the known facts put in."""
        found = self._restricted.get(goal)
        if found is None:
            decided = self._decided & self.diagrams.manager.places(goal)
            put = (goal, decided, self._values & decided)
            found = self.diagrams.manager.restricted.get(put, lambda: self._put(goal)) if decided else goal
            self._restricted[goal] = found
        return found

    def _put(self, goal: Node) -> Node:
        bits = self._bits
        return self.diagrams.bdd.let({bit: bits[bit] for bit in bits.keys() & self.diagrams.support(goal)}, goal)

    def _reading_bits(self, changed: Mapping[str, str], support: AbstractSet[str]) -> dict[str, bool]:
        """Give the bits of the prudent readings, some of them changed, of the points that a goal turns on."""
        prudent = self.diagrams.prudent_bits
        found = {bit: prudent[bit] for bit in support if bit in prudent}
        for point, reading in changed.items():
            key = (f"{READING_PREFIX}{point}", None)
            if not support.isdisjoint(self.diagrams.bits_of(key)):
                cells = self.diagrams.cells(key[0])
                number = next(n for n, cell in enumerate(cells) if reading in cell.representatives)
                found.update(self.diagrams.cell_bits(key, number))
        return found

    def possible(self, goal: Node, readings: Mapping[str, str] | None = None) -> bool:
        """Tell whether a goal holds in some completion, under the prudent readings or with some of them changed."""
        changed = tuple(sorted(readings.items())) if readings else ()
        found = self._possible.get((goal, changed))
        if found is None:
            found = self._possible[goal, changed] = self._is_possible(goal, changed)
        return found

    def _is_possible(self, goal: Node, changed: tuple[tuple[str, str], ...]) -> bool:
        bdd = self.diagrams.bdd
        node = self.restrict(goal)
        if node in (bdd.true, bdd.false):
            return bool(node == bdd.true)
        care = self._care_about(self.diagrams.support(node))
        return self.diagrams.possible.get((node, changed, care), lambda: self._meets(node, dict(changed), care))

    def _meets(self, node: Node, changed: Mapping[str, str], care: Node) -> bool:
        """Tell whether a goal, what is known put in, holds in some case of those allowed, under some readings."""
        bdd = self.diagrams.bdd
        cells = self._reading_bits(changed, self.diagrams.support(node))
        node = bdd.let(cells, node) if cells else node
        if node in (bdd.true, bdd.false):
            return bool(node == bdd.true)
        return self.diagrams.meet(node, care, self._variables(node, care))

    def settleable(self, goal: Node, kept: Collection[FactKey]) -> bool:
        """Tell whether facts other than some, which stay unknown, can come to be such that a goal surely holds.

        Disputed points are read prudently.
        """
        bdd = self.diagrams.bdd
        node = self.restrict(goal)
        cells = self._reading_bits({}, self.diagrams.support(node))
        node = bdd.let(cells, node) if cells else node
        if node in (bdd.true, bdd.false):
            return bool(node == bdd.true)
        care = self._care_about(self.diagrams.support(node))
        bits = {bit for key in kept for bit in self.diagrams.bits_of(key)}
        bits &= self.diagrams.support(node) | self.diagrams.support(care)
        failing, possible = (bdd.exist(bits, part) if bits else part for part in (care & ~node, care))
        return bool((possible & ~failing) != bdd.false)

    def statuses(self, option: str, readings: Mapping[str, str] | None = None) -> frozenset[str]:
        """Give the statuses an option has in some completion."""
        place = (option, tuple(sorted((readings or {}).items())))
        if place not in self._statuses:
            nodes = self.diagrams.option(option)
            self._statuses[place] = frozenset(s for s in STATUSES if self.possible(nodes[s], readings))
        return self._statuses[place]

    def disputed_points(self, goals: Iterable[Node]) -> tuple[str, ...]:
        """Give the disputed points on which some goal may turn."""
        readings, support = self.diagrams.prudent_bits.keys(), self.diagrams.support
        turning = (goal for goal in goals if not support(goal).isdisjoint(readings))  # few do, whatever is known
        bits = {bit for goal in turning for bit in readings & support(self.restrict(goal))}
        facts = {self.diagrams.fact_of_bit[bit][0] for bit in bits}
        return tuple(p for p in self.diagrams.base.disputed if f"{READING_PREFIX}{p}" in facts) if facts else ()

    def relevant(self, goal: Node) -> frozenset[FactKey]:
        """Give the facts that matter to a goal, disputed points included."""
        node = self.restrict(goal)
        found = self._relevant.get(node)
        if found is None:
            care = self._care_about(self.diagrams.support(node))
            found = self.diagrams.relevant.get((node, care), lambda: self._that_matter(node, care))
            self._relevant[node] = found
        return found

    def _that_matter(self, node: Node, care: Node) -> frozenset[FactKey]:
        """Give the facts that matter to a goal, what was answered put in, given what is known besides."""
        keys = self._turns_on(node)
        if care == self.diagrams.bdd.true:
            return keys
        alone = frozenset(key for key in keys if self._matters(key, node, care))
        return keys if self._tied(alone, node) else alone

    def _tied(self, alone: frozenset[FactKey], node: Node) -> bool:
        """Tell whether facts tied by what is impossible, such as region and location, only matter together."""
        readings_only = all(fact.startswith(READING_PREFIX) for fact, _ in alone)
        return readings_only and self.possible(node) and self.possible(~node)

    def _turns_on(self, node: Node) -> frozenset[FactKey]:
        """Give the facts on which a diagram turns, whatever is known besides."""
        found = self._facts.get(node)
        if found is None:
            found = frozenset(self.diagrams.fact_of_bit[bit] for bit in self.diagrams.support(node))
            self._facts[node] = found
        return found

    def _matters(self, key: FactKey, node: Node, care: Node) -> bool:
        """Look for two allowed cells of a fact between which the goal changes, all else equal."""
        variables = self._variables(node, care)
        met: dict[Node, list[Node]] = {}
        for number, allowed in self._allowed_cells(care, key).items():
            half = self._half(node, key, number)
            for other, theirs in met.items():
                both = (self._both_allowed(allowed, each) for each in theirs)
                if half != other and self._apart(half, other, both, variables):
                    return True
            met.setdefault(half, []).append(allowed)
        return False

    def _apart(self, one: Node, other: Node, cares: Iterable[Node], variables: AbstractSet[str]) -> bool:
        """Tell whether two goals differ in some case of those allowed."""
        differ = self.diagrams.bdd.apply("xor", one, other)
        return any(self.diagrams.meet(differ, care, variables) for care in cares)

    def allowed(self, key: FactKey) -> frozenset[Value]:
        """Give the values of a fact that what is known does not shut out: of words, all of them.

        One that is impossible whatever else is said stays: the rule base has its words for whoever gives it.
        """
        diagrams = self.diagrams
        left = self._allowed_cells(self._care_about(frozenset(diagrams.bits_of(key))), key)
        found = set[Value]()
        for number, cell in enumerate(diagrams.cells(key[0])):
            alone = (self._half(conflict, key, number) == diagrams.bdd.true for conflict in diagrams.conflicts())
            if number in left or any(alone):
                found.update(cell.representatives)
        return frozenset(found)

    def _allowed_cells(self, care: Node, key: FactKey) -> Mapping[int, Node]:
        """Give the cells of a fact that what is known allows, each with what it then says of the rest."""
        if (care, key) not in self._allowed:
            halves = ((number, self._half(care, key, number)) for number in range(len(self.diagrams.cells(key[0]))))
            self._allowed[care, key] = {number: half for number, half in halves if half != self.diagrams.bdd.false}
        return self._allowed[care, key]

    def _both_allowed(self, one: Node, other: Node) -> Node:
        """Give what two cells of a fact both allow of the rest."""
        if (one, other) not in self._both:
            self._both[one, other] = one & other
        return self._both[one, other]

    def _half(self, node: Node, key: FactKey, number: int) -> Node:
        """Give a diagram with one fact put in a cell."""
        place = (node, key, number)
        if place not in self._halves:
            self._halves[place] = self.diagrams.half(node, key, number)
        return self._halves[place]

    def turning(self, goals: Iterable[Node]) -> Mapping[FactKey, Sequence[Node]]:
        """Give, for each fact, the goals that turn on it, what is known put in; the same goal may come twice."""
        found: dict[FactKey, list[Node]] = {}
        for goal in goals:
            node = self.restrict(goal)
            for key in self._turns_on(node):
                found.setdefault(key, []).append(node)
        return found

    def expected_settled(self, key: FactKey, nodes: Iterable[Node]) -> float:
        """Give how many of the goals turning on a fact an answer is expected to settle, all values equally likely."""
        settled = sum(self.diagrams.settled.get((node, key), partial(self._settled_by, key, node)) for node in nodes)
        values = sum(len(cell.representatives) for cell in self.diagrams.cells(key[0]))
        return settled / values if values else 0.0

    def _settled_by(self, key: FactKey, node: Node) -> int:
        """Count the values of a fact that settle a goal."""
        ends = (self.diagrams.bdd.true, self.diagrams.bdd.false)
        cells = enumerate(self.diagrams.cells(key[0]))
        return sum(len(cell.representatives) for number, cell in cells if self._half(node, key, number) in ends)

    def open(self, goal: Node) -> bool:
        """Tell whether a goal still varies with the completion."""
        bdd = self.diagrams.bdd
        node = self.restrict(goal)
        if node in (bdd.true, bdd.false):
            return False
        care = self._care_about(self.diagrams.support(node))
        return self.diagrams.manager.open.get((node, care), lambda: self._varies(node, care))

    def _varies(self, node: Node, care: Node) -> bool:
        """Tell whether a goal is true in some case and false in another, given what is known."""
        variables = self._variables(node, care)
        return all(self.diagrams.meet(each, care, variables) for each in (node, ~node))

    def _variables(self, node: Node, care: Node) -> AbstractSet[str]:
        return self.diagrams.support(node) | self.diagrams.support(care)


def components(diagrams: Diagrams, constraints: Iterable[Node]) -> tuple[list[tuple[Node, frozenset[str]]], bool]:
    """Join the constraints that share variables, so that those left apart are independent.

    A constraint that leaves nothing possible is left out, and it alone; the second value says that there was one.
    """
    found: list[tuple[Node, frozenset[str]]] = []
    contradictory = False
    for constraint in constraints:
        if constraint == diagrams.bdd.true:
            continue
        node, variables = constraint, diagrams.support(constraint)
        apart = []
        for other, theirs in found:
            if theirs & variables:
                node, variables = node & other, variables | theirs
            else:
                apart.append((other, theirs))
        if node == diagrams.bdd.false:
            contradictory = True
        else:
            found = [*apart, (node, variables)]
    return found, contradictory
