"""The two dossiers under `examples/` are complete, can be read, and are what the program makes of them today."""

from io import BytesIO
from pathlib import Path

import docx
import icalendar
import openpyxl
import pptx
import pypdf
import pytest

from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_json import read_json
from petr_advisor.documents.sizes import Size
from scripts.build_examples import EXAMPLES, EXAMPLES_MADE, FORMATS, LONGER, NAMES, Example, report_of, texts
from tests.documents.page_checks import Page

BY_NAME = pytest.mark.parametrize("example", EXAMPLES_MADE, ids=lambda example: example.folder)


def document(example: Example, suffix: str, size: Size = "note") -> Path:
    return EXAMPLES / example.folder / f"{NAMES[example.language][size]}{suffix}"


MEND = "run `make examples`, read the difference (git diff examples), commit it"
"""A new duty on an option that an example shows is enough."""

SHOWN_OF_THE_HASH = 16
"""How much of it a document shows."""


def without_hash(text: str, report: Report) -> str:
    """Give a text without the hash of the rule base, which changes with any word of it."""
    return text.replace(report.cover.rule_base[:SHOWN_OF_THE_HASH], "").rstrip("\n") + "\n"


@BY_NAME
def test_texts_are_up_to_date(example: Example) -> None:
    """When this fails the rule base or the words have changed: `make examples`, read the difference, commit it."""
    kept, now = read_json(document(example, ".json").read_bytes()), report_of(example)
    for name, text in texts(example).items():
        written = (EXAMPLES / example.folder / name).read_text(encoding="utf-8")
        same = without_hash(written, kept) == without_hash(text, now)
        assert same, f"{name} is not what the program says today, of the law or in its words: {MEND}"


@BY_NAME
def test_documents_are_opened_by_others(example: Example) -> None:
    """Each format is there and names the territory in an independent reader."""
    territory = report_of(example).cover.territory
    assert all(document(example, suffix).stat().st_size > 3_000 for suffix in FORMATS)
    longer = [document(example, suffix, size) for size, suffixes in LONGER.items() for suffix in suffixes]
    assert all(path.stat().st_size > 30_000 for path in longer)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(document(example, ".docx"))).paragraphs)
    assert territory in words
    pages = pypdf.PdfReader(BytesIO(document(example, ".pdf").read_bytes())).pages
    assert territory in " ".join(pages[0].extract_text().split())
    assert Page(document(example, ".html").read_text(encoding="utf-8")).faults == []
    slides = pptx.Presentation(str(document(example, ".pptx"))).slides
    assert territory in " ".join(shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)
    assert len(openpyxl.load_workbook(document(example, ".xlsx")).sheetnames) > 2
    calendar = EXAMPLES / example.folder / NAMES[example.language]["calendar"]
    assert icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")


@BY_NAME
def test_the_acts_and_the_map_are_there(example: Example) -> None:
    folder, names = EXAMPLES / example.folder, NAMES[example.language]
    found = sorted((folder / names["acts"]).glob("*.docx"))
    assert len(found) > 4
    assert all(docx.Document(str(path)).paragraphs for path in found)
    assert "<title" in (folder / names["map"]).read_text(encoding="utf-8")


def test_the_examples_stay_small() -> None:
    """A clone stays quick: less than 6 MB for everything."""
    assert sum(path.stat().st_size for path in EXAMPLES.rglob("*") if path.is_file()) < 6_000_000
