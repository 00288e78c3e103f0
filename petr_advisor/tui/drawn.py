"""Blocks of a document drawn at a width: tables as tables, whose words are wrapped and never cut."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text as RichText

from petr_advisor.documents.blocks import Block, Cell, Line, Table
from petr_advisor.documents.renderers.lines import lines
from petr_advisor.words.typography import NARROW, WIDE

STYLES = {"plain": "", "strong": "bold", "note": "dim", "mark": "bold"}
HEADINGS = {1: "bold underline", 2: "bold underline", 3: "bold"}


def drawn(blocks: Iterable[Block]) -> RenderableType:
    """Draw some blocks."""
    return Group(*(part for block in blocks for part in _block(block)))


def _block(block: Block) -> Iterator[RenderableType]:
    if isinstance(block, Table):
        yield _table(block)
        return
    for written in lines((block,)):
        if written.level:
            yield RichText()
        yield _line(written.line, HEADINGS.get(written.level, "italic") if written.level else "")


def _table(block: Table) -> RichTable:
    table = RichTable(box=SIMPLE_HEAD, expand=True, show_lines=True, padding=(0, 1, 0, 0))
    for title, width in zip(block.header, block.widths, strict=True):
        table.add_column(RichText(title, "bold"), ratio=round(width))
    for row in block.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(cell: Cell) -> RichText:
    return RichText("\n").join(_line(line) for line in cell)


def _line(line: Line, style: str = "") -> RichText:
    return RichText.assemble(*((run.text.replace(NARROW, WIDE), STYLES[run.style]) for run in line), style=style)
