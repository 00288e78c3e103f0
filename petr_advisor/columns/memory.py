"""Match and fire until quiet, over all rows of a table at once: every token of every row, as the engines find them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from petr_advisor.columns.column import Column
from petr_advisor.columns.planes import Plane, PlaneProgram, Rows, pack, unpack, words_for
from petr_advisor.columns.summaries import Derived, summarized
from petr_advisor.columns.table import Entities, Table
from petr_advisor.columns.truths import View
from petr_advisor.inference.clause_writer import ALWAYS_TOKEN, TERRITORY
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.facts import Known
from petr_advisor.inference.program import Token
from petr_advisor.inference.working_memory import ROUNDS
from petr_advisor.knowledge.conditions import Condition, Literal, ValueTest, literals
from petr_advisor.knowledge.enacted import RuleBase

FEW = 16
"""Classes of a column that are not worth joining before their planes are made."""

_PROGRAMS: WeakKeyDictionary[Compiled, dict[str, PlaneProgram]] = WeakKeyDictionary()


class _Planes(NamedTuple):
    """The planes of the tokens of one scope: those its program knows, and those it was given besides."""

    program: PlaneProgram
    found: list[Plane]
    given: Mapping[Token, Plane]

    def plane(self, token: Token) -> Plane | None:
        place = self.program.place.get(token)
        return self.given.get(token) if place is None else self.found[place]


@dataclass(frozen=True, eq=False)
class ColumnMemory:
    """What follows in each row of a table."""

    compiled: Compiled
    rules: RuleBase
    table: Table
    """Given and measured facts."""
    planes: Mapping[str, _Planes]
    """By scope: the territory, or a kind of entity, of which a plane has one bit an entity."""

    def has(self, token: Token, kind: str = TERRITORY) -> Rows:
        """Give the rows, or the entities of a kind, for which a token was given or concluded."""
        size = self.size(kind)
        planes = self.planes.get(kind)
        plane = None if planes is None else planes.plane(token)
        if plane is not None:
            return unpack(plane, size)
        if kind != TERRITORY:  # an entity knows what its territory knows
            entities = self.table.entities.get(kind)
            return self.has(token)[entities.row] if entities else np.zeros(0, dtype=np.bool_)
        return np.zeros(size, dtype=np.bool_)

    def size(self, kind: str) -> int:
        """Give how many rows there are, or how many entities of a kind."""
        if kind == TERRITORY:
            return self.table.rows
        return len(self.table.entities[kind].row) if kind in self.table.entities else 0

    @cached_property
    def view(self) -> View:
        """What is known of the territories."""
        return View(self.rules, self.table.rows, self.table.columns.get, self._derived)

    def _derived(self, token: Token) -> Rows | None:
        return self.has(token) if self.planes[TERRITORY].plane(token) is not None else None


def remember(compiled: Compiled, rules: RuleBase, table: Table, also: Iterable[Condition] = ()) -> ColumnMemory:
    """Derive everything that follows in every row; `also` are conditions, outside the program, to be evaluated after.

    AssertionError where entities and summaries depend on each other in a circle, as with the engines.
    """
    programs = _programs(compiled)
    tests = _tests(compiled, also)
    derived: dict[str, Mapping[Token, Plane]] = {}
    for _ in range(ROUNDS):
        lookups = {kind: _lookup(planes, table.entities[kind]) for kind, planes in derived.items()}
        completed = summarized(rules, table, lookups, tests)
        planes = {TERRITORY: _territory(programs[TERRITORY], compiled, rules, completed)}
        for kind, entities in table.entities.items():
            if kind in programs:
                planes[kind] = _of_entities(programs[kind], planes[TERRITORY], compiled, rules, entities)
        found = {kind: _facts(each) for kind, each in planes.items() if kind != TERRITORY}
        if _same(found, derived):
            return ColumnMemory(compiled, rules, completed, planes)
        derived = found
    raise AssertionError("the rounds do not settle: entities and summaries depend on each other in a circle")


def _programs(compiled: Compiled) -> Mapping[str, PlaneProgram]:
    if compiled not in _PROGRAMS:
        _PROGRAMS[compiled] = {scope: PlaneProgram(program) for scope, program in compiled.programs.items()}
    return _PROGRAMS[compiled]


def _tests(compiled: Compiled, also: Iterable[Condition]) -> Mapping[str, tuple[ValueTest, ...]]:
    """Give every test on each fact, of the program and of other conditions."""
    found: dict[str, dict[ValueTest, None]] = {}
    for atom in compiled.atoms.values():
        found.setdefault(atom.fact, {})[atom.test] = None
    for literal in _with_applies(compiled, also):
        found.setdefault(literal.fact, {})[literal.test] = None
    return {fact: tuple(tests) for fact, tests in found.items()}


def _with_applies(compiled: Compiled, conditions: Iterable[Condition]) -> Iterable[Literal]:
    """Give the literals of some conditions and of what their facts apply when."""
    seen: set[str] = set()
    waiting = list(conditions)
    while waiting:
        for literal in literals(waiting.pop()):
            yield literal
            applies = compiled.base.all_facts[literal.fact].applies_when
            if applies is not None and literal.fact not in seen:
                waiting.append(applies)
            seen.add(literal.fact)


def _territory(program: PlaneProgram, compiled: Compiled, rules: RuleBase, table: Table) -> _Planes:
    every = pack(np.ones(table.rows, dtype=np.bool_))
    given = dict.fromkeys((ALWAYS_TOKEN, *compiled.enacted_tokens(rules)), every)
    given |= _decided(compiled, rules, table.columns)
    return _Planes(program, program.run(given, words_for(table.rows)), given)


def _of_entities(
    program: PlaneProgram, shared: _Planes, compiled: Compiled, rules: RuleBase, entities: Entities
) -> _Planes:
    """Fire the clauses of a kind of entity, each entity with what its territory knows."""
    rows = len(entities.listed)
    given: dict[Token, Plane] = {}
    for token in program.place:
        plane = shared.plane(token)
        if plane is not None:
            given[token] = pack(unpack(plane, rows)[entities.row])
    own = _decided(compiled, rules, entities.columns)
    own[ALWAYS_TOKEN] = pack(np.ones(len(entities.row), dtype=np.bool_))
    for token, plane in own.items():
        given[token] = plane | given[token] if token in given else plane
    return _Planes(program, program.run(given, words_for(len(entities.row))), given)


def _decided(compiled: Compiled, rules: RuleBase, columns: Mapping[str, Column]) -> dict[Token, Plane]:
    """Give the planes of the tokens that the values of some facts decide."""
    found: dict[Token, Plane] = {}
    for fact, column in columns.items():
        if fact not in compiled.atoms_by_fact:
            continue

        def tokens(known: Known, fact: str = fact) -> frozenset[Token]:
            return compiled.decided(fact, known.value, rules.as_of)

        merged = column if len(column.known) <= FEW else column.merged(tokens)
        for number, known in enumerate(merged.known):
            plane = pack(merged.classes == number)
            for token in tokens(known):
                found[token] = found[token] | plane if token in found else plane
    return found


def _facts(planes: _Planes) -> Mapping[Token, Plane]:
    """Give the planes of the facts derived of entities: summaries read nothing else of them."""
    return {token: planes.found[place] for token, place in planes.program.place.items() if token.startswith("fact:")}


def _lookup(planes: Mapping[Token, Plane], entities: Entities) -> Derived:
    def look(token: Token) -> Rows | None:
        return unpack(planes[token], len(entities.row)) if token in planes else None

    return look


def _same(found: Mapping[str, Mapping[Token, Plane]], before: Mapping[str, Mapping[Token, Plane]]) -> bool:
    """Tell whether nothing more was derived of entities; at first nothing is."""
    return all(
        np.array_equal(plane, before[kind][token]) if kind in before else not plane.any()
        for kind, planes in found.items()
        for token, plane in planes.items()
    )
