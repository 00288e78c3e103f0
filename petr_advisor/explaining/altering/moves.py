"""What can be done about a case: the acts available and the facts that somebody can change, for one option."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import prod
from typing import Literal

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.curing import after_cure
from petr_advisor.inference.atoms import Truth, evaluate, parse_value
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.knowledge.conditions import TRUE, facts_of, literals

MAX_LIST_STATES = 2048
"""How many ways of changing a list are measured; beyond them the facts of single members are left as they are."""


@dataclass(frozen=True)
class Move:
    """One act, or one change of a fact that somebody can change."""

    kind: Literal["cure", "fact"]
    id: str
    """The cure, or the fact."""
    of: str | None
    """The entity whose fact it is."""
    makes: tuple[tuple[FactKey, Value], ...]
    """What it establishes."""
    values: tuple[Value, ...] = ()
    """For a fact: values that come to the same, the first being the one in `makes`."""
    removes: frozenset[str] = frozenset()
    """The entities it takes out of their list."""

    @property
    def keys(self) -> frozenset[FactKey]:
        """The facts it establishes."""
        return frozenset(key for key, _ in self.makes)


def moves_for(case: Case, option: str) -> tuple[Move, ...]:
    """Give the moves that can matter to an option: its cures, and the alterable facts that it turns on."""
    cures = tuple(_cures(case, option))
    whole = (*cures, *_fact_moves(case, cures))
    single = tuple(_entity_moves(case, cures))
    found, wanted = _useful(case, option, (*whole, *single))
    joined = tuple(_joined(case, [move for move in found if move.of], wanted))
    found = (*(move for move in found if not move.of), *joined)
    return found if _list_states(case, found) <= MAX_LIST_STATES else _useful(case, option, whole)[0]


def _joined(case: Case, moves: list[Move], wanted: set[FactKey]) -> Iterator[Move]:
    """Join the changes of one fact of one entity that come to the same, and leave out those that change nothing."""
    summaries = [summary for fact, _ in wanted if (summary := case.base.all_facts[fact].summary) and summary.where]
    groups: dict[tuple[str, str | None, tuple[Truth, ...]], list[Value]] = {}
    for move in moves:
        kind = case.base.facts[move.id]
        tests = [each.test for summary in summaries for each in literals(summary.where or TRUE) if each.fact == move.id]
        now = tuple(evaluate(kind, test, case.memory.facts.known[move.id, move.of].value, case.as_of) for test in tests)
        then = tuple(evaluate(kind, test, move.values[0], case.as_of) for test in tests)
        if now != then or (move.id, move.of) in wanted:
            groups.setdefault((move.id, move.of, then), []).append(move.values[0])
    for (fact, of, _), values in groups.items():
        yield Move("fact", fact, of, (((fact, of), values[0]),), tuple(values))


def _cures(case: Case, option: str) -> Iterator[Move]:
    """Give the cures of an option's requirements that exist at the date of law."""
    requirements = case.situation.diagrams.requirements(option).values()
    for key in dict.fromkeys(cure for found in requirements for cure in found.cures if cure in case.rules.cures):
        makes = {
            (fact, None): parse_value(case.base.facts[fact], raw) for fact, raw in case.base.cures[key].makes.items()
        }
        removes = after_cure(case, key).removed - case.removed
        yield Move("cure", key, None, tuple(makes.items()), removes=removes)


def _available(case: Case, cures: Iterable[Move]) -> Iterator[Move]:
    return (move for move in cures if case.memory.has(f"cure:{move.id}:available"))


def _fact_moves(case: Case, cures: tuple[Move, ...]) -> Iterator[Move]:
    """Give the changes of known alterable facts; a change that an available cure brings about is that cure."""
    diagrams = case.situation.diagrams
    cured = {
        (fact, of, number)
        for move in _available(case, cures)
        for (fact, of), value in move.makes
        for number in diagrams.possible_cells(fact, value)
    }
    for (fact, of), known in case.memory.facts.known.items():
        kind = case.base.facts.get(fact)
        if kind is None or not kind.alterable or of is not None or _through_entities(case, fact):
            continue
        now = diagrams.possible_cells(fact, known.value)
        for number, cell in enumerate(diagrams.cells(fact)):
            if number not in now and (fact, of, number) not in cured:
                value = cell.representatives[0]
                yield Move("fact", fact, of, (((fact, of), value),), cell.representatives)


def _through_entities(case: Case, fact: str) -> bool:
    """Tell whether a fact sums up entities whose own facts can be changed: it changes with them."""
    kind = case.base.facts[fact]
    measured = kind.summary is not None and (fact, None) not in case.facts.known
    return measured and any(case.base.facts[name].alterable for name in _summed(case, fact))


