"""Slides drawn: a title, text or a table that fits, a picture beside or alone, the speaker's notes."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from petr_advisor.documents.blocks import ChartBlock
from petr_advisor.documents.parts import Picture
from petr_advisor.documents.renderers.docx_charts import SHARE, style, workbook
from petr_advisor.documents.renderers.slides.fitting import MARGIN, fit_list, fit_table
from petr_advisor.documents.renderers.slides.slide import Grid, Slide
from petr_advisor.documents.settings import Logo

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points: sixteen to nine."""
LEFT, TOP, BOTTOM = 48.0, 104.0, 44.0
"""Edges of what a slide shows."""
FONT = "Calibri"
TITLE_SIZES = (32, 28, 24, 20)
REST = 20.0
"""Height of the row that says how many others a table has, in points."""
LEAD = 0.16
"""The part of a slide that words take above a table."""
CHART_ROOM, CHART_BAR, CHART_SIZE = 40.0, 35.0, 12
"""Height of the legend and of the bars of a category, in points; the size of their letters, which fit a bar each."""
Room = tuple[float, float, float, float]
"""A place on a slide: left, top, width, height, in points."""
BESIDE, GAP = 0.64, 20.0
"""The part of a slide that a picture takes beside items; what is free between, in points."""
ABOVE = (1.0, 0.85, 0.7)
"""The part of its width that one takes above items: with less, its letters would have fewer than twelve points."""
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATIVE_NAMES = "http://schemas.microsoft.com/office/drawing/2017/decorative"
"""How the format marks what is there for its looks."""
_TITLE_ONLY = 5
"""The layout of the usual template that has a title alone."""


def colour_of(written: str) -> RGBColor:
    """Read a colour written as `#1b1b1b`."""
    return RGBColor.from_string(written.removeprefix("#").upper())  # type: ignore[no-untyped-call,no-any-return]


INK, MUTED, TINT, WHITE = map(colour_of, ("#1b1b1b", "#555555", "#f1f4f8", "#ffffff"))


def _decorative(shape: Any) -> None:
    """Tell who has slides read aloud nothing of a shape that is there for its looks."""
    properties = shape._element.nvSpPr.cNvPr
    written: dict[str, dict[str, str]] = {
        qn("a:extLst"): {},
        qn("a:ext"): {"uri": DECORATIVE},
        f"{{{DECORATIVE_NAMES}}}decorative": {"val": "1"},
    }
    for name, values in written.items():
        inner = properties.makeelement(name, values)
        properties.append(inner)
        properties = inner


