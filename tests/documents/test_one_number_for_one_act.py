"""An act has one number in a report: that of the plan, in the steps of a way as in what the plan says of others."""

from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenario
from tests.documents.conftest import report_of

READING = Path(__file__).parents[2] / "scenarios" / "reading"
CASES = (
    "association-porteuse-qui-finit-2026",
    "association-refus-a-trois-2026",
    "association-scot-six-ans-inconnu-2026",
    "association-et-syndicat-de-scot-2026",
)


@pytest.mark.parametrize("name", CASES)
def test_steps_have_the_numbers_of_the_plan(name: str) -> None:
    """« After tasks 3, 4, 5 » was said of acts that the steps called 4, 5 and 6, and in another order."""
    report = report_of(load_scenario(READING / f"{name}.yaml", load()).consultation(engine("native")))
    assert report.roadmap is not None
    numbers = {task.id: task.number for task in report.roadmap.tasks}
    found = 0
    for question in report.questions:
        for option in question.options:
            if option.id not in question.retained:
                continue
            planned = [step for step in option.steps if step.act in numbers]
            assert [step.number for step in planned] == sorted(numbers[str(step.act)] for step in planned)
            if planned:
                assert all(step.number is None for step in option.steps if step not in planned)
            found += len(planned)
    assert found
