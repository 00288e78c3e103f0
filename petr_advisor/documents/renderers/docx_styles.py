"""The styles of a Word file: real ones, that an adviser changes in one place."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from petr_advisor.documents.renderers.docx_parts import element
from petr_advisor.words.texts import Language

FONT = "Calibri"
HEADINGS = {"Title": 26, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}
HEADINGS_OF_NOTE = {"Title": 16, "Heading 1": 12, "Heading 2": 11, "Heading 3": 10.5, "Heading 4": 10}
"""Sizes of the title and of the headings, in points."""
MUTED = RGBColor(0x55, 0x55, 0x55)
NOTE, MARK, CELL, CALLOUT = "Reference note", "Status mark", "Table text", "Callout"
LANGUAGES: dict[Language, str] = {"fr": "fr-FR", "en": "en-GB"}


def page_width(*, brief: bool = False) -> float:
    """Give the width of the text, in centimetres: of a note, whose pages are counted, more."""
    return 18.0 if brief else 16.6


def set_styles(document: Document, language: Language, accent: str, *, brief: bool = False, full: bool = False) -> None:
    """Set pages, fonts, headings and the styles of our own; a note is set closer, one with full pages closest."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - page_width(brief=brief)) / 2)
    section.top_margin = section.bottom_margin = Cm(1.4 if brief else 2.2)
    section.different_first_page_header_footer = True
    colour = RGBColor.from_string(accent.lstrip("#").upper())
    styles: Any = document.styles
    _font(styles["Normal"], 10 if brief else 10.5)
    styles["Normal"].paragraph_format.space_after = Pt(3 if brief else 6)
    styles["Normal"].paragraph_format.line_spacing = 1.0 if brief else 1.08
    _language(styles["Normal"], LANGUAGES[language])
    sizes = HEADINGS_OF_NOTE if brief else HEADINGS
    for name, size in sizes.items():
        _font(styles[name], size, colour, bold=True)
        styles[name].paragraph_format.keep_with_next = True
        if brief:
            styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(6), Pt(2)
    _ruled_title(styles["Title"], accent)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "Caption", "Subtitle"):
        size = 9.5 if name == "Caption" else 12 if name == "Subtitle" else 10 if brief else 10.5
        _font(styles[name], size, colour if name == "Subtitle" else None)
    styles["Caption"].font.color.rgb = MUTED
    styles["Caption"].font.bold = False
    _own(styles, accent)
    if full:
        for name, after in (("Normal", 1), (CELL, 0), ("List Bullet", 0)):
            styles[name].paragraph_format.space_after = Pt(after)
        section.top_margin = section.bottom_margin = Cm(1.1)


def _ruled_title(style: Any, accent: str) -> None:
    """Give the line under the title the accent."""
    for line in style.element.iter(qn("w:bottom")):
        line.set(qn("w:color"), accent.lstrip("#").upper())
        for key in ("themeColor", "themeShade", "themeTint"):
            line.attrib.pop(qn(f"w:{key}"), None)


def _own(styles: Any, accent: str) -> None:
    note = styles.add_style(NOTE, WD_STYLE_TYPE.CHARACTER)
    note.font.size, note.font.color.rgb = Pt(9.5), MUTED
    styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER).font.name = "Segoe UI Symbol"
    cell = styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    _font(cell, 9.5)
    cell.paragraph_format.space_after = Pt(2)
    callout = styles.add_style(CALLOUT, WD_STYLE_TYPE.PARAGRAPH)
    callout.base_style = styles["Normal"]
    callout.paragraph_format.left_indent = Cm(0.4)
    callout.paragraph_format.space_after = Pt(0)
    callout.paragraph_format.keep_together = True
    for level in (1, 2):
        toc = styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH)
        toc.base_style = styles["Normal"]
        toc.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        toc.paragraph_format.space_after = Pt(2)
        toc.paragraph_format.tab_stops.add_tab_stop(Cm(page_width()), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(accent.lstrip("#").upper())
    link.font.underline = True


def _font(style: Any, size: float, colour: RGBColor | None = None, *, bold: bool | None = None) -> None:
    """Set a font, for every script: the template names another one for some."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    if colour is not None:
        style.font.color.rgb = colour
    if bold is not None:
        style.font.bold = bold


def _language(style: Any, code: str) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=code, eastAsia=code))
