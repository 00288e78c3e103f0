"""Which options are open in each grouping: in columns, and by the engine where columns cannot tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.in_columns import NAMED, NOT_IN_FORCE, InColumns
from petr_advisor.consulting.requirements import called_for
from petr_advisor.perimeters.facts import Rows, rows_for, table_of
from petr_advisor.progress import Progress, to_nobody
from petr_advisor.territory.ground import Ground, Places

ROWS = 65_536
"""Groupings concluded together."""

Codes = NDArray[np.int8]
_CODE = {names: code for code, names in enumerate(NAMED)}


@dataclass(frozen=True, eq=False)
class Standing:
    """The statuses still possible of each option in each grouping."""

    codes: Mapping[str, Codes]
    """By option, its code in NAMED in each grouping; 0 where nothing calls for it."""
    by_engine: int
    """How many groupings were concluded one by one."""


def standing(case: Consultation, ground: Ground, sets: Places, cut: Rows, progress: Progress = to_nobody) -> Standing:
    """Conclude a case in every grouping, for its key questions."""
    keys = [key for question in case.key_questions for key, option in case.base.options.items()
            if option.answers == question]  # fmt: skip
    codes = {key: np.zeros(len(sets), np.int8) for key in keys}
    one_by_one = 0
    for first in range(0, len(sets), ROWS):
        part = slice(first, first + ROWS)
        told = _in_columns(case, ground, sets[part], cut[part], {key: found[part] for key, found in codes.items()})
        for row in np.flatnonzero(~told):
            one_by_one += 1
            progress(first + int(row), len(sets))
            alone = rows_for(case, ground, [place for place in sets[first + row] if place >= 0])
            for key, code in found_by_engine(alone, codes).items():
                codes[key][first + row] = code
        progress(min(first + ROWS, len(sets)), len(sets))
    return Standing(codes, one_by_one)


def _in_columns(case: Consultation, ground: Ground, sets: Places, cut: Rows, codes: Mapping[str, Codes]) -> Rows:
    """Put in the codes of some groupings; tell of which they could be found."""
    if case.compiled.plans:  # an option planned for another question is a fact that only a consultation gives
        return np.zeros(len(sets), np.bool_)
    columns = InColumns(case, table_of(case, ground, sets, cut))
    for key, found in codes.items():
        found[:] = columns.option(key)
    return columns.told


def found_by_engine(case: Consultation, keys: Iterable[str]) -> dict[str, int]:
    """Give the code in NAMED of some options, as a consultation concludes them."""
    return {key: _by_engine(case, key) for key in keys}


def _by_engine(case: Consultation, key: str) -> int:
    if key not in case.rules.options:
        return NOT_IN_FORCE
    return _CODE[case.situation.statuses(key)] if called_for(case, key) else 0
