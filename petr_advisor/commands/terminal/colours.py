"""A text as a terminal shows it: signs, headings and places in colour, tables as tables where there is room."""

import sys
from collections.abc import Iterable
from io import StringIO

from rich.box import ROUNDED
from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.style import Style
from rich.table import Table as Boxed
from rich.text import Text
from rich.theme import Theme

from petr_advisor.documents.blocks import Block, Cell, Table, words
from petr_advisor.documents.renderers.text import text
from petr_advisor.words.typography import KEYBOARD_SPACES

ROOM = 110
"""Columns of a terminal from which on a table is drawn; below, its rows are lists, which read better."""


class _Signs(RegexHighlighter):
    """Signs are never without their word: colour only helps to find them."""

    base_style = "told."
    highlights = [
        r"(?m)^(?P<heading>\S.*)\n(?P<rule>[=]+|[-]{2,})$",
        r"(?P<good>[●✔])",
        r"(?P<half>[◐⚠])|(?m:^) *(?P<warned>!)(?= )",
        r"(?P<bad>[○✘])",
        r"(?:(?m:^) *(?:- |\d+\. )?|– |│ )(?P<open>\?)(?= )",
        r"(?P<disputed>⚖)|(?P<proposed>→)",
        r"(?P<place>\[[^\]\n]+\])",
        r"(?P<frame>[│─╭╮╰╯├┤┬┴┼]+)",
    ]


_THEME = Theme(
    {
        "told.heading": "bold cyan",
        "told.rule": "cyan",
        "told.good": "bold green",
        "told.half": "bold yellow",
        "told.warned": "bold yellow",
        "told.bad": "bold red",
        "told.open": "bold blue",
        "told.disputed": "bold magenta",
        "told.proposed": "bold cyan",
        "told.place": "dim",
        "told.frame": "dim",
    }
)


def print_coloured(told: str) -> None:
    """Print a text whose lines are as wide as they may be; plain where NO_COLOR or a dumb terminal asks for it."""
    console = Console(file=sys.stdout, theme=_THEME, highlight=False)
    found = Text(told)
    _Signs().highlight(found)
    console.print(found, soft_wrap=True)


def drawn(blocks: Iterable[Block], width: int) -> str:
    """Write blocks as plain text does, but for tables, which are drawn where the width in columns leaves room."""
    told: list[str] = []
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and width >= ROOM and block.rows:
            told += [text(waiting), _table(block, width)]
            waiting = []
        else:
            waiting.append(block)
    return "\n\n".join(filter(None, [*told, text(waiting)]))


def _table(block: Table, width: int) -> str:
    boxed = Boxed(box=ROUNDED, show_lines=True, header_style=Style(bold=True))
    for number, (title, share) in enumerate(zip(block.header, block.widths, strict=True)):
        ratio = max(1, round(share * 100 / sum(block.widths)))
        boxed.add_column(title, justify="right" if number in block.figures else "left", ratio=ratio)
    boxed.expand = True
    for row in block.rows:
        boxed.add_row(*(Text(_cell(cell)) for cell in row))
    page = StringIO()
    Console(file=page, width=width, color_system=None, highlight=False).print(boxed)
    lines = (line.rstrip() for line in page.getvalue().translate(KEYBOARD_SPACES).splitlines())
    return "\n".join(lines)


def _cell(cell: Cell) -> str:
    return "\n".join(words(line) for line in cell)
