"""A draft as an OpenDocument text, and the words of a file that stands there already."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, time

from odfdo import (
    Annotation,
    Cell,
    Column,
    Document,
    Element,
    Header,
    List,
    ListItem,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
)

from petr_advisor.documents.renderers.docx_styles import LANGUAGES
from petr_advisor.documents.settings import Adviser
from petr_advisor.drafting.model import TO_FILL_IN, Draft, Grid, Line
from petr_advisor.drafting.model import Style as LineStyle
from petr_advisor.words.texts import Language

SUFFIX = ".odt"
LEVELS: Mapping[LineStyle, int] = {"title": 1, "sheet": 1, "heading": 2, "article": 3}
"""The levels of the lines that are headings."""
_AUTHOR = "petr-advisor"
_PAGE_WIDTH = 17.0
_MARKED = "Act_to_fill_in"
_LOOKS: Mapping[LineStyle, dict[str, str]] = {
    "notice": {
        "background-color": "#f1f4f8",
        "border-left": "2pt solid #9c2a10",
        "padding-left": "0.3cm",
        "margin-bottom": "0.4cm",
    },
    "masthead": {},
    "addressee": {"margin-left": "8.5cm", "margin-bottom": "0.4cm"},
    "title": {"text-align": "center", "margin-top": "0.4cm", "margin-bottom": "0.4cm"},
    "subject": {"margin-bottom": "0.35cm"},
    "heading": {"margin-top": "0.35cm", "margin-bottom": "0.1cm", "keep-with-next": "always"},
    "article": {"margin-top": "0.25cm", "margin-bottom": "0.1cm", "keep-with-next": "always"},
    "body": {"text-align": "justify", "margin-bottom": "0.2cm"},
    "item": {"margin-bottom": "0.1cm"},
    "sheet": {"break-before": "page", "margin-bottom": "0.3cm"},
}
"""How the paragraph of each line looks, in the words of OpenDocument."""
_SIZES: Mapping[LineStyle, str] = {"title": "15pt", "sheet": "15pt", "heading": "12.5pt", "article": "11pt"}
_BOLD: frozenset[LineStyle] = frozenset({"masthead", "title", "subject", "heading", "article", "sheet"})


def render(draft: Draft, language: Language, adviser: Adviser) -> bytes:
    """Give a draft as an OpenDocument text: what is to be filled in is highlighted, remarks are comments."""
    document = Document("text")
    document.body.clear()
    _set_styles(document, language, adviser.accent)
    author = adviser.name or _AUTHOR
    made = datetime.combine(draft.day, time(12))
    for number, part in enumerate(draft.parts):
        document.body.append(_grid(part, document, number) if isinstance(part, Grid) else _line(part, author, made))
    meta = document.meta
    meta.title, meta.creator, meta.date, meta.creation_date = draft.title, author, made, made
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words_of(content: bytes) -> tuple[str, ...] | None:
    """Give the paragraphs of an OpenDocument text, those of its tables and remarks; None when it is none."""
    try:
        body = Document(io.BytesIO(content)).body
        told = [_words(element) for element in body.get_elements("descendant::text:p|descendant::text:h")]
    except (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, TypeError, OSError):
        return None
    return tuple(text for text in told if text.strip())


def _words(element: Element) -> str:
    """Give the words of a paragraph without those of the remarks in its margin, which are paragraphs of their own."""
    inner = element.clone
    for remark in inner.get_elements("descendant::office:annotation"):
        remark.delete()
    return str(inner.text_recursive)


def _set_styles(document: Document, language: Language, accent: str) -> None:
    country = LANGUAGES[language].partition("-")
    for name, look in _LOOKS.items():
        style = Style("paragraph", name=f"Act_{name}", display_name=f"Act {name}", parent_style="Standard")
        style.set_properties({f"fo:{key}": value for key, value in look.items()}, area="paragraph")
        text = {"fo:language": country[0], "fo:country": country[2], "fo:font-size": _SIZES.get(name, "10.5pt")}
        text |= {"fo:font-weight": "bold"} if name in _BOLD else {}
        text |= {"fo:color": accent} if name in LEVELS else {"fo:color": "#000000"}
        style.set_properties({**text, "style:font-name": "Liberation Sans"}, area="text")
        document.insert_style(style)
    document.insert_style(Style("text", name=_MARKED, display_name="To fill in", background_color="#ffff00"))
    document.insert_style(Style("table-cell", name="Act_cell", border="0.5pt solid #999999", padding="0.1cm"))


def _line(line: Line, author: str, made: datetime) -> Element:
    style = f"Act_{line.style}"
    inner: Paragraph | Header = Paragraph(style=style)
    if line.style in LEVELS:
        inner = Header(LEVELS[line.style])
        inner.style = style
        inner.set_attribute("text:is-list-header", "true")  # else the outline would number it
    _fill(inner, line.text)
    for remark in line.remarks:
        inner.append(Annotation(remark, creator=author, date=made))
    if line.style != "item":
        return inner
    item = ListItem()
    item.append(inner)
    found = List()
    found.append(item)
    return found


def _fill(paragraph: Paragraph | Header, text: str) -> None:
    """Write words; what is to be filled in is highlighted."""
    for place, words in enumerate(TO_FILL_IN.split(text)):
        if words and place % 2:
            paragraph.append(Span(words, style=_MARKED, formatted=False))
        elif words:
            paragraph.append_plain_text(words)


def _grid(grid: Grid, document: Document, number: int) -> Table:
    table = Table("Act", style=None)
    for place, part in enumerate(grid.parts):
        width = Style("table-column", name=f"Act_{number}_{place}", width=f"{_PAGE_WIDTH * part:.2f}cm")
        document.insert_style(width, automatic=True)
        table.append(Column(style=width.name))
    for line, row in enumerate((grid.header, *grid.rows)):
        added = Row()
        for words in row:
            cell = Cell(style="Act_cell")
            paragraph = Paragraph(style="Act_subject" if line == 0 else "Act_item")
            _fill(paragraph, words)
            cell.append(paragraph)
            added.append_cell(cell)
        table.append_row(added)
    return table
