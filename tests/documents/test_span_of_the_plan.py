"""What a plan says of its days holds all of its tasks."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from petr_advisor.documents.build import build
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.plan import roadmap
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from tests.documents.conftest import MADE_ON, READING, case_in, reading, reading_note, reading_report


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


@pytest.mark.parametrize(
    ("name", "last"), [("petr-fusion-scot-gal-2026", date(2028, 5, 1)), ("petr-entree-non-tranchee-2026", None)]
)
def test_it_is_told_wherever_the_end_of_the_plan_is(name: str, last: date | None) -> None:
    found = reading(name)
    plan = found.roadmap
    assert plan is not None
    last = last or max(task.latest for task in plan.tasks)
    assert plan.beside_until == last > plan.end
    said = Pen(found.language, report=found).phrase("roadmap-beside", last=last)
    note = reading_note(name)
    assert note.span is not None
    assert said in note.span
    slides = Presentation(io.BytesIO(render(reading_report(name), ".pptx"))).slides
    shown = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert any(said in text for text in shown)
    book = load_workbook(io.BytesIO(render(found, ".xlsx")))
    assert any(cell.value == said for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_part_that_only_some_cases_call_for_is_on_the_chart() -> None:
    plan, note = reading("petr-fusion-scot-gal-2026").roadmap, reading_note("petr-fusion-scot-gal-2026")
    assert plan is not None
    assert note.timeline is not None
    unsure = [
        group for group in plan.groups if not any(task.certain for task in plan.tasks if task.group == group.number)
    ]
    assert unsure
    assert all(f"{group.number}. {group.option} (selon le cas)" in note.timeline.alt for group in unsure)
