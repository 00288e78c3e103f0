"""Pages as a client turns them: pictures where they are told, full captions, contents with pages, notes that end."""

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from petr_advisor.documents.blocks import Table, cell
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers import to_pdf
from petr_advisor.documents.renderers.to_pdf import CUT_ANYWHERE, CUT_IN_A_NOTE
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import Size
from petr_advisor.documents.typesetting import typeset
from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import MADE_ON, READING, case_in
from tests.documents.test_formats import squeezed

MANY = READING / "association-votes-prevus-2026.yaml"
"""Five key questions, a map, a course of four years."""
ONE = READING / "gip-terme-proche-2026.yaml"
"""One key question, whose course is drawn."""
FONTS = ("Calibri", "Carlito")
"""The font of our Word files, and the free one that is as wide: in another, a page holds less."""
PICTURES = {"note": ("note.timeline", "map.title"), "report": ("map.title",)}
SOFFICE = shutil.which("soffice")
without_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice to count the pages of Word")


@cache
def told(path: Path, size: Size, language: Language = "fr") -> Report:
    return build(case_in(path), language, Adviser(name="Cabinet Martin"), MADE_ON, extent=extent_of(size))


@cache
def pdf(path: Path, size: Size) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render(told(path, size), ".pdf")))


def text(file: pypdf.PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in file.pages))


def phrase(key: str) -> str:
    return squeezed(Voice("fr").phrase(key))


def in_libreoffice(written: bytes, folder: Path) -> pypdf.PdfReader:
    """Give what LibreOffice makes of a Word file."""
    (folder / "told.docx").write_bytes(written)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "told.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)  # noqa: S603 - our own file
    return pypdf.PdfReader(folder / "told.pdf")


@pytest.mark.parametrize("size", PICTURES)
def test_each_picture_of_a_pdf_bears_its_caption(size: Size) -> None:
    found = text(pdf(MANY, size))
    assert [key for key in PICTURES[size] if phrase(key) not in found] == []


@pytest.mark.parametrize(("cut", "whole"), [(CUT_IN_A_NOTE, "all"), (CUT_ANYWHERE, "some")])
def test_a_short_row_of_a_note_set_close_is_not_cut_between_two_pages(cut: int, whole: str) -> None:
    """Who votes on what stands beside the day; where there is no room at all, rows are cut as well."""
    rows = tuple(
        (cell(f"first{number}.", *"then" * (number % 3), f"last{number}."), cell("when")) for number in range(90)
    )
    table = Table(caption="votes", captioned=False, header=("who", "when"), rows=rows, widths=(70, 30))
    document = document_of(told(MANY, "note")).model_copy(update={"blocks": (table,)})
    set_close = {**to_pdf.set_of(document), "tight": to_pdf.CLOSEST, "cut": cut}
    found = pypdf.PdfReader(io.BytesIO(typeset(set_close, "pdf")[0]))
    pages = [page.extract_text() for page in found.pages]
    assert len(pages) > 2
    kept = [any(f"first{n}." in page and f"last{n}." in page for page in pages) for n in range(90)]
    assert ("all" if all(kept) else "some") == whole


def test_the_map_of_a_report_stands_under_its_heading() -> None:
    """One that floats to the head of its page would stand in the part before."""
    whole = text(pdf(MANY, "report"))
    heading = whole.rindex(phrase("map.heading"), 0, whole.rindex(phrase("map.title")))
    between = whole[heading : whole.rindex(phrase("map.title"))]
    assert phrase("governance") not in between


def test_no_picture_stands_among_the_tasks_of_a_report() -> None:
    """All sheets of the chart come before the first table of tasks."""
    whole = text(pdf(MANY, "report"))
    last = whole.rindex(squeezed("Le calendrier des tâches ("))
    assert whole.index(squeezed("Majorité, silence")) > last


@pytest.mark.parametrize(("path", "most"), [(MANY, 4), (ONE, 2)])
def test_a_note_keeps_to_its_pages_with_its_pictures(path: Path, most: int) -> None:
    assert len(pdf(path, "note").pages) <= most
    assert phrase("note.timeline") in text(pdf(path, "note"))


def has_the_font() -> bool:
    """Tell whether a page of Word holds here as many lines as where it is read."""
    lister = shutil.which("fc-list")
    found = subprocess.run([lister], check=True, capture_output=True).stdout.decode() if lister else ""  # noqa: S603
    return any(font in found for font in FONTS)


@without_libreoffice
@pytest.mark.skipif(not has_the_font(), reason="neither Calibri nor Carlito to count pages in")
@pytest.mark.parametrize(("path", "most"), [(MANY, 4), (ONE, 2)])
def test_a_note_of_word_keeps_to_as_many_pages(path: Path, most: int, tmp_path: Path) -> None:
    found = in_libreoffice(render(told(path, "note"), ".docx"), tmp_path)
    assert len(found.pages) <= most
    assert len(squeezed(found.pages[-1].extract_text())) > 500


def test_word_works_out_the_pages_of_its_contents_as_it_opens() -> None:
    file = docx.Document(io.BytesIO(render(told(MANY, "report"), ".docx")))
    entries: list[Any] = [p._p for p in file.paragraphs if (p.style.name if p.style else "").startswith("TOC")]
    assert entries
    assert all(any(mark.get(qn("w:dirty")) for mark in entry.iter(qn("w:fldChar"))) for entry in entries)
    settings: Any = file.settings.element
    assert settings.find(qn("w:updateFields")) is not None


@without_libreoffice
def test_the_contents_of_word_give_the_page_of_each_heading(tmp_path: Path) -> None:
    found = in_libreoffice(render(told(MANY, "report"), ".docx"), tmp_path)
    pages = [page.extract_text() for page in found.pages]
    entries = re.findall(r"^(\d+\. [^.\n]+?)\s*\.{3,}\s*(\d+)$", "\n".join(pages[:4]), re.MULTILINE)
    assert len(entries) > 5
    assert [title for title, page in entries if squeezed(title) not in squeezed(pages[int(page) - 1])] == []
