"""The diagrams walked over planes find the statuses that are possible in each row, as they do for one case."""

from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.columns.memory import remember
from petr_advisor.columns.planes import unpack
from petr_advisor.columns.possibilities import Possibilities, Sketch
from petr_advisor.columns.table import table_of
from petr_advisor.consulting.case import diagrams
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.columns.comparing import cases_in
from tests.properties.wide import AS_OF, some_answers, wide_base

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def compared(cases: list[Consultation]) -> tuple[list[str], int, int]:
    """Put cases of one day and the same key questions side by side; give what differs, and what was told and not."""
    first, size = cases[0], len(cases)
    kind_of = {name: kind.of for name, kind in first.base.all_facts.items()}
    memory = remember(first.compiled, first.rules, table_of([case.facts for case in cases], kind_of))
    found = Possibilities(Sketch(diagrams(first.compiled, first.rules)), memory.table)
    sound = [unpack(plane, size) for plane in found.sound]
    wrong, told, untold = [], 0, 0
    for row, case in enumerate(cases):
        if not sound[1][row] and bool(sound[0][row]) == case.situation.contradictory:
            wrong.append(f"{row}: {case.situation.contradictory}")
    for key, option in first.rules.options.items():
        if option.answers not in first.key_questions:
            continue
        nodes = first.situation.diagrams.option(key)
        planes = {status: [unpack(plane, size) for plane in found.possible(node)] for status, node in nodes.items()}
        for row, case in enumerate(cases):
            if case.situation.contradictory:
                continue
            if any(rough[row] for _, rough in planes.values()):
                untold += 1
                continue
            told += 1
            mine = {status for status, (holds, _) in planes.items() if holds[row]}
            if mine != case.situation.statuses(key):
                wrong.append(f"{row}, {key}: {mine}, {case.situation.statuses(key)}")
    return wrong, told, untold


def test_statuses_of_scenarios(base: KnowledgeBase) -> None:
    cases = [
        case.on(AS_OF.replace(year=2026))
        for case in cases_in([SCENARIOS / "project"], base)
        if case.key_questions == ("project",)
    ]
    wrong, told, untold = compared(cases)
    assert wrong == []
    assert told > 300
    assert untold < told / 10


def test_statuses_on_rule_bases_drawn_wide() -> None:
    wrong, told = [], 0
    for seed in range(25):
        wide, world = wide_base(seed)
        differ, known, _ = compared([some_answers(wide, world, number, engine("native")) for number in range(6)])
        wrong += [f"base {seed}: {line}" for line in differ]
        told += known
    assert wrong == []
    assert told > 60
