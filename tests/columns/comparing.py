"""Tokens of the columns against those of an engine, row by row and entity by entity."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.memory import ColumnMemory, remember
from petr_advisor.columns.planes import unpack
from petr_advisor.columns.table import Table, table_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.inference.program import Engine, Token
from petr_advisor.inference.working_memory import THE_TERRITORY, Scope, WorkingMemory, run
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files


class Compared:
    """The tokens of every row, laid out for comparison."""

    def __init__(self, found: ColumnMemory) -> None:
        self.found = found
        self._places = {kind: self._laid_out(kind) for kind in found.planes}

    def _laid_out(self, kind: str) -> tuple[dict[Token, int], list[Token], NDArray[np.bool_]]:
        """Give the place of each token that a scope knows, and [rows or entities, tokens]."""
        planes, size = self.found.planes[kind], self.found.size(kind)
        besides = [token for token in planes.given if token not in planes.program.place]
        names = [*planes.program.place, *besides]
        rows = [*planes.found, *(planes.given[token] for token in besides)]
        truths = np.array([unpack(row, size) for row in rows]).reshape(len(rows), size)
        return {name: place for place, name in enumerate(names)}, names, np.ascontiguousarray(truths.T)

    def differences(self, row: int, expected: WorkingMemory) -> Iterator[str]:
        """Say which tokens differ in one row; those of a territory are kept apart from those of its entities."""
        for scope, tokens in expected.tokens.items():
            places, names, truths = self._places[scope.kind]
            at = self._place(row, scope)
            shared = frozenset() if scope == THE_TERRITORY else expected.tokens[THE_TERRITORY]
            wanted = np.zeros(len(names), dtype=np.bool_)
            known = [places[token] for token in tokens if token in places]
            wanted[known] = True
            missing = [token for token in tokens - shared if token not in places]
            missing += [names[place] for place in np.flatnonzero(wanted & ~truths[at])]
            more = [names[place] for place in np.flatnonzero(truths[at] & ~wanted)]
            if missing or more:
                yield f"row {row}, {scope}: missing {missing[:5]}, not to be there {more[:5]}"

    def _place(self, row: int, scope: Scope) -> int:
        if scope.entity is None:
            return row
        entities = self.found.table.entities[scope.kind]
        first, last = np.searchsorted(entities.row, (row, row + 1))
        return int(first) + entities.ids[first:last].index(scope.entity)


def against(found: ColumnMemory, table: Table, chosen: Engine) -> Iterator[str]:
    """Run an engine on every row of the table that was given, and say what differs."""
    compared = Compared(found)
    for row in range(table.rows):
        yield from compared.differences(row, run(found.compiled, found.rules, table.facts(row), chosen))


def cases_in(paths: Iterable[Path], base: KnowledgeBase) -> list[Consultation]:
    """Give the cases of some scenario files and folders; what says the law a second time is no case."""
    scenarios = (scenario for file in scenario_files(paths) for scenario in load_scenarios(file, base))
    return [scenario.consultation(engine("native")) for scenario in scenarios if not scenario.states_the_law]


def disagreements(cases: Iterable[Consultation]) -> Iterator[str]:
    """Put cases of one base side by side, by date and key questions, and say what differs from the engine."""
    groups: dict[tuple[date, tuple[str, ...]], list[Consultation]] = {}
    for case in cases:
        groups.setdefault((case.as_of, tuple(sorted(case.key_questions))), []).append(case)
    for together in groups.values():
        kind_of = {name: kind.of for name, kind in together[0].base.all_facts.items()}
        table = table_of([case.facts for case in together], kind_of)
        compared = Compared(remember(together[0].compiled, together[0].rules, table))
        for row, case in enumerate(together):
            yield from compared.differences(row, case.memory)
