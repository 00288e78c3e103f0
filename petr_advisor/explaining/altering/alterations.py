"""What it would take: the smallest sets of alterations after which an option is open.

An alteration is an act available in the case (a cure), a fact that somebody can change, or the passing of time. What
nobody can change is never proposed. What is merely unknown is no alteration: a set is given when the option is open
after it for some values of the unknown facts, with those to settle first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from petr_advisor.consulting.case import Case
from petr_advisor.explaining.altering.delays import ends_of_delays, months_of
from petr_advisor.explaining.altering.moves import Move, carried_out, moves_for
from petr_advisor.explaining.altering.space import Space
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.facts import FactKey, Range, Value
from petr_advisor.inference.minimal_sets import minimal_sets
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX

LIMIT = 60
"""How many sets are given at most."""


@dataclass(frozen=True)
class Change:
    """One alteration: an act, a fact changed, or time left to pass."""

    kind: Literal["cure", "fact", "time"]
    id: str
    """The cure, or the fact; for time, the date from which the delay runs."""
    of: str | None = None
    """The entity whose fact it is."""
    cure: Cure | None = None
    """The act: who, by which majority, in how long, what silence means, norms."""
    was: Value | Range | None = None
    """For a fact: its value today."""
    values: tuple[Value, ...] = ()
    """For a fact: the values any of which will do."""
    until: date | None = None
    """For time: the day to wait for."""
    at_once: bool = True
    """Whether it can be done without waiting for the changes before it."""


@dataclass(frozen=True)
class Alteration:
    """A set of changes, each of them needed, after which the option is open."""

    changes: tuple[Change, ...]
    """In an order in which they can be made."""
    case: Case
    """The case once they are made."""
    option: str
    to_settle: tuple[FactKey, ...]
    """Unknown facts on which the option, or an act of the set, still depends."""

    @cached_property
    def sure(self) -> bool:
        """Whether the option is then open whatever the unknown facts."""
        return not self.to_settle and self.case.situation.statuses(self.option, self.case.readings) == {"open"}

    @property
    def until(self) -> date | None:
        """The day before which the option cannot be open, when the set waits for one."""
        return next((change.until for change in self.changes if change.kind == "time"), None)

    @property
    def months(self) -> int | None:
        """Months to allow, as the times written for its acts add up; acts that can be done at once go side by side."""
        known = [(months_of(self.case, c.cure), c.at_once) for c in self.changes if c.cure]
        first = [months for months, at_once in known if months and at_once]
        afterwards = [months for months, at_once in known if months and not at_once]
        return max(first, default=0) + sum(afterwards) or None

    @property
    def norms(self) -> tuple[str, ...]:
        """The norms behind the acts, each once."""
        return tuple(dict.fromkeys(norm for change in self.changes if change.cure for norm in change.cure.norms))


def what_would_it_take(case: Case, option: str, limit: int = LIMIT) -> tuple[Alteration, ...]:
    """Give the smallest sets of alterations after which an option is open, those of fewest changes first.

    Empty when the option does not exist at the date of law, when answers exclude each other, or when nothing that can
    be altered opens it; one set without changes when nothing known stands against it.
    """
    today = _with_plans(case)
    if option not in today.rules.options or today.situation.contradictory:
        return ()
    found = _sets(today, option, limit)
    for fact, until in ends_of_delays(today, option):
        later = replace(today, as_of=until)
        known = [_essence(earlier) for earlier in found]
        wait = Change("time", fact, was=today.memory.facts.day(fact), until=until)
        for other in _sets(later, option, limit) if option in later.rules.options else ():
            essence = _essence(other)
            if not any(smaller <= essence for smaller in known):
                found.append(replace(other, changes=(wait, *other.changes)))
    return tuple(sorted(found, key=lambda each: len(each.changes))[:limit])


def _with_plans(case: Case) -> Case:
    """Give the bare case, the options supposed for other questions being kept as they are."""
    plans: dict[FactKey, Value] = {(f"{PLAN_PREFIX}{key}", None): option for key, option in case.plans.items()}
    return Case(
        case.base, case.as_of, case.key_questions, case.engine, case.events, case.readings,
        {**plans, **case.supposed}, case.removed,
    )  # fmt: skip


def _essence(alteration: Alteration) -> frozenset[tuple[str, FactKey, tuple[Value, ...]]]:
    """Give what is altered, apart from the passing of time and from the order."""
    return frozenset(
        (change.kind, (change.id, change.of), change.values) for change in alteration.changes if change.kind != "time"
    )


def _sets(case: Case, option: str, limit: int) -> list[Alteration]:
    """Give the smallest sets of acts and changed facts, all done at the date of the case."""
    if "open" in case.situation.statuses(option, case.readings):
        return [Alteration((), case, option, tuple(_to_settle(case, case, option, ())))]
    space = Space(case, moves_for(case, option), case.situation.diagrams.option(option)["open"])
    opening = space.opening()
    names = dict(zip(space.names, space.moves, strict=True))
    sets = [frozenset(names[name] for name in chosen) for chosen in minimal_sets(opening, space.names, limit)]
    found = []
    for chosen in _joined(sets):
        moves = space.in_order(frozenset(name for name, move in names.items() if move in _one_of(chosen, names)))
        changes = tuple(_change(case, move, chosen) for move in moves)
        after = carried_out(case, moves)
        found.append(Alteration(changes, after, option, tuple(_to_settle(case, after, option, moves))))
    return found


Slot = tuple[str, str, str | None]
Joined = frozenset[tuple[Slot, frozenset[Move]]]
"""A set in which each fact comes with all the moves of it that would do."""


def _slot(move: Move) -> Slot:
    return move.kind, move.id, move.of


def _joined(sets: Iterable[frozenset[Move]]) -> list[Joined]:
    """Join the sets that only differ by the value given to one fact."""
    found: list[Joined] = [frozenset((_slot(move), frozenset({move})) for move in chosen) for chosen in sets]
    for slot in dict.fromkeys(slot for joined in found for slot, _ in joined if slot[0] == "fact"):
        groups: dict[Joined, frozenset[Move]] = {}
        for joined in found:
            rest = frozenset(part for part in joined if part[0] != slot)
            moves = next((moves for part, moves in joined if part == slot), frozenset())
            groups[rest] = groups.get(rest, frozenset()) | moves
        found = [rest | {(slot, moves)} if moves else rest for rest, moves in groups.items()]
    return sorted(found, key=len)


def _one_of(joined: Joined, names: dict[str, Move]) -> frozenset[Move]:
    """Choose one move for each fact, the first that was thought of."""
    order = list(names.values())
    return frozenset(min(moves, key=order.index) for _, moves in joined)


def _change(case: Case, move: Move, joined: Joined) -> Change:
    if move.kind == "cure":
        at_once = case.memory.has(f"cure:{move.id}:available")
        return Change("cure", move.id, cure=case.base.cures[move.id], at_once=at_once)
    moves = dict(joined)[_slot(move)]
    known = case.memory.facts.known.get((move.id, move.of))
    kind = case.base.facts[move.id]
    found = {value for each in moves for value in each.values}
    order = list(kind.choices) if kind.choices else sorted(found)
    values = tuple(value for value in order if value in found)
    return Change("fact", move.id, move.of, was=known.value if known else None, values=values)


def _to_settle(case: Case, after: Case, option: str, moves: Iterable[Move]) -> Iterator[FactKey]:
    """Give the unknown facts on which the option, once the moves are made, or one of the acts, still depends."""
    diagrams = case.situation.diagrams
    keys = _relevant(after, diagrams.option(option)["open"])
    for move in moves:
        if move.kind == "cure" and not case.memory.has(f"cure:{move.id}:available"):
            keys |= _relevant(case, diagrams.cure(move.id)) - {key for each in moves for key in each.keys}
    order = list(case.base.facts)
    for key in sorted(keys, key=lambda key: (order.index(key[0]) if key[0] in order else -1, key[1] or "")):
        if not key[0].startswith((READING_PREFIX, PLAN_PREFIX)):
            yield key


def _relevant(case: Case, node: Node) -> frozenset[FactKey]:
    """Give the unknown facts that matter to a goal under the readings followed."""
    diagrams = case.situation.diagrams
    bits: dict[str, bool] = {}
    for key, known in case.facts.known.items():
        if known.by == "reading":
            bits.update(diagrams.cell_bits(key, diagrams.possible_cells(key[0], known.value)[0]))
    return case.situation.relevant(diagrams.bdd.let(bits, node) if bits else node)
