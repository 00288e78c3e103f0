"""A sheet of a workbook: cells with one look for each kind of content; a text is never a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Look = Literal["plain", "strong", "note", "title", "head", "input"]
"""Ordinary; important; a remark; the title of a sheet; a head of a column; a cell to fill in."""
Kind = Literal["text", "number", "money", "share", "decimal", "day"]
"""What a cell holds."""

FORMATS: dict[Kind, str] = {
    "text": "@",
    "number": "#,##0",
    "money": '#,##0 "€"',
    "share": "0.0%",
    "decimal": "0.00",
    "day": "mm-dd-yy",
}
"""How it is shown; the last is the short day of the reader's own language."""
INPUT = "FFF7DC"
"""The colour of what is to be filled in; the cell is framed too."""
LONGEST_TEXT = 32_000
"""Letters that a cell may hold."""
MARGIN = 0.4
"""On both sides of a printed page, in inches: its columns are to fit with letters that are read."""
_RULE = Side(style="thin", color="B0B0B0")


class Formula(NamedTuple):
    """A formula, as opposed to a text that looks like one."""

    text: str


Value = str | int | float | date | Formula | None


class Page:
    """A sheet that is filled row by row."""

    def __init__(self, book: "Workbook", title: str, accent: str, widths: Sequence[float]) -> None:
        self.sheet: Any = book.create_sheet(title)
        self.accent = accent.removeprefix("#").upper()
        self.row = 1
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.sheet_view.showGridLines = False
        setup = self.sheet.page_setup
        setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = self.sheet.page_margins
        margins.left = margins.right = MARGIN

    @property
    def title(self) -> str:
        """Its name in the book."""
        return str(self.sheet.title)

    def put(self, column: int, value: Value, look: Look = "plain", kind: Kind = "text", row: int | None = None) -> str:
        """Fill a cell of the row; gives its place, such as `B4`."""
        cell = self.sheet.cell(row or self.row, column)
        if isinstance(value, Formula):
            cell.value = f"={value.text}"
        elif isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_TEXT]
            cell.data_type = "s"
            cell.quotePrefix = value.lstrip()[:1] in tuple("=+-@")
        else:
            cell.value = value
        cell.number_format = FORMATS[kind] if kind != "text" else "General"
        self._dress(cell, look, left=kind == "text")
        return str(cell.coordinate)

    def line(self, *values: Value, look: Look = "plain") -> None:
        """Fill a row from the left, and go to the next."""
        for column, value in enumerate(values, 1):
            self.put(column, value, look)
        self.row += 1

    def wide(self, value: str, columns: int, look: Look = "note") -> None:
        """Write a text over some columns of a row, and go to the next."""
        self.put(1, value, look)
        self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=columns)
        room = sum(self.sheet.column_dimensions[get_column_letter(n)].width for n in range(1, columns + 1))
        self.sheet.row_dimensions[self.row].height = 15.5 * max(1, -(-len(value) // int(room))) + 1
        self.row += 1

    def heads(self, titles: Iterable[str], *, frozen: bool = True) -> int:
        """Write the heads of columns; they stay in sight and come back on each printed page. Gives the next row."""
        self.line(*titles, look="head")
        if frozen:
            self.sheet.freeze_panes = self.sheet.cell(self.row, 2)
            self.sheet.print_title_rows = f"{self.row - 1}:{self.row - 1}"
        return self.row

    def choices(self, cells: str, values: Sequence[str]) -> None:
        """Offer a choice in some cells."""
        found = DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True)
        self.sheet.add_data_validation(found)
        found.add(cells)

    def _dress(self, cell: Any, look: Look, *, left: bool) -> None:
        across = "left" if left else "right"
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
        cell.font = Font(name="Calibri", size=11)
        if look == "title":
            cell.alignment = Alignment(vertical="top", horizontal="left")  # it runs over the columns beside it
            cell.font = Font(name="Calibri", size=16, bold=True, color=self.accent)
        elif look == "head":
            cell.font = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=self.accent)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left")
        elif look == "strong":
            cell.font = Font(name="Calibri", size=11, bold=True)
        elif look == "note":
            cell.font = Font(name="Calibri", size=11, italic=True, color="555555")
        elif look == "input":
            cell.fill = PatternFill("solid", fgColor=INPUT)
            cell.border = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)
