"""Blocks of a document drawn at a width: tables as tables, whose words are wrapped and never cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table as RichTable
from rich.text import Text as RichText

from petr_advisor.documents.blocks import Block, Cell, Line, Table
from petr_advisor.documents.renderers.lines import lines
from petr_advisor.tui.breaking import longest_word
from petr_advisor.words.typography import NARROW, WIDE

LONGEST = 18
"""The longest word that a column of a table has room for, where there is any: an article with its number is one."""
EDGES = 2
"""What the sides of a table take."""
STYLES = {"plain": "", "strong": "bold", "note": "dim", "mark": "bold"}
HEADINGS = {1: "bold underline", 2: "bold underline", 3: "bold"}


def drawn(blocks: Iterable[Block]) -> RenderableType:
    """Draw some blocks."""
    return Group(*(part for block in blocks for part in _block(block)))


def _block(block: Block) -> Iterator[RenderableType]:
    if isinstance(block, Table):
        yield _Table(block)
        return
    for written in lines((block,)):
        if written.level:
            yield RichText()
        yield _line(written.line, HEADINGS.get(written.level, "italic") if written.level else "")


@dataclass(frozen=True)
class _Table:
    """A table whose columns share the width there is, none narrower than its longest word where there is room."""

    block: Table

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it."""
        heads = [RichText(title, "bold") for title in self.block.header]
        rows = [tuple(map(_cell, row)) for row in self.block.rows]
        columns = zip(heads, *rows, strict=True)
        least = [min(LONGEST, max(longest_word(cell.plain) for cell in column)) for column in columns]
        room = options.max_width - len(heads) - EDGES
        table = RichTable(box=SIMPLE_HEAD, show_lines=True, padding=(0, 1, 0, 0))
        for head, width in zip(heads, _shared(room, least, self.block.widths), strict=True):
            table.add_column(head, width=width, overflow="fold")
        for row in rows:
            table.add_row(*row)
        yield table


def _shared(room: int, least: Sequence[int], widths: Sequence[float]) -> list[int]:
    """Share the room by relative widths: what some need above their share is taken from those that have more."""
    shares = [room * width / sum(widths) for width in widths]
    over = [max(0.0, share - word) for share, word in zip(shares, least, strict=True)]
    left = room - sum(least)
    if left < 0:
        return [max(1, int(share)) for share in shares]
    return [word + int(left * each / (sum(over) or 1)) for word, each in zip(least, over, strict=True)]


def _cell(cell: Cell) -> RichText:
    return RichText("\n").join(_line(line) for line in cell)


def _line(line: Line, style: str = "") -> RichText:
    return RichText.assemble(*((run.text.replace(NARROW, WIDE), STYLES[run.style]) for run in line), style=style)
