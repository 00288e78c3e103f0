"""A note asks only what somebody can answer today: no vote on a text that does not exist, no refusal nobody gave."""

from datetime import date
from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.words.voice import Voice
from tests.documents.conftest import EXAMPLES, MADE_ON, case_in, real_base

EVERY = 40
"""One scenario in so many is read."""
SHARES = 4


@cache
def sample() -> tuple[Scenario, ...]:
    found = [each for path in scenario_files([examples_folder()]) for each in load_scenarios(path, real_base())]
    return tuple(found[::EVERY])


def questions(case: Consultation, *, open_today: bool) -> set[str]:
    """The questions that can be asked today (or were, and answered « I do not know »), or the others."""
    voice = Voice("fr")
    return {
        voice.say(kind.ask.text)
        for fact, kind in real_base().facts.items()
        if kind.ask and kind.of is None
        if open_today == (case.memory.applies(fact) is True or (fact, None) in case.state.answers)
    }


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_asked_that_hangs_on_another_answer(share: int) -> None:
    asked = 0
    for scenario in sample()[share::SHARES]:
        case = scenario.consultation(engine("native"))
        note = build(case, "fr", Adviser(), date(2026, 11, 25), extent=extent_of("note")).note
        assert note is not None
        points = {point.what for point in note.points}
        asked += len(points)
        early = questions(case, open_today=False) - questions(case, open_today=True)
        assert (scenario.name, points & early) == (scenario.name, set())
    assert asked > 5


def test_what_the_register_tells_is_only_to_be_confirmed() -> None:
    """Who reads « Loir-et-Cher ; Loiret » beside it would be asked what the document knows."""
    report = build(case_in(EXAMPLES["loire-beauce"]), "fr", Adviser(), MADE_ON)
    (asked,) = [part.question for part in report.settle if part.fact == "territory.several_departements"]
    assert "oui, selon les membres" in asked
    assert "à confirmer" in asked
