"""Cases at every date on which the law changes, and the day before: no gap, no overlap, no crash.

Each date sees one case in eight, in turn, and each case one date in eight: all of them at all dates take a quarter of
an hour. PETR_ADVISOR_WALK=full asks for that.
"""

import os
from datetime import date, timedelta

import pytest

from petr_advisor.case import enacted
from petr_advisor.checking import load
from petr_advisor.consultation import EARLIEST, LATEST
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError
from petr_advisor.locations import examples_folder
from petr_advisor.scenarios import Scenario, load_scenarios, scenario_files

PARTS = 8
"""The dates are cut into parts that run side by side."""

SHARE = 1 if os.environ.get("PETR_ADVISOR_WALK") == "full" else 8
"""One case in how many a date sees."""


def boundary_dates(base: KnowledgeBase) -> list[date]:
    """The first day of each period of each norm, the day before, the last day and the day after."""
    found = {EARLIEST, date(2026, 11, 24)}
    for norm in base.norms.values():
        for period in (norm.in_force, norm.period):
            if period.from_:
                found |= {period.from_, period.from_ - timedelta(days=1)}
            if period.to:
                found |= {period.to, period.to + timedelta(days=1)}
    return sorted(day for day in found if EARLIEST <= day <= LATEST)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


@pytest.fixture(scope="module")
def scenarios(base: KnowledgeBase) -> list[Scenario]:
    """One case a file: variants differ in little but their date."""
    return [next(iter(load_scenarios(path, base))) for path in scenario_files([examples_folder()])]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_gap_no_overlap(base: KnowledgeBase, scenarios: list[Scenario], part: int) -> None:
    """Each key question has an option at each date, and no derived fact has two values."""
    for number, day in enumerate(boundary_dates(base)[part::PARTS]):
        rules = enacted(base, day)
        for question in base.key_questions:
            assert any(option.answers == question for option in rules.options.values()), (question, day)

        for scenario in scenarios[(number + part) % SHARE :: SHARE]:
            try:
                consultation = scenario.consultation(engine("native"), day)
            except FileError:
                continue
            memory = consultation.memory
            for fact, kind in base.facts.items():
                if "rule" in kind.given_by and kind.of is None:
                    values = [v for v in (*kind.choices, "yes", "no") if memory.has(f"fact:{fact}:{v}")]
                    assert len(values) <= 1, (scenario.name, day, fact, values)
            for key in rules.options:
                sure = [s for s in ("open", "conditional", "closed") if memory.has(f"option:{key}:{s}")]
                assert len(sure) <= 1, (scenario.name, day, key, sure)
