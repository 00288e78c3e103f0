"""Key questions that share a duty say it once, however many of them are asked."""

from collections import defaultdict
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import Scenario

FILES = ("both-questions", "nothing-written", "pays-charter", "no-petr")
SCENARIOS = [
    scenario
    for name in FILES
    for scenario in load_scenarios(Path("scenarios") / "project" / "options" / f"{name}.yaml", load())
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_no_two_questions_bind_the_same_actor_on_the_same_norms(scenario: Scenario) -> None:
    """What a norm asks of an actor is written for all the questions it concerns, not once for each."""
    case = Consultation.start(scenario.base, scenario.as_of, None, engine("native"))
    for fact, value in scenario.answers.items():
        case = case.dont_know(fact) if value == UNKNOWN else case.answer(fact, value)
    written_for: dict[tuple[object, ...], set[frozenset[str]]] = defaultdict(set)
    for found in case.duties:
        bound = (found.rule.duty, found.rule.who, frozenset(found.rule.norms), found.of)
        written_for[bound].add(frozenset(found.rule.about))
    assert len(written_for) > 5
    assert [bound for bound, questions in written_for.items() if len(questions) > 1] == []
