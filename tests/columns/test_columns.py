"""The columns find every token that the engines find: in scenarios, in random dossiers, on rule bases drawn wide."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from petr_advisor.checking import load
from petr_advisor.columns.memory import remember
from petr_advisor.columns.planes import PlaneProgram, pack, unpack
from petr_advisor.consulting.case import compiled, enacted
from petr_advisor.inference.engines import engine
from petr_advisor.inference.program import Clause, Program
from petr_advisor.knowledge.base import KnowledgeBase
from tests.columns.comparing import against, cases_in, disagreements
from tests.columns.drawing import drawn
from tests.properties.wide import some_answers, wide_base

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NATIVE = engine("native")
DAYS = (date(2014, 7, 1), date(2026, 11, 24))


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def test_planes_keep_every_row() -> None:
    dice = np.random.default_rng(1)
    for rows in (1, 63, 64, 65, 1_000):
        truths = dice.random(rows) < 0.5
        assert np.array_equal(unpack(pack(truths), rows), truths)


def test_clauses_that_wait_for_each_other_fire_until_nothing_more_follows() -> None:
    clauses = (Clause("a", ("b",)), Clause("b", ("a",)), Clause("b", ("c", "d")), Clause("e", ("a", "d")))
    program = PlaneProgram(Program("", clauses))
    given = {"c": pack(np.array([True, True, False])), "d": pack(np.array([True, False, True]))}
    found = program.run(given, 1)
    assert program.circular
    assert unpack(found[program.place["e"]], 3).tolist() == [True, False, False]


def test_scenarios(base: KnowledgeBase) -> None:
    """`python -m tests.columns 0` holds all of them."""
    cases = cases_in([SCENARIOS / "project", SCENARIOS / "conflicts"], base)
    assert len(cases) > 50
    assert list(disagreements(cases)) == []


@pytest.mark.parametrize("day", DAYS)
def test_random_dossiers(base: KnowledgeBase, day: date) -> None:
    form, rules = compiled(base, tuple(base.key_questions)), enacted(base, day)
    table = drawn(form, rules, 70, day.toordinal())
    found = remember(form, rules, table)
    assert table.entities["member"].listed.any()
    assert list(against(found, table, NATIVE)) == []


def test_rule_bases_drawn_wide() -> None:
    """Derived facts of entities that summaries read, applicability of entities, exceptions, disputed points."""
    told = []
    for seed in range(20):
        wide, world = wide_base(seed)
        cases = [some_answers(wide, world, number, NATIVE) for number in range(6)]
        told += [f"base {seed}: {difference}" for difference in disagreements(cases)]
    assert told == []


def test_a_row_that_differs_is_seen(base: KnowledgeBase) -> None:
    """What compares can fail: a token taken away from the columns is missed."""
    form, rules = compiled(base, ("evolution",)), enacted(base, DAYS[1])
    table = drawn(form, rules, 3, 1)
    found = remember(form, rules, table)
    planes = found.planes[""].found
    planes[:] = [plane & ~np.uint64(2) for plane in planes]
    told = list(against(found, table, NATIVE))
    assert {line.partition(",")[0] for line in told} >= {"row 1"}
    assert not any(line.startswith("row 0") for line in told)
