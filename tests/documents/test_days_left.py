"""The calendar of a workbook counts the days left until a day to come; one that is over is told as such."""

import io

import pytest
from openpyxl import load_workbook

from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from tests.documents.conftest import EXAMPLES, case_in, report_of

OVER: dict[Language, str] = {"fr": "passé", "en": "past"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_case_of_the_past_has_no_days_left_below_nought(language: Language) -> None:
    book = load_workbook(io.BytesIO(render(report_of(case_in(EXAMPLES["midi-quercy"]), language), ".xlsx")))
    cells = [cell.value for sheet in book for (cell,) in sheet.iter_rows(min_col=11, max_col=11)]
    left = [text for text in map(str, cells) if "TODAY()" in text]
    assert len(left) > 5
    assert [text for text in left if f'<TODAY(),"{OVER[language]}"' not in text] == []