def _summed(case: Case, fact: str) -> tuple[str, ...]:
    """Give the facts of entities that a summary speaks of."""
    summary = case.base.facts[fact].summary
    names = facts_of(summary.where) if summary else ()
    return tuple(name for name in names if name in case.base.facts and case.base.facts[name].of)


def _entity_moves(case: Case, cures: tuple[Move, ...]) -> Iterator[Move]:
    """Give the changes of facts of single entities; when an available cure settles their summary, it is that cure."""
    cured = {name for move in _available(case, cures) for fact, _ in move.keys for name in _summed(case, fact)}
    for (fact, of), known in case.memory.facts.known.items():
        kind = case.base.facts.get(fact)
        if kind is not None and of is not None and kind.alterable and fact not in cured:
            values: tuple[Value, ...] = (True, False) if kind.type == "yes_no" else tuple(kind.choices)
            yield from (Move("fact", fact, of, (((fact, of), v),), (v,)) for v in values if v != known.value)


def _useful(case: Case, option: str, candidates: tuple[Move, ...]) -> tuple[tuple[Move, ...], set[FactKey]]:
    """Keep the moves that touch what the option turns on, or what those turn on; give those facts too."""
    diagrams = case.situation.diagrams
    summaries = bearings(case)
    touches = {move: _touches(move, summaries) for move in candidates}
    touched = frozenset(key for keys in touches.values() for key in keys)
    fixed = _known_bits(case, case.memory.facts.known.keys() - touched)
    wanted = _support(case, diagrams.option(option)["open"], fixed)
    used: dict[Move, None] = {}
    while more := [move for move in candidates if move not in used and touches[move] & wanted]:
        for move in more:
            used[move] = None
            wanted |= _support(case, guard(case, move), fixed)
    return tuple(move for move in candidates if move in used), wanted


def guard(case: Case, move: Move) -> Node:
    """Give the diagram of « the move can be made »: the cure is available, the fact applies."""
    diagrams = case.situation.diagrams
    return diagrams.cure(move.id) if move.kind == "cure" else diagrams.applies((move.id, move.of))


def _touches(move: Move, summaries: Mapping[FactKey, frozenset[str]]) -> frozenset[FactKey]:
    """Give the facts that a move may change, those measured from a list included."""
    made = {fact for fact, _ in move.keys}
    return move.keys | {key for key, bearing in summaries.items() if move.removes or made & bearing}


def bearings(case: Case) -> dict[FactKey, frozenset[str]]:
    """Give the facts measured from lists, each with the facts on which its measure depends."""
    kinds = case.base.all_facts
    found: dict[FactKey, frozenset[str]] = {}
    for fact, kind in case.base.facts.items():
        if (kind.summary is None and kind.measure is None) or (fact, None) in case.state.answers:
            continue
        waiting = [*facts_of(kind.summary.where if kind.summary else None), *([kind.without] if kind.without else [])]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += facts_of(kinds[name].applies_when)
        found[fact, None] = frozenset(seen)
    return found


def _known_bits(case: Case, keys: Iterable[FactKey]) -> dict[str, bool]:
    """Give the bits of the facts known to lie in one cell."""
    diagrams, bits = case.situation.diagrams, dict[str, bool]()
    for key in keys:
        possible = diagrams.possible_cells(key[0], case.memory.facts.known[key].value)
        if len(possible) == 1 and len(diagrams.cells(key[0])) > 1:
            bits.update(diagrams.cell_bits(key, possible[0]))
    return bits


def _support(case: Case, node: Node, fixed: dict[str, bool]) -> set[FactKey]:
    diagrams = case.situation.diagrams
    return {diagrams.fact_of_bit[bit] for bit in diagrams.bdd.support(diagrams.bdd.let(fixed, node) if fixed else node)}


def _list_states(case: Case, moves: tuple[Move, ...]) -> int:
    """Count the states of the lists that moves lead to."""
    if not any(move.removes or move.of for move in moves):
        return 1
    bearing = frozenset[str]().union(*bearings(case).values())
    pairs = {pair for move in moves for pair in move.makes if pair[0][0] in bearing}
    sizes = Counter(key for key, _ in pairs)
    return prod(1 + size for size in sizes.values()) * (1 << len({move.removes for move in moves if move.removes}))


def carried_out(case: Case, moves: Iterable[Move]) -> Case:
    """Give the case in which some moves were made."""
    moves = tuple(moves)
    made = {key: value for move in moves for key, value in move.makes}
    removed = frozenset(entity for move in moves for entity in move.removes)
    return replace(case.supposing(made), removed=case.removed | removed)
