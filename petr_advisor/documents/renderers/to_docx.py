"""A report as a Word file, with styles, a table of contents and tables that an adviser edits."""

import hashlib
import io
from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from petr_advisor.documents import blocks as b
from petr_advisor.documents.cover import banner, cover_rows, footer, notice, title
from petr_advisor.documents.layout.document import ANNEXES, contents_depth, document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.renderers import docx_parts as parts
from petr_advisor.documents.renderers.days import unbroken
from petr_advisor.documents.renderers.docx_charts import add_chart
from petr_advisor.documents.renderers.docx_fields import answer_field
from petr_advisor.documents.renderers.docx_styles import CALLOUT, CELL, LANGUAGES, MARK, NOTE, page_width, set_styles
from petr_advisor.documents.renderers.to_pdf import is_full
from petr_advisor.documents.typesetting import raster
from petr_advisor.words.voice import Voice

LONG_TITLE = 60
"""A name longer than this is set smaller on the cover."""
ROOM, CLOSE = 50, 15
"""Above and below the text of a cell, as usual and where pages are full, in twentieths of a point."""
TONES = {"warning": "9C2A10", "notice": "737373"}


def render(report: Report) -> bytes:
    """Give a report as a Word file, whose headings Word numbers."""
    return write(document_of(report, numbered=False))


