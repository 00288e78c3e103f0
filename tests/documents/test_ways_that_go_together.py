"""Where the options of a question may be held together, every output says so; where they may not, none does."""

import pytest

from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base, started

CASES = {
    "governance": "governance/organising/a-la-carte.yaml",
    "contracts": "regions/in-november-2026.yaml",
    "funding": "contracts/dsil-and-owner.yaml",
    "europe": "regions/leader-2023-2027.yaml",
    "cofunding": "contracts/s-27-greenway-in-the-cper.yaml",
}


@pytest.mark.parametrize("question", CASES)
def test_ways_that_go_together_are_said_to(question: str) -> None:
    scenario = next(iter(load_scenarios(examples_folder() / CASES[question], real_base())))
    case = scenario.consultation(engine("native"))
    together = real_base().key_questions[question].together
    shown = [conclusions_text(case, "en"), build(case, "en", Adviser(), MADE_ON).questions[0].explanation]
    if question == "cofunding":
        assert together is None
        assert not any("do not" in text and "exclude" in text for text in shown)
    else:
        assert together is not None
        opening = together.en.partition(",")[0].partition("'")[0]
        assert all(opening in text.replace("’", "'") for text in shown)


def test_ways_that_come_first_together_are_not_called_rivals() -> None:
    """Two themes of governance are not two ways of equal merit between which a council must choose."""
    case = started("governance", "evolution").answer("structure.legal_form", "association")
    case = case.list_entities("member", {key: {"member.kind": "cc", "member.population": 9000} for key in "abc"})
    for fact in ("perimeter.one_piece", "perimeter.no_enclave"):
        case = case.answer(fact, "yes")
    case = case.answer("members.any_in_other_petr", "no").answer("procedure.under_way", "none")
    case = case.answer("project.scope", "project").answer("project.voters", "epcis_only")
    answers = {part.id: part for part in build(case, "en", Adviser(), MADE_ON).questions}
    lines = {theme: line for line in answers["governance"].lines for theme in line.themes}
    assert {lines[theme].state for theme in ("Vice-presidents", "Development council")} == {"proposed"}
    assert "of equal merit" not in answers["governance"].decision
