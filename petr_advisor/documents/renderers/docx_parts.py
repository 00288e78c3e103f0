"""The parts of a Word file that python-docx has no words for: fields, bookmarks, links, repeated rows, alt texts."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

NUMBERING = "90"
"""The identifier of the numbering of headings, beyond those of the template."""


def element(name: str, /, **attributes: str) -> Any:
    """Make an element of WordprocessingML."""
    found = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def paragraph_style(paragraph: Paragraph, identifier: str) -> None:
    """Give a paragraph a style by its identifier, which needs no search among the styles."""
    paragraph._p.style = identifier


def run_style(run: Run, identifier: str) -> None:
    """Give a run a style by its identifier."""
    run._r.style = identifier


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Let links lead to a paragraph."""
    start, end = element("bookmarkStart", id=str(number), name=name), element("bookmarkEnd", id=str(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def link_to(run: Run, name: str) -> None:
    """Make a run lead to a bookmark."""
    _wrap(run, element("hyperlink", anchor=name, history="1"))


def link_out(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make a run lead to a page of the web."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = element("hyperlink", history="1")
    link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    _wrap(run, link)


def _wrap(run: Run, link: Any) -> None:
    inner = run._r
    parent = inner.getparent()
    parent.replace(inner, link)
    link.append(inner)


def begin_field(paragraph: Paragraph, code: str, *, dirty: bool = False) -> None:
    """Begin a field; what follows is its present result."""
    begin = element("fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    instruction = element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = code
    for inner in (begin, instruction, element("fldChar", fldCharType="separate")):
        paragraph.add_run()._r.append(inner)


def setting(document: Document, name: str, before: str) -> None:
    """Switch on a setting of a file, in its place before another one."""
    settings: Any = document.settings.element
    settings.find(qn(f"w:{before}")).addprevious(element(name, val="true"))


def end_field(paragraph: Paragraph) -> None:
    """End a field."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def field(paragraph: Paragraph, code: str, shown: str, style: str, *, dirty: bool = False) -> None:
    """Put a whole field in a style of characters; a dirty one is worked out as the file is opened."""
    begin_field(paragraph, code, dirty=dirty)
    paragraph.add_run(shown)
    end_field(paragraph)
    for run in paragraph.runs[-5:]:
        run_style(run, style)


def number_headings(document: Document, style: str) -> None:
    """Let Word number the headings of the first level."""
    numbering: Any = document.part.numbering_part.element
    kind = element("abstractNum", abstractNumId=NUMBERING)
    kind.append(element("multiLevelType", val="multilevel"))
    level = element("lvl", ilvl="0")
    for name, value in (
        ("start", "1"),
        ("numFmt", "decimal"),
        ("pStyle", style),
        ("suff", "space"),
        ("lvlText", "%1."),
    ):
        level.append(element(name, val=value))
    kind.append(level)
    first = numbering.find(qn("w:num"))
    numbering.insert(numbering.index(first) if first is not None else len(numbering), kind)
    number = element("num", numId=NUMBERING)
    number.append(element("abstractNumId", val=NUMBERING))
    numbering.append(number)
    styles: Any = document.styles
    _numbered(styles["Heading 1"].element.get_or_add_pPr(), NUMBERING)


def unnumbered(paragraph: Paragraph) -> None:
    """Take a heading out of the numbering."""
    _numbered(paragraph._p.get_or_add_pPr(), "0")


def _numbered(properties: Any, number: str) -> None:
    found = properties.get_or_add_numPr()
    found.get_or_add_numId().val = int(number)


def repeat_header(row: _Row) -> None:
    """Repeat a row at the top of each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


def shade(cell: _Cell, colour: str) -> None:
    """Colour the background of a cell."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def ruled(table: Table, colour: str, room: int) -> None:
    """Rule a table with thin lines, and leave room above and below the text of its cells (in twentieths of a point)."""
    properties = table._tbl.tblPr
    borders, margins = element("tblBorders"), element("tblCellMar")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=colour))
    for side in ("left", "right", "insideV"):
        borders.append(element(side, val="nil"))
    for side in ("top", "bottom"):
        margins.append(element(side, w=str(room), type="dxa"))
    order = ("tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")
    properties.insert_element_before(borders, *(f"w:{name}" for name in ("shd", *order)))
    properties.insert_element_before(margins, *(f"w:{name}" for name in order[2:]))


def describe(table: Table, text: str) -> None:
    """Give a table its text alternative."""
    properties = table._tbl.tblPr
    properties.append(element("tblCaption", val=text))
    properties.append(element("tblDescription", val=text))


def alternative(run: Run, title: str, alt: str) -> None:
    """Give the picture of a run its text alternative."""
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("title", title)
        properties.set("descr", alt)


def frame(paragraph: Paragraph, colour: str, background: str) -> None:
    """Frame a paragraph on its left and tint it."""
    properties = paragraph._p.get_or_add_pPr()
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="24", space="8", color=colour))
    following = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    properties.insert_element_before(borders, *following)
    properties.insert_element_before(element("shd", val="clear", color="auto", fill=background), *following[1:])
