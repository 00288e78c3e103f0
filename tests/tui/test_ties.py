"""Ways that come first together: the conclusions open, on a shipped example as on answers given at the keyboard."""

from datetime import date
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from tests.tui.conftest import app_of, notices, on_screen, press, settle

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TIED = ("contracts/dsil-and-owner.yaml#study", "services/table/c15-departement.yaml#not-associated")


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The real rule base."""
    return load()


def tied(consultation: Consultation) -> bool:
    """Tell whether several ways come first together for some key question."""
    return any(line.state == "tied" for line in consultation.course.lines)


@pytest.mark.parametrize("name", TIED)
async def test_an_example_that_ends_in_a_tie_opens(name: str, real: KnowledgeBase) -> None:
    file, _, variant = name.partition("#")
    (found,) = (each for each in load_scenarios(SCENARIOS / file, real) if each.name.endswith(f"#{variant}"))
    consultation = found.consultation(engine("native"))
    assert tied(consultation)
    app = PetrAdvisorApp(real, register_folder=None, language="fr", as_of=date(2026, 11, 24), engine=engine("native"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        pilot.app.post_message(AdvisorApp.Begun("Pays", consultation))
        await settle(pilot)
        session = app_of(pilot).session
        assert session is not None
        assert session.fresh
        if not isinstance(pilot.app.screen, OutcomesScreen):
            await press(pilot, "c")
        assert "à égalité" in on_screen(pilot)
        await press(pilot, "l")
        assert "tie" in on_screen(pilot)
        assert "échoué" not in notices(pilot)
