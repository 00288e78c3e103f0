"""A draft as a Word file, and the words of a file that stands there already."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, time
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from petr_advisor.documents.renderers import docx_parts as parts
from petr_advisor.documents.renderers.docx_styles import CALLOUT, CELL, LANGUAGES, NOTE, set_styles
from petr_advisor.documents.settings import Adviser
from petr_advisor.drafting.model import TO_FILL_IN, Draft, Grid, Line, Style
from petr_advisor.words.texts import Language

SUFFIX = ".docx"
_LONG = 150
"""Letters of a title beyond which it is set smaller."""
_WARNING = "9C2A10"
_PAGE_WIDTH = 16.6
_END = 5
"""How many lines of an act, its last ones, stay together before the working sheet."""
LEVELS: Mapping[Style, int] = {"title": 1, "sheet": 1, "heading": 2, "article": 3}
"""The levels of the lines that are headings."""
OTHERS: Mapping[Style, str] = {"item": "List Bullet", "notice": CALLOUT}
"""The styles of the lines that are neither headings nor ordinary."""
_NOT_NEEDED = ("/stylesWithEffects", "/thumbnail")
"""The ends of the kinds of parts that the template of python-docx holds and no reader uses."""
_TABLES = ("Normal Table", "Table Grid")
"""The styles of tables that an act uses."""
_AUTHOR, _INITIALS = "petr-advisor", "PA"


def render(draft: Draft, language: Language, adviser: Adviser) -> bytes:
    """Give a draft as a Word file: what is to be filled in is highlighted, remarks stand in the margin as comments."""
    document = docx.Document(io.BytesIO(_styled(language, adviser.accent)))
    writer = _Writer(document, adviser)
    for part in draft.parts:
        writer.write(part)
    writer.keep_the_end()
    writer.properties(draft, language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words_of(content: bytes) -> tuple[str, ...] | None:
    """Give the paragraphs of a Word file, those of its tables and the remarks in its margin; None when it is none."""
    try:
        document = docx.Document(io.BytesIO(content))
        told = [paragraph.text for paragraph in document.paragraphs]
        told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        told += [comment.text for comment in document.comments]
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        return None
    return tuple(text for text in told if text.strip())


@cache
def _styled(language: Language, accent: str) -> bytes:
    """Give an empty Word file with its styles, made once for all the acts of a course."""
    document = docx.Document()
    set_styles(document, language, accent)
    _lightened(document)
    parts.setting(document, "autoHyphenation", before="characterSpacingControl")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lightened(document: Document) -> None:
    """Take out the second copy of the styles, for Word 2007 only, the template's picture, and its gallery of tables.

    Word has that gallery by itself; each act would be read and written with its 300,000 letters.
    """
    for style in tuple(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    for held in (document.part, document.part.package):
        for name, relation in tuple(held.rels.items()):
            if relation.reltype.endswith(_NOT_NEEDED):
                del held.rels[name]


class _Writer:
    """Writes the lines of a draft one after the other."""

    def __init__(self, document: Document, adviser: Adviser) -> None:
        self.document, self.adviser = document, adviser
        self.ids: dict[str, str] = {style.name: style.style_id for style in document.styles if style.name}
        if adviser.logo is not None:
            run = document.add_paragraph().add_run()
            run.add_picture(io.BytesIO(adviser.logo.data), height=Cm(1.5))
            parts.alternative(run, adviser.name or _AUTHOR, adviser.name or _AUTHOR)
        section = document.sections[0]
        section.different_first_page_header_footer = False

    def properties(self, draft: Draft, language: Language) -> None:
        """Fill in the properties of the file and its footer; the same draft gives the same file."""
        core: Any = self.document.core_properties
        core.title, core.author = draft.title[:255], self.adviser.name or ""
        core.language = LANGUAGES[language]
        core.created = core.modified = datetime.combine(draft.day, time(12))
        core.last_modified_by, core.comments = core.author, ""
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.add_run(f"{draft.title} · ", style=NOTE)
        parts.field(foot, "PAGE", "1", self.ids[NOTE])
        for comment in self.document.comments:  # else they would bear the day on which the file is made
            comment._comment_elm.date = core.created

    def keep_the_end(self) -> None:
        """Keep the last lines of the act together: a signature, or what is joined, never stands alone on a page."""
        paragraphs = self.document.paragraphs
        last = next((n for n, part in enumerate(paragraphs) if part.paragraph_format.page_break_before), None)
        for paragraph in paragraphs[max((last or 0) - _END, 0) : (last or 0) - 1]:
            paragraph.paragraph_format.keep_with_next = True

    def write(self, part: Line | Grid) -> None:
        """Write a line or a table."""
        if isinstance(part, Grid):
            self._grid(part)
            return
        paragraph = self._paragraph(part)
        runs = self._words(paragraph, part.text)
        for remark in part.remarks:
            self.document.add_comment(runs, text=remark, author=self.adviser.name or _AUTHOR, initials=_INITIALS)
        self._dress(paragraph, part)

    def _paragraph(self, line: Line) -> WordParagraph:
        """Begin the paragraph of a line; its style goes by identifier, which needs no search among the styles."""
        found = self.document.add_paragraph()
        if line.style in LEVELS:
            parts.paragraph_style(found, self.ids[f"Heading {LEVELS[line.style]}"])
            found.paragraph_format.page_break_before = line.style == "sheet"
        elif line.style in OTHERS:
            parts.paragraph_style(found, self.ids[OTHERS[line.style]])
        return found

    def _dress(self, paragraph: WordParagraph, line: Line) -> None:
        shape = paragraph.paragraph_format
        match line.style:
            case "notice":
                parts.frame(paragraph, _WARNING, "F1F4F8")
                shape.space_after = Pt(12)
            case "masthead":
                _bold(paragraph, 12)
            case "addressee":
                shape.left_indent, shape.space_before, shape.space_after = Cm(8.5), Pt(6), Pt(12)
            case "title":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                shape.space_before, shape.space_after = Pt(12), Pt(12)
                _bold(paragraph, 12 if len(line.text) > _LONG else 15)
            case "subject":
                _bold(paragraph, 10.5)
                shape.space_after = Pt(10)
            case "body":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _words(self, paragraph: WordParagraph, text: str) -> Any:
        """Write words; what is to be filled in is highlighted."""
        runs = []
        for place, words in enumerate(TO_FILL_IN.split(text)):
            if words:
                run = paragraph.add_run(words)
                if place % 2:
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW
                runs.append(run)
        return runs or [paragraph.add_run("")]

    def _grid(self, grid: Grid) -> None:
        table: Any = self.document.add_table(rows=1, cols=len(grid.header), style="Table Grid")
        table.autofit = False
        parts.ruled(table, "999999", 50)
        parts.describe(table, ", ".join(grid.header))
        widths = [Cm(_PAGE_WIDTH * part) for part in grid.parts]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        parts.repeat_header(table.rows[0])
        for cell, text, width in zip(table.rows[0].cells, grid.header, widths, strict=True):
            cell.width = width
            parts.shade(cell, "E6EBF1")
            parts.paragraph_style(cell.paragraphs[0], self.ids[CELL])
            cell.paragraphs[0].add_run(text).bold = True
        for row in grid.rows:
            added = table.add_row()
            parts.keep_whole(added)
            for cell, text, width in zip(added.cells, row, widths, strict=True):
                cell.width = width
                parts.paragraph_style(cell.paragraphs[0], self.ids[CELL])
                self._words(cell.paragraphs[0], text)
        self.document.add_paragraph().paragraph_format.space_after = Cm(0)


def _bold(paragraph: WordParagraph, size: float) -> None:
    for run in paragraph.runs:
        run.bold, run.font.size = True, Pt(size)
