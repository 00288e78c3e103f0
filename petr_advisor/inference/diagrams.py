"""The rule base as decision diagrams: what follows in every completion of the unknown facts.

Each fact is encoded by its cells; derived facts are replaced by the rules that conclude them. Built from the conditions
themselves and not from the engine's clauses, so that it can be held against both engines.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial, reduce
from typing import Any, TypeVar

from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.cells import Cell, cells_of, possible_cells
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.compiler import entry_keys, guarded, requirement_keys
from petr_advisor.inference.diagram_manager import REMEMBERED, Manager, Node
from petr_advisor.inference.facts import FactKey, Range, Value
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.variable_order import variable_order
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Condition,
    Literal,
    Not,
    ValueTest,
    literals,
)
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.options import Requirement
from petr_advisor.knowledge.rules import Rule

Made = TypeVar("Made")


class Diagrams:
    """Diagrams of one rule base, built as they are needed."""

    def __init__(self, compiled: Compiled, rules: RuleBase, manager: Manager | None = None) -> None:
        """Take a manager that others use too, or have one of its own."""
        self.rules, self.base = rules, rules.base
        self.manager = manager or Manager()
        self.bdd = self.manager.bdd
        self._tests = compiled.tests
        self._cells: dict[str, tuple[Cell, ...]] = {}
        self._lasting = compiled.cells
        self._codes: dict[FactKey, tuple[Node, ...]] = {}
        self._memo: dict[Any, Any] = {}
        self._conditions: dict[tuple[bool, int, str | None], tuple[Condition, Node]] = {}
        self.support, self.fact_of_bit = self.manager.support, self.manager.fact_of_bit
        self.possible: Recent[tuple[Node, tuple[tuple[str, str], ...], Node], bool] = Recent(REMEMBERED)
        """Whether a goal holds in some case, by the goal as above, the readings changed and what is known besides."""
        self.relevant: Recent[tuple[Node, Node], frozenset[FactKey]] = Recent(REMEMBERED)
        """What cases found to matter to a goal, by the goal once answers are put in and what is known besides."""
        self.settled: Recent[tuple[Node, FactKey], int] = Recent(REMEMBERED)
        """How many values of a fact settle a goal, by the goal once answers are put in and the fact."""
        self.prudent_bits: dict[str, bool] = {}
        """The variables of the disputed points met so far, as their prudent readings put them."""
        self._bits: dict[FactKey, tuple[str, ...]] = {}
        self._cell_bits: dict[tuple[FactKey, int], dict[str, bool]] = {}
        self._cell_cubes: dict[tuple[FactKey, int], Node] = {}
        self._possible_cells = lru_cache(10_000)(partial(_possible_cells, self.rules, self._tests, self._cells))
        if not self.bdd.vars:
            self._declare(compiled.atoms_by_fact)

    def _declare(self, tested: Collection[str]) -> None:
        """Make the variables of the territory's facts in a good order; those of members come as they are listed."""
        for fact in variable_order(self.base):
            if fact in tested and self.base.all_facts[fact].of is None:
                self.codes((fact, None))

    # -- facts -------------------------------------------------------------------------------------------------

    def cells(self, fact: str) -> tuple[Cell, ...]:
        """Give the cells of a fact."""
        if fact not in self._cells:
            if fact.startswith(READING_PREFIX) or any(test.dated for test in self._tests.get(fact, ())):
                self._cells[fact] = self._cells_made(fact)
            else:  # the same on every date of law
                if fact not in self._lasting:
                    self._lasting[fact] = self._cells_made(fact)
                self._cells[fact] = self._lasting[fact]
        return self._cells[fact]

    def _cells_made(self, fact: str) -> tuple[Cell, ...]:
        live = self.rules.readings(fact.removeprefix(READING_PREFIX)) if fact.startswith(READING_PREFIX) else ()
        return cells_of(self.base.all_facts[fact], self._tests.get(fact, ()), self.rules.as_of, live)

    def possible_cells(self, fact: str, known: Value | Range) -> tuple[int, ...]:
        """Give the cells of a fact that agree with what is known of it."""
        self.cells(fact)
        return self._possible_cells(fact, known)

    def codes(self, key: FactKey) -> tuple[Node, ...]:
        """Give one diagram per cell: exactly one of them is true."""
        if key not in self._codes:
            cells = self.cells(key[0])
            width = max(len(cells) - 1, 0).bit_length()
            bits = tuple(f"{key[0]}@{key[1] or ''}#{place}" for place in range(width))
            self.bdd.declare(*bits)
            self._bits[key] = bits
            self.fact_of_bit.update(dict.fromkeys(bits, key))
            if key[1] is not None:
                self.manager.entities.add(key[1])
            made = self.manager.codes  # by so many cells, which most facts have on every date of law
            if (key, len(cells)) not in made:
                codes = [self.bdd.cube(assignment(bits, number)) for number in range(max(len(cells) - 1, 0))]
                # The last cell takes every code left, so that no code is without a meaning.
                codes.append(~reduce(lambda a, b: a | b, codes, self.bdd.false))
                made[key, len(cells)] = tuple(codes)
            self._codes[key] = made[key, len(cells)]
            if key[0].startswith(READING_PREFIX):
                self.prudent_bits.update(self._prudently(key[0]))
        return self._codes[key]

    def cell_bits(self, key: FactKey, number: int) -> Mapping[str, bool]:
        """Give the bits that put a fact in one of its cells."""
        if (key, number) not in self._cell_bits:
            last = len(self.codes(key)) - 1
            bits = self._bits[key]
            self._cell_bits[key, number] = assignment(bits, number if number < last else 2 ** len(bits) - 1)
        return self._cell_bits[key, number]

    def half(self, node: Node, key: FactKey, number: int) -> Node:
        """Give a diagram with one fact put in a cell."""
        if self.manager.put is None:
            return self.bdd.let(self.cell_bits(key, number), node)
        if (key, number) not in self._cell_cubes:
            self._cell_cubes[key, number] = self.bdd.cube(self.cell_bits(key, number))
        return self.manager.put(node, self._cell_cubes[key, number])

    def meet(self, one: Node, other: Node, variables: AbstractSet[str]) -> bool:
        """Tell whether two diagrams hold together in some case; among `variables` are all those of both."""
        if self.manager.meet is None:
            return bool((one & other) != self.bdd.false)
        return bool(self.manager.meet(one, other, variables) == self.bdd.true)

    def among(self, key: FactKey, cells: Iterable[int]) -> Node:
        """Give the diagram of « the fact is in one of these cells »."""
        codes = self.codes(key)
        return reduce(lambda a, b: a | b, (codes[number] for number in cells), self.bdd.false)

    def bits_of(self, key: FactKey) -> tuple[str, ...]:
        """Give the variables that encode a fact; none for one that nothing turned on yet."""
        return self._bits.get(key, ())

    def _prudently(self, fact: str) -> Mapping[str, bool]:
        """Give the bits of the prudent reading of a disputed point."""
        wanted = self.rules.prudent(fact.removeprefix(READING_PREFIX))
        number = next(n for n, cell in enumerate(self.cells(fact)) if wanted in cell.representatives)
        return self.cell_bits((fact, None), number)

    # -- conditions --------------------------------------------------------------------------------------------

    def condition(self, condition: Condition | None, entity: str | None = None) -> Node:
        """Give the diagram of a condition, for the territory or one entity."""
        return self._normal(condition or TRUE, entity)

    def _normal(self, condition: Condition, entity: str | None, *, positive: bool = True) -> Node:
        """Give the diagram of a condition or of its contrary, remembered by the object, which is kept with it."""
        place = (positive, id(condition), entity)
        if place not in self._conditions:
            node = self._holds(condition.normal if positive else condition.denied, entity)
            self._conditions[place] = condition, node
        return self._conditions[place][1]

    def speaks_of(self, condition: Condition | None) -> bool:
        """Tell whether the program of these key questions holds every test of a condition."""
        found = literals(condition) if condition is not None else ()
        return all(literal.test in self._tests.get(literal.fact, ()) for literal in found)

    def _holds(self, condition: Condition, entity: str | None) -> Node:
        match condition:
            case AllOf(parts):
                return reduce(lambda a, b: a & b, (self._holds(part, entity) for part in parts), self.bdd.true)
            case AnyOf(parts):
                return reduce(lambda a, b: a | b, (self._holds(part, entity) for part in parts), self.bdd.false)
            case Not():
                return self._holds(condition.normal, entity)
        return self.kept(("literal", condition, entity), lambda: self._literal(condition, entity))

    def _literal(self, literal: Literal, entity: str | None) -> Node:
        kind = self.base.all_facts[literal.fact]
        key: FactKey = (literal.fact, entity if kind.of else None)
        truth = self._atom(key, literal.test)
        truth = truth if literal.positive else ~truth
        return truth & self.applies(key) if kind.applies_when is not None else truth

    def applies(self, key: FactKey) -> Node:
        """Give the diagram of « the fact applies »."""
        condition = self.base.all_facts[key[0]].applies_when
        return self.kept(("applies", key), lambda: self.condition(condition, key[1]))

    def _atom(self, key: FactKey, test: ValueTest) -> Node:
        """Give the diagram of a test on a fact: what rules conclude first, the fact's own value otherwise."""
        kind = self.base.all_facts[key[0]]
        place = self._tests[key[0]].index(test)
        own = self.among(key, (number for number, cell in enumerate(self.cells(key[0])) if cell.truths[place]))
        if "rule" not in kind.given_by:
            return own
        wanted = {parse_value(kind, raw) for raw in test.values}
        concluding = [
            (parse_value(kind, rule.then[key[0]]), self.rule(name, key[1]))
            for name, rule in self.rules.concluding(key[0]).items()
        ]
        inside = reduce(lambda a, b: a | b, (node for value, node in concluding if value in wanted), self.bdd.false)
        concluded = reduce(lambda a, b: a | b, (node for _, node in concluding), self.bdd.false)
        if kind.closed:
            return ~concluded if kind.type == "yes_no" and wanted == {False} else inside
        return inside | (~concluded & own)

    # -- entries -----------------------------------------------------------------------------------------------

    def rule(self, name: str, entity: str | None = None) -> Node:
        """Give the diagram of « the rule concludes »."""
        rule: Rule = self.rules.rules[name]

        def build() -> Node:
            when = guarded(rule.when, rule.law_at, self.base.period_of(rule.norms, acts=False))
            node = self.condition(when, entity)
            return node & ~self.condition(rule.unless, entity) if rule.unless else node

        return self.kept(("rule", name, entity), build)

    def cure(self, name: str) -> Node:
        """Give the diagram of « the cure is available »; never, for one that does not exist at the date of law."""
        cure: Cure | None = self.rules.cures.get(name)
        if cure is None:
            return self.bdd.false

        def build() -> Node:
            node = self.condition(guarded(cure.when, cure.law_at, self.base.period_of(cure.norms)))
            entered = (self.base.requirement(key) for key in entry_keys(self.base, cure))
            return reduce(lambda a, b: a & b, (~self._blocking(found) for found in entered), node)

        return self.kept(("cure", name), build)

    def unmet(self, requirement: Requirement) -> Node:
        """Give the diagram of « the requirement is unmet »; met and not applicable are both fine."""
        return self._normal(requirement.standing, None, positive=False)

    def option(self, name: str) -> Mapping[str, Node]:
        """Give one diagram per status of an option: exactly one of them is true."""
        return self.kept(("option", name), lambda: self._option(name))

    def _option(self, name: str) -> Mapping[str, Node]:
        option = self.rules.options[name]
        guard = self.bdd.true
        if option.law_at is not None:
            guard = self.condition(guarded(None, option.law_at, self.base.option_period(option)))
        is_open, closed = self.bdd.true, self.bdd.false
        for requirement in self.requirements(name).values():
            is_open &= ~self.unmet(requirement)
            closed |= self._blocking(requirement)
        return {
            "open": guard & is_open,
            "conditional": guard & ~is_open & ~closed,
            "closed": guard & closed,
            "not_in_force": ~guard,
        }

    def _blocking(self, requirement: Requirement) -> Node:
        """Give the diagram of « the requirement is unmet and no cure of it is available »."""
        curable = reduce(lambda a, b: a | b, map(self.cure, requirement.cures), self.bdd.false)
        return self.unmet(requirement) & ~curable

    def requirements(self, option: str) -> Mapping[str, Requirement]:
        """Give an option's requirements by key, as `requirement_keys` names them."""
        return self.kept(
            ("requirements", option),
            lambda: {key: self.base.requirement(key) for key in requirement_keys(self.base, option)},
        )

    def conflicts(self) -> list[Node]:
        """Give the diagrams of « these answers cannot be true together »."""
        conflicts = self.base.conflicts.values()
        return self.kept("conflicts", lambda: [self.condition(conflict.when) for conflict in conflicts])

    def sound(self) -> Node:
        """Give the diagram of « nothing impossible is answered »."""
        return reduce(lambda a, b: a & ~b, self.conflicts(), self.bdd.true)

    def kept(self, key: Any, make: Callable[[], Made]) -> Made:
        """Give what is made of these diagrams, the same for every case; made once, and gone with them."""
        if key not in self._memo:
            self._memo[key] = make()
        found: Made = self._memo[key]
        return found


def assignment(bits: Iterable[str], number: int) -> dict[str, bool]:
    """Write a cell's number in the bits of its fact."""
    return {bit: bool(number >> place & 1) for place, bit in enumerate(bits)}


def _possible_cells(
    rules: RuleBase,
    tests: Mapping[str, tuple[ValueTest, ...]],
    cells: Mapping[str, tuple[Cell, ...]],
    fact: str,
    known: Value | Range,
) -> tuple[int, ...]:
    return possible_cells(rules.base.all_facts[fact], tests.get(fact, ()), cells[fact], known, rules.as_of)
