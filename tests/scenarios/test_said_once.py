"""Key questions that share a duty say it once, however many of them are asked."""

from collections import Counter
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios import UNKNOWN, Scenario, load_scenarios

FILES = ("both-questions", "nothing-written", "pays-charter", "no-petr")
SCENARIOS = [
    scenario
    for name in FILES
    for scenario in load_scenarios(Path("scenarios") / "project" / "options" / f"{name}.yaml", load())
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_no_two_duties_bind_the_same_actor_on_the_same_norms(scenario: Scenario) -> None:
    case = Consultation.start(scenario.base, scenario.as_of, None, engine("native"))
    for fact, value in scenario.answers.items():
        case = case.dont_know(fact) if value == UNKNOWN else case.answer(fact, value)
    said = Counter((found.rule.duty, found.rule.who, frozenset(found.rule.norms), found.of) for found in case.duties)
    assert len(said) > 5
    assert [key for key, times in said.items() if times > 1] == []
