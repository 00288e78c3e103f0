"""Another program is told what `explain` tells: the statuses, the answers, the proofs of the scenarios."""

from pathlib import Path

import pytest

from petr_advisor.documents.sheets import explanation_text
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.explaining.explanations import how
from petr_advisor.scenarios.loading import load_scenario, scenario_files
from petr_advisor.serving.asked import HowRequest, Request
from petr_advisor.serving.conclusions import status_of
from petr_advisor.serving.operations import conclude, explain_how
from petr_advisor.serving.taking import Desk, case_form

ROOT = Path(__file__).parents[2]
EVERY = 60
"""One file in so many is taken, of all that are cases."""
SAMPLE = [file for file in scenario_files([ROOT / "scenarios"]) if "law" not in file.parts][::EVERY]


@pytest.mark.parametrize("file", SAMPLE, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_case_handed_in_concludes_as_the_scenario_does(desk: Desk, file: Path) -> None:
    scenario = load_scenario(file, desk.base)
    if scenario.states_the_law:
        pytest.skip("no case, but the law said a second time")
    held = scenario.consultation(desk.engine)
    found = conclude(desk, Request(case=case_form(held)))
    if held.clashes:
        assert found.conflicts
        assert found.questions == ()
        return
    told = {option.id: option.status for each in found.questions for option in (*each.routes, *each.staying)}
    assert told == {option.id: status_of(option) for each in held.outcomes for option in (*each.routes, *each.staying)}
    assert [(line.question, line.state, line.options) for line in found.course] == [
        (line.question, line.state, tuple(option.id for option in line.options)) for line in held.course.lines
    ]
    assert {(duty.id, duty.of, duty.deadline) for duty in found.duties} == {
        (duty.id, duty.of, duty.deadline) for duty in held.duties
    }
    assert {key: line.label for key, line in held.sureness.items()} == {
        (line.question, line.theme): line.sure for line in found.course if line.sure
    }
    again = desk.take(Request(case=found.case)).consultation
    assert conclusions_text(again, "fr") == conclusions_text(held, "fr")  # what `explain` prints
    for option in told.keys() & set(found.course[0].options):
        proof = how(held, f"option:{option}")
        assert proof is not None
        asked = HowRequest(case=found.case, conclusion=f"option:{option}")
        assert explain_how(desk, asked).text == explanation_text(proof, held.base, "fr")
