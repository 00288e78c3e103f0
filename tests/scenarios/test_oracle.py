"""The engines conclude what the conditions of the real base say, on every scenario and on dossiers drawn at random."""

from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.inference.engines import available, engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from tests.oracle import disagreements
from tests.scenarios.dossiers import dossier

FILES = scenario_files([Path(__file__).parents[2] / "scenarios"])
DOSSIERS = 10_000
"""More by hand: `python -m tests.scenarios.test_oracle 50000`."""
SHARES = 8
"""So that several processes share them."""


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def differing(base: KnowledgeBase, seeds: range) -> dict[int, list[str]]:
    """Give the disagreements by seed; `dossier(base, seed, engine)` gives the dossier again."""
    found = {seed: sorted(map(str, disagreements(dossier(base, seed, engine("native"))))) for seed in seeds}
    return {seed: lines for seed, lines in found.items() if lines}


@pytest.mark.parametrize("share", range(SHARES))
def test_every_scenario_natively(base: KnowledgeBase, share: int) -> None:
    for path in FILES[share::SHARES]:
        for scenario in load_scenarios(path, base):
            assert disagreements(scenario.consultation(engine("native"))) == set(), scenario.name


@pytest.mark.skipif("durable" not in available(), reason="durable_rules does not load on this Python")
def test_a_sample_of_the_scenarios_with_durable_rules(base: KnowledgeBase) -> None:
    """`evaluate --engine all` holds both engines against each other on all of them."""
    for path in FILES[::40]:
        scenario = next(iter(load_scenarios(path, base)))
        assert disagreements(scenario.consultation(engine("durable"))) == set(), scenario.name


@pytest.mark.parametrize("share", range(SHARES))
def test_dossiers_drawn_at_random(base: KnowledgeBase, share: int) -> None:
    assert differing(base, range(share, DOSSIERS, SHARES)) == {}


if __name__ == "__main__":
    import sys

    print(differing(load(), range(int(sys.argv[1]))) or "no disagreement")
