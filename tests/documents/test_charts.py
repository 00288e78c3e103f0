"""The chart of seats in Word: a real chart with its numbers inside, and the same in words for who sees none."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from pypdf import PdfReader

from petr_advisor.documents.blocks import ChartBlock, Table
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.layout.middle import MOST_CHARTED
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers import to_docx, to_html, to_md
from tests.documents.conftest import real_report

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def told() -> Report:
    return real_report("grand-quercy#created", "fr").model_copy(update={"size": "report"})


@cache
def made() -> bytes:
    return to_docx.render(told())


def chart_parts(file: bytes) -> list[Any]:
    relations = docx.Document(io.BytesIO(file)).part.rels.values()
    return [each.target_part for each in relations if each.reltype == RELATIONSHIP_TYPE.CHART]


def block() -> ChartBlock:
    (found,) = (each for each in document_of(told()).blocks if isinstance(each, ChartBlock))
    return found


def test_the_chart_of_word_has_its_numbers_in_a_workbook_that_opens() -> None:
    (part,) = chart_parts(made())
    (data,) = (each.target_part for each in part.rels.values() if each.reltype == RELATIONSHIP_TYPE.PACKAGE)
    sheet = openpyxl.load_workbook(io.BytesIO(data.blob)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0][1:]) == [series.name for series in block().series]
    assert [row[0] for row in rows[1:]] == list(block().categories)
    for number, series in enumerate(block().series, 1):
        assert [row[number] for row in rows[1:]] == pytest.approx(list(series.values))


def test_what_the_chart_draws_is_what_its_workbook_holds() -> None:
    (part,) = chart_parts(made())
    space = ET.fromstring(part.blob)  # noqa: S314 - what we just wrote
    drawn = [[float(value.text or "") for value in values.iter(f"{CHART}v")] for values in space.iter(f"{CHART}val")]
    assert drawn == [list(series.values) for series in block().series]
    outside = space.find(f"{CHART}externalData")
    assert outside is not None
    assert outside.get(qn("r:id")) in part.rels


def test_the_shares_of_a_chart_are_whole_and_those_of_the_table_beside() -> None:
    for series in block().series:
        assert sum(series.values) == pytest.approx(1)
    blocks = document_of(told()).blocks
    before = blocks[blocks.index(block()) - 1]
    assert isinstance(before, Table)
    assert set(block().categories) <= {row[0][0][0].text for row in before.rows}


def test_who_sees_no_chart_is_told_each_member() -> None:
    body = docx.Document(io.BytesIO(made())).element.body
    said = [each.get("descr", "") for each in body.iter(qn("wp:docPr"))]
    (alt,) = (text for text in said if text.startswith("Barres"))
    assert all(name in alt for name in block().categories)
    identifiers = [each.get("id") for each in body.iter(qn("wp:docPr"))]
    assert len(set(identifiers)) == len(identifiers)


def test_formats_without_charts_leave_it_to_the_table() -> None:
    for render in (to_md.render, to_html.render):
        assert block().title not in render(told()).decode()


def test_the_numbers_inside_come_out_the_same() -> None:
    (first,), (again,) = chart_parts(made()), chart_parts(to_docx.render(told()))
    assert first.blob == again.blob
    workbooks = [next(iter(part.rels.values())).target_part.blob for part in (first, again)]
    assert workbooks[0] == workbooks[1]


def test_more_members_than_bars_can_compare_have_the_table_alone() -> None:
    found = told().governance
    assert found is not None
    many = tuple(found.seats[0].model_copy(update={"member": f"CC {n}"}) for n in range(MOST_CHARTED + 1))
    crowded = told().model_copy(update={"governance": found.model_copy(update={"seats": many})})
    assert not [each for each in document_of(crowded).blocks if isinstance(each, ChartBlock)]


def test_names_that_look_like_formulas_stay_words() -> None:
    found = told().governance
    assert found is not None
    seats = (found.seats[0].model_copy(update={"member": "=1+1"}), *found.seats[1:])
    named = told().model_copy(update={"governance": found.model_copy(update={"seats": seats})})
    (part,) = chart_parts(to_docx.render(named))
    (data,) = (each.target_part for each in part.rels.values() if each.reltype == RELATIONSHIP_TYPE.PACKAGE)
    sheet = openpyxl.load_workbook(io.BytesIO(data.blob)).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_draws_the_chart(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(made())
    office = shutil.which("soffice") or "soffice"
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    asked = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(asked, check=True)  # noqa: S603 - a program of the machine, on a file that we just wrote
    said = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert said.count(block().series[1].name) == 1
