"""What a plan says of its days holds all of its tasks."""

import pytest

from petr_advisor.documents.build import build
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.plan import roadmap
from petr_advisor.documents.settings import Adviser
from tests.documents.conftest import MADE_ON, READING, case_in


@pytest.mark.parametrize(
    ("name", "beside"), [("commune-part-voie-de-droit-commun-2026", True), ("petr-entree-projet-2026", False)]
)
def test_what_runs_beside_the_plan_has_its_last_day_told(name: str, *, beside: bool) -> None:
    report = build(case_in(READING / f"{name}.yaml"), "fr", Adviser(), MADE_ON)
    plan = report.roadmap
    assert plan is not None
    pen = Pen(report.language, report=report)
    last = max(task.latest for task in plan.tasks)
    said = " ".join(block.model_dump_json() for block in roadmap(pen))
    assert (pen.phrase("roadmap-beside", last=pen.day(last)) in said) is beside
