"""Every format of every real case, opened by an independent reader."""

import io
import json
import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from typing import Any

import docx
import jsonschema  # type: ignore[import-untyped]
import pypdf
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from petr_advisor.documents.blocks import ChartBlock, Heading, PictureBlock, Table
from petr_advisor.documents.layout.document import document_of, lay_out
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_json import read_json, schema
from petr_advisor.documents.settings import contrast, lightened
from petr_advisor.documents.writing import SUFFIXES, render
from tests.documents.page_checks import Page

Written = Callable[[str], bytes]


def squeezed(text: str) -> str:
    """A text without spaces nor marks of hyphenation, as lines are broken differently in each format."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


def test_report_says_what_it_must(report: Report) -> None:
    """Each part is there, with a decision, its sureness, sources with versions, and every answer with its origin."""
    assert report.questions
    for question in report.questions:
        assert question.decision.endswith(".")
        assert question.sureness
        assert question.options
        assert question.verdict == "to_settle" or question.proofs
        assert question.reasons or question.verdict == "to_settle"
    assert report.sources
    assert report.norms
    assert all(source.version for source in report.sources)
    assert all(answer.origin for answer in report.answers)
    assert {c.norm for q in report.questions for o in q.options for c in o.citations} <= {n.id for n in report.norms}


def test_each_format_that_is_text_says_whom_it_is_for_what_it_answers_and_what_it_is_not(
    report: Report, written: Written
) -> None:
    """A format added tomorrow is read too."""
    cover = report.cover
    wanted = [cover.territory, cover.notice, *filter(None, [cover.subtitle]), *(q.decision for q in report.questions)]
    for suffix in SUFFIXES:
        try:
            told = unescape(written(suffix).decode())
        except UnicodeDecodeError:  # a page or a Word file: read below
            continue
        said = squeezed(told.replace("\\", ""))
        assert [words for words in wanted if squeezed(words) not in said] == [], suffix


def test_html(report: Report, written: Written) -> None:
    """The page is accessible, self-contained, and says the decision."""
    page = Page(written(".html").decode())
    assert page.faults == []
    for question in report.questions:
        assert question.decision in page.text
    assert report.cover.notice in page.text
    assert all(link.startswith(("#", "https://", "http://")) for link in page.links)


def test_json(report: Report, written: Written) -> None:
    """The file follows its schema, and gives the same report back."""
    data = written(".json")
    jsonschema.Draft202012Validator(schema()).validate(json.loads(data))
    assert json.loads(data)["format"] == 5
    assert read_json(data) == report


def test_markdown(report: Report, written: Written) -> None:
    """Headings go down one level at a time, tables are tables, and no HTML comes in but line breaks in cells."""
    tokens = MarkdownIt("commonmark").enable("table").parse(written(".md").decode())
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    laid_out = [block for block in lay_out(report).blocks if isinstance(block, Table)]
    assert sum(token.type == "table_open" for token in tokens) == len(laid_out)
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.content for child in inner if child.type == "html_inline"} <= {"<br>"}
    assert not [token for token in tokens if token.type in {"html_block", "code_block", "fence"}]


def test_word(report: Report, written: Written) -> None:
    """The file has headings that Word numbers, a table of contents, repeated header rows, alt texts, properties."""
    file = docx.Document(io.BytesIO(written(".docx")))
    blocks = document_of(report, numbered=False).blocks
    headings = [p.text for p in file.paragraphs if (p.style.name if p.style else "").startswith("Heading")]
    assert headings == [block.text for block in blocks if isinstance(block, Heading)]
    body: Any = file.element.body
    style: Any = file.styles["Heading 1"].element
    assert style.pPr.numPr.numId.val == 90
    entries = [p for p in file.paragraphs if (p.style.name if p.style else "").startswith("TOC")]
    assert all("PAGEREF" in "".join(node.text for node in p._p.iter(qn("w:instrText"))) for p in entries)
    assert all(any(node.get(qn("w:dirty")) for node in p._p.iter(qn("w:fldChar"))) for p in entries)
    assert all(any(node.get(qn("w:dirty")) for node in p._p.iter(qn("w:fldChar"))) for p in entries)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(file.tables) == len(tables)
    for table, block in zip(file.tables, tables, strict=True):
        assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None
        assert tuple(cell.text for cell in table.rows[0].cells) == block.header
    drawn = [block for block in blocks if isinstance(block, PictureBlock | ChartBlock)]
    alts = [block.alt if isinstance(block, ChartBlock) else block.picture.alt for block in drawn]
    assert [node.get("descr") for node in body.iter(qn("wp:docPr"))] == alts
    assert file.core_properties.author == "Cabinet Martin"
    assert file.core_properties.language in {"fr-FR", "en-GB"}
    anchors = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors <= {node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))}


def test_pdf(report: Report, written: Written) -> None:
    """The file is tagged for screen readers, in its language, and holds the text with its accents."""
    file = pypdf.PdfReader(io.BytesIO(written(".pdf")))
    root: Any = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(report.language)
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert file.metadata is not None
    assert (file.metadata.title or "").startswith(report.cover.territory)
    text = squeezed("".join(page.extract_text() for page in file.pages))
    for question in report.questions:
        assert squeezed(question.decision) in text
    summary = next(
        page for page in file.pages if page.extract_text().lstrip().startswith(f"1. {summary_title(report)}")
    )
    following = file.pages[(summary.page_number or 0) + 1].extract_text()
    assert following.lstrip().startswith("2."), "the summary takes one page"


def summary_title(report: Report) -> str:
    return "Synthèse pour les élus" if report.language == "fr" else "Summary for elected members"


def test_same_in_same_out(report: Report, written: Written) -> None:
    """The same report gives the same bytes."""
    for suffix in (".html", ".md", ".json", ".pdf"):
        assert written(suffix) == render(report, suffix)


def test_colours_can_be_read(report: Report) -> None:
    """Text stands out on the page, light and dark."""
    accent = report.cover.adviser.accent
    for ink, paper in ((accent, "#ffffff"), (accent, "#f1f4f8"), ("#555555", "#ffffff"), ("#555555", "#f1f4f8")):
        assert contrast(ink, paper) >= 4.5
    for ink, paper in ((lightened(accent, "#16181c"), "#22262d"), ("#b4b4b4", "#22262d"), ("#ff9b85", "#16181c")):
        assert contrast(ink, paper) >= 4.5
