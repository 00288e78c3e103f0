"""A table: the facts of many cases at one date of law, as columns, and the entities that they list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.column import Column
from petr_advisor.columns.planes import Rows
from petr_advisor.inference.facts import EntityList, FactKey, Facts, Known


@dataclass(frozen=True, eq=False)
class Entities:
    """The entities of one kind that the rows list, one a line, those of a row side by side."""

    row: NDArray[np.int64]
    """[entities]: the row that lists each, in ascending order."""
    ids: tuple[str, ...]
    """[entities]: the identifier of each in its row."""
    listed: Rows
    """[rows]: whether a list was given."""
    complete: Rows
    """[rows]: whether it is known to be complete."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    """What is known of the entities, by fact: one value an entity."""


@dataclass(frozen=True, eq=False)
class Table:
    """The facts of many cases, before any rule is applied."""

    rows: int
    columns: Mapping[str, Column]
    """What is known of the territories, by fact: one value a row."""
    entities: Mapping[str, Entities] = field(default_factory=dict)
    """By kind."""

    def facts(self, row: int) -> Facts:
        """Give the facts of one row, as the engine takes them."""
        known: dict[FactKey, Known] = {}
        for fact, column in self.columns.items():
            if column.classes[row] >= 0:
                known[fact, None] = column.known[column.classes[row]]
        lists = {}
        for kind, found in self.entities.items():
            if not found.listed[row]:
                continue
            places = range(*np.searchsorted(found.row, (row, row + 1)))
            lists[kind] = EntityList(tuple(found.ids[place] for place in places), bool(found.complete[row]))
            for fact, column in found.columns.items():
                for place in places:
                    if column.classes[place] >= 0:
                        known[fact, found.ids[place]] = column.known[column.classes[place]]
        return Facts(known, lists)


def table_of(cases: Sequence[Facts], kind_of: Mapping[str, str | None]) -> Table:
    """Put the facts of some cases side by side; `kind_of` gives the kind of entity that a fact belongs to."""
    facts = dict.fromkeys(fact for case in cases for fact, _ in case.known)
    columns = {
        fact: Column.of(case.known.get((fact, None)) for case in cases) for fact in facts if kind_of[fact] is None
    }
    kinds = dict.fromkeys(kind for case in cases for kind in case.entities)
    return Table(len(cases), columns, {kind: _entities(kind, cases, facts, kind_of) for kind in kinds})


def _entities(
    kind: str, cases: Sequence[Facts], facts: Mapping[str, None], kind_of: Mapping[str, str | None]
) -> Entities:
    lists = [case.entities.get(kind) for case in cases]
    places = [(row, of) for row, found in enumerate(lists) if found is not None for of in found.ids]
    own = (fact for fact in facts if kind_of[fact] == kind)
    return Entities(
        np.array([row for row, _ in places], dtype=np.int64),
        tuple(of for _, of in places),
        np.array([found is not None for found in lists], dtype=np.bool_),
        np.array([found is not None and found.complete for found in lists], dtype=np.bool_),
        {fact: Column.of(cases[row].known.get((fact, of)) for row, of in places) for fact in own},
    )
