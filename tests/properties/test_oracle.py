"""The engines conclude what the conditions say, on rule bases whose conditions are wider than an engine's rule."""

from collections.abc import Iterable

import pytest

from petr_advisor.inference.engines import available, engine
from petr_advisor.inference.program import MAX_BODY
from tests.oracle import disagreements
from tests.properties.wide import some_answers, wide_base

BASES = 2000
SHARES = 4
"""So that several processes share them."""


def faults(seeds: Iterable[int], name: str) -> dict[int, list[str]]:
    """Give the disagreements by seed; `wide_base(seed)` gives the base again."""
    found = {}
    for seed in seeds:
        base, world = wide_base(seed)
        case = some_answers(base, world, seed, engine("durable" if name == "durable" else "native"))
        found[seed] = sorted(map(str, disagreements(case)))
    return {seed: lines for seed, lines in found.items() if lines}


@pytest.mark.parametrize("share", range(SHARES))
def test_the_native_engine_and_the_conditions_agree(share: int) -> None:
    assert faults(range(share, BASES, SHARES), "native") == {}


@pytest.mark.skipif("durable" not in available(), reason="durable_rules does not load on this Python")
def test_durable_rules_and_the_conditions_agree() -> None:
    """Each base is compiled anew, which takes durable_rules ten times as long: fewer of them."""
    assert faults(range(40), "durable") == {}


def test_the_bases_are_wide_enough() -> None:
    """Many hold conclusions with more parts than a clause may have: those are cut, and the cuts must not mix."""
    cut = 0
    for seed in range(40):
        base, world = wide_base(seed)
        programs = some_answers(base, world, seed, engine("native")).compiled.programs.values()
        bodies = [clause.body for program in programs for clause in program.clauses]
        assert max(map(len, bodies)) <= MAX_BODY
        cut += any(token.startswith("j") for body in bodies for token in body)
    assert cut > 15
