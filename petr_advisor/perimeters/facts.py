"""The facts of groupings, as columns: what a case says, with the members and what the register measures on them."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.column import NOTHING, Column
from petr_advisor.columns.table import Entities, Table
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import EntityList, Known, Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.departements import COLUMNS
from petr_advisor.territory.ground import Ground, Places, words_of
from petr_advisor.territory.measures import MEASURED, ONE_PIECE, measure, register
from petr_advisor.typed.entities import entity_kind, row_of_epci

Rows = NDArray[np.bool_]


def table_of(case: Consultation, ground: Ground, sets: Places, cut: Rows) -> Table:
    """Give the facts of each grouping, all known: the answers of the case, its members, what is measured on them.

    `cut` tells which groupings cut their land in pieces: whether they are without enclave is then to be confirmed.
    """
    known = {fact: found for (fact, of), found in case.facts.known.items() if of is None}
    columns = {fact: Column.constant(found, len(sets)) for fact, found in known.items()}
    for fact, kind in case.base.facts.items():
        if kind.measure and kind.without is None and fact not in known:
            found = _measured(kind, ground, sets, cut, case.as_of)
            if found is not None:
                columns[fact] = found
    return Table(len(sets), columns, {MEASURED: _members(case, ground, sets)})


def _members(case: Consultation, ground: Ground, sets: Places) -> Entities:
    there = sets >= 0
    places = sets[there]
    kind = entity_kind(case.base, MEASURED)
    rows = [None if (epci := register().get(siren)) is None else row_of_epci(case.base, kind, epci).cells
            for siren in ground.sirens]  # fmt: skip
    columns = {}
    for fact in kind.columns:
        cells = [None if row is None else row.get(fact) for row in rows]
        values = [None if cell is None or cell.value is None else Known(cell.value, "register") for cell in cells]
        columns[fact] = Column.of(values).at(places.astype(np.int64))
    every = np.ones(len(sets), np.bool_)
    ids = np.array(ground.sirens)[places].tolist()
    return Entities(np.nonzero(there)[0].astype(np.int64), tuple(ids), every, every, columns)


def _measured(kind: FactType, ground: Ground, sets: Places, cut: Rows, as_of: date) -> Column | None:
    if kind.measure in COLUMNS:
        return _by_departement(kind, ground, sets, as_of)
    fine = np.ones(len(sets), np.bool_) if kind.measure == ONE_PIECE else ~cut
    return Column(np.where(fine, 0, NOTHING).astype(np.int32), (Known(value=True, by="measure"),))


def _by_departement(kind: FactType, ground: Ground, sets: Places, as_of: date) -> Column:
    """Measure once for all groupings of the same départements."""
    first, same = alike(departements_in(ground, sets))
    values: list[Known | None] = []
    for row in first:
        ids = tuple(ground.sirens[place] for place in sets[row] if place >= 0)
        hint = measure(kind, EntityList(ids, complete=True), as_of)
        value: Value | None = hint.value if hint is not None and hint.settled else None
        values.append(None if value is None else Known(value, "measure"))
    return Column.of(values).at(same)


def departement_codes(ground: Ground) -> tuple[str, ...]:
    """Give the codes of the départements of a ground, sorted."""
    found = (register().get(siren) for siren in ground.sirens)
    return tuple(sorted({code for epci in found if epci for code in epci.departements}))


def departements_in(ground: Ground, sets: Places) -> Rows:
    """Tell in which départements each grouping lies: [groupings, départements], in the order of their codes."""
    codes = {code: number for number, code in enumerate(departement_codes(ground))}
    lies = np.zeros((len(ground.sirens) + 1, len(codes)), np.bool_)
    for place, siren in enumerate(ground.sirens):
        epci = register().get(siren)
        lies[place, [codes[code] for code in epci.departements] if epci else []] = True
    found = np.zeros((len(sets), len(codes)), np.bool_)
    for column in sets.T:  # the last line is that of no place
        found |= lies[column]
    return found


def alike(bits: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the first row of each kind, and of each row the kind."""
    wide = -(-bits.shape[1] // 64) * 64
    words = words_of(np.pad(bits, ((0, 0), (0, wide - bits.shape[1]))))
    _, first, same = np.unique(words, axis=0, return_index=True, return_inverse=True)
    return first, same.reshape(-1)


def rows_for(case: Consultation, ground: Ground, places: Sequence[int]) -> Consultation:
    """Give the case with the EPCIs of some places as its members, as the register gives them."""
    kind = entity_kind(case.base, MEASURED)
    found = {}
    for place in places:
        epci = register().get(ground.sirens[place])
        if epci is not None:
            cells = row_of_epci(case.base, kind, epci).cells
            found[epci.siren] = [(fact, cell.value, cell.by) for fact, cell in cells.items()]
    return case.list_entities_as_given(MEASURED, found)