class Deck:
    """Slides in one colour and one language."""

    def __init__(self, accent: str, language: str, footer: str, more: str, made_on: date) -> None:
        self.presentation: Any = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self.accent = colour_of(accent)
        self.language, self.footer, self.more = language, footer, more
        self.number, self.made_on = 0, made_on

    def cover(self, told: Slide, lines: Sequence[str], logo: Logo | None) -> None:
        """Add the first slide: whom it is for, where they are, who speaks and when."""
        slide = self._slide(told.title, top=96.0, height=96.0)
        self._bar(slide, 0, 0, 24, HEIGHT)
        if logo is not None:
            slide.shapes.add_picture(io.BytesIO(logo.data), Pt(LEFT), Pt(24), height=Pt(60))
        left_out = self._told(slide, told, (LEFT, 196.0, WIDTH - 2 * LEFT, 222.0))
        below = fit_list(lines, WIDTH - 2 * LEFT, 96.0, (16, 14, 12))
        frame = self._frame(slide.shapes.add_textbox(Pt(LEFT), Pt(424), Pt(WIDTH - 2 * LEFT), Pt(96)))
        for place, text in enumerate(below.items):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            self._run(paragraph, text, below.size, colour=MUTED)
        self._notes(slide, left_out, told.notes)

    def add(self, told: Slide, image: bytes | None) -> None:
        """Add a slide; `image` is its picture as dots."""
        slide = self._slide(told.title, top=26.0, height=66.0)
        self._bar(slide, 0, 0, 12, HEIGHT)
        room = (LEFT, TOP, WIDTH - 2 * LEFT, HEIGHT - TOP - BOTTOM)
        if told.picture is not None and image is not None:
            if told.words_first:
                room = self._picture_above(slide, told.picture, image, room, told.items)
            else:
                room = self._picture(slide, told.picture, image, room, BESIDE if told.items else 1.0)
        left_out: list[str] = []
        if told.grid is not None:
            above = self._lead(slide, told.lead, room, LEAD) if told.lead else room
            below = self._table(slide, told.grid, above)
            if told.chart is not None:
                self._chart(slide, told.chart, below)
        else:
            left_out = self._told(slide, told, room)
        self._foot(slide)
        self._notes(slide, left_out, told.notes)

    def _picture_above(self, slide: Any, picture: Picture, image: bytes, room: Room, items: Sequence[str]) -> Room:
        """Put a picture above items, as wide as they leave room for; none where its letters would be too small."""
        left, top, width, height = room
        shape = slide.shapes.add_picture(io.BytesIO(image), Pt(left), Pt(top))
        ratio = shape.height / shape.width
        for part in ABOVE:
            wide = width * part
            below = height - wide * ratio - GAP
            if below > 0 and fit_list(items, width, below).items == list(items):
                shape.width, shape.height = Pt(wide), Pt(wide * ratio)
                shape._element.nvPicPr.cNvPr.set("descr", picture.alt)
                shape.name = picture.title
                return left, top + wide * ratio + GAP, width, below
        shape._element.getparent().remove(shape._element)
        return room

    def save(self, title: str, author: str) -> bytes:
        """Give the file."""
        properties = self.presentation.core_properties
        properties.title, properties.author, properties.language = title, author, self.language
        written = io.BytesIO()
        self.presentation.save(written)
        return written.getvalue()

    def _slide(self, title: str, *, top: float, height: float) -> Any:
        self.number += 1
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[_TITLE_ONLY])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = Pt(LEFT), Pt(top), Pt(WIDTH - 2 * LEFT), Pt(height)
        found = fit_list([title], WIDTH - 2 * LEFT - 8, height, TITLE_SIZES)
        frame = self._frame(shape)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self._run(frame.paragraphs[0], found.items[0], found.size, bold=True, colour=self.accent)
        return slide

    def _frame(self, shape: Any) -> Any:
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        return frame

    def _run(self, paragraph: Any, text: str, size: float, *, bold: bool = False, colour: RGBColor = INK) -> None:
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, FONT, colour
        run._r.get_or_add_rPr().set("lang", self.language)

    def _told(self, slide: Any, told: Slide, room: Room) -> list[str]:
        """Write what stands above the items, then these; gives those that it has no room for, or not for the whole."""
        below = self._lead(slide, told.lead, room) if told.lead else room
        return self._list(slide, told.items, below) if told.items else []

    def _lead(self, slide: Any, said: str, room: Room, part: float = 0.4) -> Room:
        """Write in strong letters what stands above the rest, on a part of the room; gives what is left of it."""
        left, top, width, height = room
        lead = fit_list([said], width, height * part)
        frame = self._frame(slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(lead.height)))
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # as the items below: it does not run over them
        self._run(frame.paragraphs[0], lead.items[0], lead.size, bold=True)
        return left, top + lead.height + 6, width, height - lead.height - 6

    def _list(self, slide: Any, items: Sequence[str], room: Room) -> list[str]:
        left, top, width, height = room
        found = fit_list(items, width, height)
        said = [*found.items, *([self.more.format(n=found.left_out)] if found.left_out else [])]
        frame = self._frame(slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)))
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # where our letters are not there, and others are wider
        for place, text in enumerate(said):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after, paragraph.line_spacing = Pt(found.size * 0.4), 1.0
            rest = place >= len(found.items)
            if not rest:
                self._mark(paragraph, found.size)
            self._run(paragraph, text, found.size, colour=MUTED if rest else INK)
        return [item for item in items if item not in found.items]

    def _mark(self, paragraph: Any, size: float) -> None:
        """Put a mark before an item, its lines set to the right of it."""
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", str(int(Pt(size))))
        properties.set("indent", str(-int(Pt(size))))
        mark = properties.makeelement(qn("a:buChar"), {"char": "•"})
        properties.append(mark)

    def _table(self, slide: Any, grid: Grid, room: Room) -> Room:
        """Draw a table; gives the room that is left below it."""
        left, top, width, height = room
        widths = [width * part / sum(grid.widths) for part in grid.widths]
        found = fit_table(grid.header, grid.rows, widths, height)
        more = found.left_out + grid.more
        tall = sum(found.heights) + (REST if more else 0)
        frame = slide.shapes.add_table(
            len(found.rows) + (2 if more else 1), len(widths), Pt(left), Pt(top), Pt(width), Pt(tall)
        )
        table = frame.table
        table.horz_banding = False
        frame.name = grid.header[0]
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Pt(wide)
        for number, (row, high) in enumerate(zip((grid.header, *found.rows), found.heights, strict=True)):
            table.rows[number].height = Pt(high)
            for place, text in enumerate(row):
                cell = table.cell(number, place)
                cell.margin_top = cell.margin_bottom = cell.margin_left = cell.margin_right = Pt(MARGIN)
                cell.fill.solid()
                cell.fill.fore_color.rgb = self.accent if not number else TINT if number % 2 == 0 else WHITE
                paragraph = cell.text_frame.paragraphs[0]
                paragraph.alignment = PP_ALIGN.RIGHT if place in grid.figures else PP_ALIGN.LEFT
                self._run(paragraph, text, found.size, bold=not number, colour=WHITE if not number else INK)
        if more:
            self._rest(table, more)
        return left, top + tall + GAP, width, height - tall - GAP

    def _rest(self, table: Any, more: int) -> None:
        """Say in a last row how many others there are: with letters wider than ours it goes down with the table."""
        row = len(table.rows) - 1
        table.rows[row].height = Pt(REST)
        cell = table.cell(row, 0)
        cell.merge(table.cell(row, len(table.columns) - 1))
        cell.margin_top = cell.margin_bottom = cell.margin_left = cell.margin_right = Emu(0)
        cell.fill.background()
        self._run(cell.text_frame.paragraphs[0], self.more.format(n=more), 14, colour=MUTED)

    def _chart(self, slide: Any, block: ChartBlock, room: Room) -> None:
        """Draw bars that the program edits from their numbers, where there is room for all of them."""
        left, top, width, height = room
        tall = CHART_ROOM + CHART_BAR * len(block.categories)
        if tall > height:
            return
        written: Any = CategoryChartData
        told = written(number_format=SHARE)
        told.categories = block.categories
        for series in block.series:
            told.add_series(series.name, series.values)
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(left), Pt(top), Pt(width), Pt(tall), told)
        style(frame.chart, str(self.accent), CHART_SIZE)
        frame.chart.part.chart_workbook.xlsx_part.blob = workbook(block, self.made_on)
        frame.name = block.title
        frame._element.nvGraphicFramePr.cNvPr.set("descr", block.alt)

    def _picture(self, slide: Any, picture: Picture, image: bytes, room: Room, part: float) -> Room:
        """Put a picture on the left, or alone; gives the room that is left beside it."""
        left, top, width, height = room
        shape = slide.shapes.add_picture(io.BytesIO(image), Pt(left), Pt(top))
        most = width * part
        ratio = min(Pt(most) / shape.width, Pt(height) / shape.height)
        shape.width, shape.height = int(shape.width * ratio), int(shape.height * ratio)
        shape._element.nvPicPr.cNvPr.set("descr", picture.alt)
        shape.name = picture.title
        taken = Emu(shape.width).pt + GAP
        return left + taken, top, width - taken, height

    def _bar(self, slide: Any, left: float, top: float, width: float, height: float) -> None:
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(width), Pt(height))
        shape.fill.solid()
        shape.fill.fore_color.rgb = self.accent
        shape.line.fill.background()
        shape.shadow.inherit = False
        shape.name = "–"
        _decorative(shape)

    def _foot(self, slide: Any) -> None:
        box = slide.shapes.add_textbox(Pt(LEFT), Pt(HEIGHT - 32), Pt(WIDTH - 2 * LEFT), Pt(18))
        self._run(self._frame(box).paragraphs[0], f"{self.footer} · {self.number}", 12, colour=MUTED)

    def _notes(self, slide: Any, left_out: Sequence[str], notes: Sequence[str]) -> None:
        """Give the speaker his notes, before them what the slide sends him to them for and they do not say."""
        more = [item for item in left_out if not any(item in said for said in notes)]
        slide.notes_slide.notes_text_frame.text = "\n".join((*more, *notes))
