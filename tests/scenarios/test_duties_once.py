"""A duty that several key questions bring up is told once."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios

GOVERNANCE = Path(__file__).parents[2] / "scenarios" / "governance"
TOGETHER = ("evolution", "services", "governance", "change")
FILES = [*sorted((GOVERNANCE / "real").glob("*.yaml")), GOVERNANCE / "change" / "with-evolution.yaml"]


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_duty_is_told_once(path: Path, base: KnowledgeBase) -> None:
    """With the questions that share duties asked together, no actor is told the same thing twice."""
    for scenario in load_scenarios(path, base):
        found = replace(scenario, key_questions=TOGETHER).consultation().duties
        told = Counter((duty.rule.who, duty.of, duty.rule.to.fr) for duty in found if duty.rule.to)
        assert max(told.values()) == 1, [each for each, times in told.items() if times > 1]
        assert len(found) > 20