def write(document: Document) -> bytes:
    """Give a document as a Word file."""
    found, full = document.blocks, is_full(document)
    if full:  # what they draw, the words beside them say
        found = tuple(block for block in found if not isinstance(block, b.PictureBlock))
    writer = _Writer(docx.Document(), document, full=full)
    writer.properties()
    writer.cover(found)
    pictures = [block.picture for block in found if isinstance(block, b.PictureBlock)]
    drawings = raster([picture.svg for picture in pictures])
    writer.images = {picture.id: image for picture, image in zip(pictures, drawings, strict=True)}
    for block in found:
        writer.write(block)
    if document.brief:
        writer.write(notice(document))
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, document: WordFile, told: Document, *, full: bool = False) -> None:
        self.document, self.told, self.voice = document, told, Voice(told.language)
        self.images: dict[str, bytes] = {}
        self.accent = told.cover.adviser.accent.lstrip("#").upper()
        self.room = CLOSE if full else ROOM
        self.marks = self.charts = 0
        self.brief, self.width = told.brief, page_width(brief=told.brief)
        self.captions = {"table": 0, "figure": 0}
        set_styles(document, told.language, told.cover.adviser.accent, brief=self.brief, full=full)
        self.ids: dict[str, str] = {style.name: style.style_id for style in document.styles if style.name}
        if not self.brief:
            parts.number_headings(document, self.ids["Heading 1"])

    def properties(self) -> None:
        """Fill in the properties of the file; its dates are those of the report, so that it comes out the same."""
        core, cover = self.document.core_properties, self.told.cover
        core.title, core.author = title(self.told)[:255], cover.adviser.name or "petr-advisor"
        core.subject = self.told.kind
        core.keywords = "PETR"
        core.language = LANGUAGES[self.told.language]
        core.comments = cover.notice[:255]
        core.created = core.modified = datetime.combine(cover.made_on, time(12))
        core.last_modified_by = core.author

    def cover(self, found: Iterable[b.Block]) -> None:
        """Write the cover and the table of contents."""
        cover, add = self.told.cover, self.document.add_paragraph
        if cover.adviser.logo is not None:
            run = add().add_run()
            run.add_picture(io.BytesIO(cover.adviser.logo.data), height=Cm(2))
            parts.alternative(run, cover.adviser.name or "", cover.adviser.name or self.told.kind)
        brief = self.brief
        add(self.told.kind).paragraph_format.space_before = Cm(0 if brief else 4)
        name = add(cover.territory, style="Title")
        if brief or len(cover.territory) > LONG_TITLE:
            name.runs[0].font.size = Pt(16 if brief else 19)
        if cover.subtitle:
            add(cover.subtitle, style="Subtitle")
        for question in () if brief else cover.questions:
            add().add_run(question).italic = True
        line = add()
        for place, (label, value) in enumerate(cover_rows(self.told.cover, self.told.language)):
            line = add() if place and not brief else line
            line.add_run(f"{' · ' if place and brief else ''}{label} ", style=NOTE)
            line.add_run(value)
        if (warning := banner(self.told)) is not None:
            self.write(warning)
        if not brief:
            self.write(notice(self.told))
            self._contents([block for block in found if isinstance(block, b.Heading)])
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.add_run(f"{footer(self.told.cover, self.told.language)} · {self.voice.phrase('page')} ", style=NOTE)
        parts.field(foot, "PAGE", "1", self.ids[NOTE])
        foot.add_run(" / ", style=NOTE)
        parts.field(foot, "NUMPAGES", "1", self.ids[NOTE])

    def _contents(self, headings: list[b.Heading]) -> None:
        """Write the contents, each entry with the page that Word or LibreOffice finds as it opens the file.

        A field of the whole table would have no numbers in LibreOffice, which works out none within it.
        """
        depth = contents_depth(headings)
        head = self.document.add_paragraph()
        head.add_run().add_break(WD_BREAK.PAGE)
        run = head.add_run(self.voice.phrase("contents"))
        run.bold, run.font.size = True, self.document.styles["Heading 1"].font.size
        number, plain = 0, self.ids["Default Paragraph Font"]
        for heading in (heading for heading in headings if heading.level <= depth and heading.listed):
            counted = heading.level == 1 and heading.id not in ANNEXES
            number += counted
            line = self.document.add_paragraph(style=f"TOC {heading.level}")
            parts.link_to(line.add_run(f"{number}. {heading.text}" if counted else heading.text), _mark(heading.id))
            line.add_run("\t")
            parts.field(line, f"PAGEREF {_mark(heading.id)} \\h", "", plain, dirty=True)
        parts.setting(self.document, "updateFields", before="compat")

    def write(self, block: b.Block) -> None:
        """Write a block."""
        match block:
            case b.Heading():
                self._heading(block)
            case b.Paragraph():
                line = self.document.add_paragraph()
                self._line(line, block.line)
                if block.style == "lead":
                    for run in line.runs:
                        run.italic = True
            case b.Callout():
                self._callout(block)
            case b.Bullets():
                self._items(block.items, numbered=block.numbered)
            case b.Table():
                self._table(block)
            case b.PictureBlock():
                self._picture(block)
            case b.ChartBlock():
                self._chart(block)
            case b.Field():
                line = self.document.add_paragraph()
                line.add_run(f"{self.voice.label('inquiry.answer')} ").bold = True
                line.paragraph_format.space_after = Pt(12)
                answer_field(line, block, LANGUAGES[self.told.language])

    def _heading(self, block: b.Heading) -> None:
        line = self.document.add_heading(block.text, block.level)
        line.paragraph_format.page_break_before = block.new_page
        if block.level == 1 and block.id in ANNEXES:
            parts.unnumbered(line)
        if not block.listed:
            line._p.get_or_add_pPr().append(parts.element("outlineLvl", val="9"))
        self._bookmark(line, block.id)

    def _bookmark(self, line: WordParagraph, identifier: str) -> None:
        self.marks += 1
        parts.bookmark(line, _mark(identifier), self.marks)

    def _callout(self, block: b.Callout) -> None:
        colour = TONES.get(block.tone, self.accent)
        for place, line in enumerate((b.plain(block.title), *block.lines)):
            paragraph = self.document.add_paragraph(style=CALLOUT)
            self._line(paragraph, line)
            if place == 0:
                paragraph.runs[0].bold = True
            paragraph.paragraph_format.keep_with_next = place < len(block.lines)
            parts.frame(paragraph, colour, "F1F4F8")
        self._space()

    def _items(self, items: Iterable[b.Item], depth: int = 0, *, numbered: bool = False) -> None:
        for number, item in enumerate(items, 1):
            style = "List Bullet" if depth == 0 else f"List Bullet {min(depth + 1, 3)}"
            paragraph = self.document.add_paragraph()
            if not numbered:
                parts.paragraph_style(paragraph, self.ids[style])
            if numbered:
                paragraph.paragraph_format.left_indent = Cm(0.8)
                paragraph.paragraph_format.first_line_indent = Cm(-0.6)
                paragraph.add_run(f"{number}.\t")
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
            if depth > 2:
                paragraph.paragraph_format.left_indent = Cm(0.65 * (depth + 1))
            self._line(paragraph, item.line)
            self._items(item.children, depth + 1)

    def _table(self, block: b.Table) -> None:
        if block.captioned:
            self._caption("table", block.caption).paragraph_format.keep_with_next = True
        table: Any = self.document.add_table(rows=1, cols=len(block.header), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        parts.ruled(table, "999999", self.room)
        parts.describe(table, block.caption)
        whole = sum(block.widths)
        widths = [Cm(self.width * width / whole) for width in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = table.rows[0]
        parts.repeat_header(head)
        for cell, text, width in zip(head.cells, block.header, widths, strict=True):
            cell.width = width
            parts.shade(cell, "E6EBF1")
            cell.paragraphs[0].style = CELL
            cell.paragraphs[0].add_run(text).bold = True
        for number, row in enumerate(block.rows):
            self._row(table.add_row(), row, widths, block, block.ids[number] if block.ids else None)
        self._space()

    def _row(self, added: Any, row: tuple[b.Cell, ...], widths: list[Any], block: b.Table, mark: str | None) -> None:
        parts.keep_whole(added)
        for place, (cell, lines) in enumerate(zip(added.cells, row, strict=True)):
            cell.width = widths[place]
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                parts.paragraph_style(paragraph, self.ids[CELL])
                self._line(paragraph, line)
                if place in block.figures:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if mark and place == 0 and number == 0:
                    self._bookmark(paragraph, mark)

    def _caption(self, kind: str, text: str) -> WordParagraph:
        """Write a caption that Word numbers."""
        self.captions[kind] += 1
        caption = self.document.add_paragraph(style="Caption")
        word = self.voice.phrase(f"caption-{kind}")
        caption.add_run(f"{word}\u00a0")
        parts.field(caption, f"SEQ {word} \\* ARABIC", str(self.captions[kind]), self.ids["Default Paragraph Font"])
        caption.add_run(f" – {text}")
        return caption

    def _space(self) -> None:
        """Part a frame or a table from what follows."""
        gap = self.document.add_paragraph().paragraph_format
        gap.space_after, gap.line_spacing = Cm(0), Pt(5 if self.brief else 10)

    def _picture(self, block: b.PictureBlock) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(self.images[block.picture.id]), width=Cm(self.width))
        parts.alternative(run, block.picture.title, block.picture.alt)
        self._caption("figure", block.picture.title)

    def _chart(self, block: b.ChartBlock) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        self.charts += 1
        add_chart(paragraph.add_run(), block, self.charts, self.accent, self.width, self.told.cover.made_on)
        self._caption("figure", block.title)

    def _line(self, paragraph: WordParagraph, line: b.Line) -> None:
        for found in line:
            if not found.text:
                continue
            run = paragraph.add_run(unbroken(found.text))
            if found.style in {"note", "mark"}:
                parts.run_style(run, self.ids[NOTE if found.style == "note" else MARK])
            if found.style == "strong":
                run.bold = True
            if found.to is not None:
                parts.link_to(run, _mark(found.to))
            elif found.address is not None:
                parts.run_style(run, self.ids["Hyperlink"])
                parts.link_out(paragraph, run, found.address)


def _mark(identifier: str) -> str:
    """Give a name that Word takes for a bookmark: 40 characters at most, letters and figures."""
    return f"p{hashlib.sha256(identifier.encode()).hexdigest()[:16]}"
