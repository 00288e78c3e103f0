"""A workbook says until when its calendar runs, and how many of its points the questions left are: as its rows do."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.words.voice import Voice

from .conftest import MADE_ON, READING, case_in
from .test_formats import squeezed

LATEST = 6
"""The column of the last day of an act or of a vote."""

DECISIVE = 5
"""The column that says whether a point can change what is proposed."""


@pytest.mark.parametrize("path", sorted(READING.glob("petr-dissolution*.yaml")), ids=lambda path: path.stem)
def test_no_row_comes_after_the_day_until_which_the_calendar_runs(path: Path) -> None:
    report = build(case_in(path), "fr", Adviser(), MADE_ON)
    if report.roadmap is None:
        return
    book = load_workbook(BytesIO(render(report, ".xlsx")))
    sheet = next(sheet for sheet in book if sheet.title == "Calendrier")
    rows = [row for row in sheet.iter_rows() if isinstance(row[LATEST - 1].value, datetime)]
    last = max(row[LATEST - 1].value.date() for row in rows)
    head = " ".join(str(row[0].value) for row in sheet.iter_rows(max_row=4))
    assert squeezed(Voice("fr").day(last)) in squeezed(head)


def test_the_points_that_decide_are_as_many_as_are_said_to() -> None:
    """The note told of 8 questions, the sheet had 12 rows: a list was one question."""
    report = build(case_in(READING / "petr-transfert-scot-2026.yaml"), "fr", Adviser(), MADE_ON)
    sheet = load_workbook(BytesIO(render(report, ".xlsx")))["À établir"]
    rows = sum(row[DECISIVE - 1].value == "oui" for row in sheet.iter_rows())
    head = squeezed(" ".join(str(row[0].value) for row in sheet.iter_rows(max_row=4)))
    assert report.provisional is not None
    assert squeezed(report.provisional) in head
    assert f"{rows}point" in squeezed(report.provisional)
