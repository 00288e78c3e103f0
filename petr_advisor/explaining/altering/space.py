"""Every way of combining moves, as one diagram: what each fact becomes, and which combinations can be carried out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import product

from petr_advisor.consulting.case import Case
from petr_advisor.explaining.altering.moves import Move, bearings, guard
from petr_advisor.inference.completion import measured
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.facts import FactKey, Facts, Known, Value
from petr_advisor.knowledge.base import READING_PREFIX

Part = tuple[Node, frozenset[str], dict[FactKey, Value]]
"""Under which moves, which entities are gone and which facts of the list are changed."""


class Space:
    """The combinations of some moves: one variable for each move, beside those of the unknown facts."""

    def __init__(self, case: Case, moves: Sequence[Move], goal: Node) -> None:
        self.case, self.moves, self._goal = case, tuple(moves), goal
        self._diagrams = case.situation.diagrams
        self._conflicts = () if case.situation.contradictory else tuple(self._diagrams.conflicts())
        self.bdd = self._diagrams.bdd
        self.names = tuple(f"alteration#{number}" for number in range(len(self.moves)))
        self.bdd.declare(*self.names)
        self._of = {move: self.bdd.var(name) for move, name in zip(self.moves, self.names, strict=True)}
        self._becomes: dict[FactKey, dict[str, Node]] = {}
        self._limits: dict[FactKey, Node] = {}
        self._listed = self._measured_facts()
        """The facts measured from lists that moves may change, with what they depend on."""
        self._states = tuple(self._list_states())
        self.guards = {move: self.after(guard(case, move)) for move in self.moves}

    def after(self, node: Node) -> Node:
        """Give a diagram with each fact as the moves leave it."""
        keys = {self._diagrams.fact_of_bit[bit] for bit in self.bdd.support(node)}
        changes = {bit: value for key in sorted(keys, key=str) for bit, value in self._fact(key).items()}
        return self.bdd.let(changes, node) if changes else node

    def opening(self) -> Node:
        """Give the diagram of « these moves can be made, one after the other, and then the goal holds »."""
        target = self.after(self._goal)
        sound = self._sound()
        none = dict.fromkeys(self.names, False)
        reached = reduce(lambda a, b: a & ~b, self._of.values(), self.bdd.let(none, sound) if none else sound)
        while True:
            known = reached
            for move, chosen in self._of.items():
                ready = reached & self.guards[move]
                for other, theirs in self._of.items():
                    ready &= ~theirs if self._exclude(move, other) else self.bdd.true
                reached |= chosen & self.bdd.let({self.names[self.moves.index(move)]: False}, ready)
            if reached == known:
                break
        found = reached & target & sound
        unknown = set(self.bdd.support(found)) - set(self.names)
        return self.bdd.exist(unknown, found) if unknown else found

    def in_order(self, chosen: frozenset[str]) -> tuple[Move, ...]:
        """Put the moves chosen in an order in which each can be made when its turn comes."""
        waiting = [move for move, name in zip(self.moves, self.names, strict=True) if name in chosen]
        return next(self._orders((), tuple(waiting), self._sound()), tuple(waiting))

    def _orders(self, done: tuple[Move, ...], waiting: tuple[Move, ...], so_far: Node) -> Iterator[tuple[Move, ...]]:
        if not waiting:
            yield done
        state = {name: move in done for name, move in zip(self.names, self.moves, strict=True)}
        for move in waiting:
            ready = self.bdd.let(state, self.guards[move] & so_far)
            if ready != self.bdd.false:
                yield from self._orders((*done, move), tuple(m for m in waiting if m != move), so_far)

    def _exclude(self, move: Move, other: Move) -> bool:
        """Tell whether two moves make a fact differently."""
        theirs = dict(other.makes)
        return any(
            self._diagrams.possible_cells(key[0], value) != self._diagrams.possible_cells(key[0], theirs[key])
            for key, value in move.makes
            if key in theirs
        )

    def _sound(self) -> Node:
        """Give the diagram of « the facts are within what is known of them, and do not exclude each other ».

        Where moves make the answers exclude each other whatever the rest, these exclusions are left out of account, as
        they are in a case.
        """
        apart = reduce(lambda a, b: a & ~self.after(b), self._conflicts, self.bdd.true)
        within = reduce(lambda a, b: a & b, self._limits.values(), self.bdd.true)
        unknown = set(self.bdd.support(apart & within)) - set(self.names)
        possible = self.bdd.exist(unknown, apart & within) if unknown else apart & within
        return within & (apart | ~possible)

    # -- what a fact becomes -----------------------------------------------------------------------------------

    def _fact(self, key: FactKey) -> dict[str, Node]:
        if key not in self._becomes:
            self._becomes[key] = self._build(key)
        return self._becomes[key]

    def _build(self, key: FactKey) -> dict[str, Node]:
        """Give each bit of a fact as a diagram over the moves and the unknown facts."""
        bits = {bit: self.bdd.var(bit) for bit in self._diagrams.cell_bits(key, 0)}
        limits = self.bdd.true
        for under, known in self._known(key):
            possible = self._diagrams.possible_cells(key[0], known.value) if known else ()
            if len(possible) == 1:
                for bit, on in self._diagrams.cell_bits(key, possible[0]).items():
                    bits[bit] = (under & self._constant(on=on)) | (~under & bits[bit])
            elif possible:
                limits &= ~under | self._diagrams.among(key, possible)
        for move, chosen in self._of.items():
            for made, value in move.makes:
                if made == key:
                    (cell,) = self._diagrams.possible_cells(key[0], value)
                    for bit, on in self._diagrams.cell_bits(key, cell).items():
                        bits[bit] = (chosen & self._constant(on=on)) | (~chosen & bits[bit])
                    limits |= chosen
        self._limits[key] = limits
        return bits

    def _constant(self, *, on: bool) -> Node:
        return self.bdd.true if on else self.bdd.false

    def _known(self, key: FactKey) -> Iterable[tuple[Node, Known | None]]:
        """Give what is known of a fact, under each state of the lists when it is measured from them."""
        if key in self._listed:
            return [(under, facts.known.get(key)) for under, facts in self._states]
        known = self.case.memory.facts.known.get(key)
        if known is None and key[0].startswith(READING_PREFIX):
            known = Known(self.case.rules.prudent(key[0].removeprefix(READING_PREFIX)), "reading")
        return [(self.bdd.true, known)]

    # -- what lists become -------------------------------------------------------------------------------------

    def _measured_facts(self) -> dict[FactKey, frozenset[str]]:
        """Give the facts measured from lists that moves may change, of those that are used here."""
        if not any(move.removes or move.of for move in self.moves):
            return {}
        nodes = [self._goal, *self._conflicts, *(guard(self.case, move) for move in self.moves)]
        used = {self._diagrams.fact_of_bit[bit] for node in nodes for bit in self.bdd.support(node)}
        return {key: names for key, names in bearings(self.case).items() if key in used}

    def _list_states(self) -> Iterator[tuple[Node, Facts]]:
        """Measure the lists under each combination of the moves that change them."""
        if not self._listed:
            return
        derived = {
            scope.entity: frozenset(token for token in tokens if token.startswith("fact:"))
            for scope, tokens in self.case.memory.tokens.items()
            if scope.entity is not None
        }
        idle = {key: Known(0, "supposed") for key in bearings(self.case).keys() - self._listed.keys()}
        left: dict[frozenset[str], Facts] = {}
        for parts in product(*self._slots()):
            under = reduce(lambda a, b: a & b, (part[0] for part in parts), self.bdd.true)
            removed = frozenset(of for part in parts for of in part[1])
            if under == self.bdd.false:
                continue
            if removed not in left:
                left[removed] = replace(self.case, removed=self.case.removed | removed).facts.with_known(idle)
            changed = {key: Known(value, "supposed") for part in parts for key, value in part[2].items()}
            facts = left[removed].with_known({k: v for k, v in changed.items() if k[1] not in removed or not k[1]})
            yield under, facts.with_known(measured(self.case.rules, facts, derived))

    def _slots(self) -> Iterator[list[Part]]:
        """Give the independent ways in which moves change the lists."""
        false = self.bdd.false
        for removes in dict.fromkeys(move.removes for move in self.moves if move.removes):
            on = reduce(lambda a, b: a | b, (self._of[m] for m in self.moves if m.removes == removes), false)
            yield [(~on, frozenset(), {}), (on, removes, {})]
        bearing = frozenset[str]().union(*self._listed.values())
        for key in dict.fromkeys(key for move in self.moves for key, _ in move.makes if key[0] in bearing):
            making = [(self._of[move], dict(move.makes)[key]) for move in self.moves if key in move.keys]
            unchanged = reduce(lambda a, b: a & ~b, (chosen for chosen, _ in making), self.bdd.true)
            slot: list[Part] = [(unchanged, frozenset(), {})]
            for value in dict.fromkeys(value for _, value in making):
                on = reduce(lambda a, b: a | b, (chosen for chosen, made in making if made == value), false)
                slot.append((on, frozenset(), {key: value}))
            yield slot
