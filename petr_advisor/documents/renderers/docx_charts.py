"""Charts that Word draws and edits: a part of the file with its numbers in a workbook inside.

python-docx has no charts; the XML is written and styled by python-pptx, whose charts are the same parts.
"""

import io
from datetime import date, datetime, time
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.run import Run
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml as parse_chart
from pptx.util import Pt
from xlsxwriter import Workbook

from petr_advisor.documents.blocks import ChartBlock

ROOM, BAR, LEAST = 2.2, 1.05, 4.5
"""Height of the legend and axis, of the bars of a category, of the smallest chart, in centimetres."""
SECOND = "8C8C8C"
"""The colour of the bars beside those in the adviser's accent."""
SHARE = '0.0"\u00a0"%'
"""How Word writes a share: on one line."""
FIRST = 900
"""The identifier of the first chart among the drawings of a file, beyond those of pictures."""
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FRAME = """<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/><wp:cNvGraphicFramePr/>
<a:graphic xmlns:a="{main}"><a:graphicData uri="{chart}"><c:chart xmlns:c="{chart}"/></a:graphicData></a:graphic>
</wp:inline></w:drawing>"""

_OUTSIDE = """<c:externalData xmlns:c="{chart}"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{data}">
<c:autoUpdate val="0"/></c:externalData>"""


def add_chart(run: Run, block: ChartBlock, number: int, accent: str, width: float, made_on: date) -> None:
    """Put a chart in a run, `width` centimetres wide; `number` tells it from the others of the file."""
    package: Any = run.part.package
    numbers = Part(
        PackURI(f"/word/embeddings/Chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook(block, made_on), package
    )
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    data = chart.relate_to(numbers, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = _drawn(block, accent, data)
    height = max(LEAST, ROOM + BAR * len(block.categories))
    run._r.append(_frame(block, number, run.part.relate_to(chart, RELATIONSHIP_TYPE.CHART), width, height))


def workbook(block: ChartBlock, made_on: date) -> bytes:
    """Write the numbers where the chart looks for them: categories in the first column, a column for each series."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.combine(made_on, time(12))})
    sheet, share = book.add_worksheet("Sheet1"), book.add_format({"num_format": SHARE})
    for row, category in enumerate(block.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(block.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            sheet.write_number(row, column, value, share)
    book.close()
    return out.getvalue()


def _drawn(block: ChartBlock, accent: str, data: str) -> bytes:
    """Write the chart: horizontal bars, from top to bottom, their values beside them, and where its numbers are."""
    written: Any = CategoryChartData
    told = written(number_format=SHARE)
    told.categories = block.categories
    for series in block.series:
        told.add_series(series.name, series.values)
    space: Any = parse_chart(told.xml_bytes(XL_CHART_TYPE.BAR_CLUSTERED))
    styled: Any = Chart
    style(styled(space, None), accent)
    space.append(parse_chart(_OUTSIDE.format(chart=_CHART, data=data)))
    found: bytes = serialize_part_xml(space)
    return found


def style(chart: Any, accent: str, size: float = 9.5) -> None:
    """Give a chart the adviser's colour, its values beside its bars, letters of a size."""
    painted: Any = RGBColor
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size = Pt(size)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 40, 0, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = SHARE, False
    for series, colour in zip(plot.series, (accent, SECOND), strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = painted.from_string(colour)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False


def _frame(block: ChartBlock, number: int, relation: str, width: float, height: float) -> Any:
    """Give the place of the chart in the text, with its text alternative."""
    found: Any = parse_xml(_FRAME.format(main=_MAIN, chart=_CHART))
    extent, properties = (next(found.iter(qn(f"wp:{name}"))) for name in ("extent", "docPr"))
    extent.set("cx", str(int(Cm(width))))
    extent.set("cy", str(int(Cm(height))))
    for name, value in (("id", str(FIRST + number)), ("name", f"Chart {number}"), ("descr", block.alt)):
        properties.set(name, value)
    properties.set("title", block.title)
    next(found.iter(f"{{{_CHART}}}chart")).set(qn("r:id"), relation)
    return found
