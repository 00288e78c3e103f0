"""Text made to fit a box: the largest letters that do, then fewer lines, with what is left out said."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from petr_advisor.documents.drawing import wrap

SIZES = (24, 22, 20, 18, 16)
"""Letters of a list, in points, the largest first: below, a room cannot read."""
TABLE_SIZES = (20, 18, 16, 14)
"""The same in a table."""
LEADING = 1.2
BETWEEN = 0.45
"""Between two items, in heights of letters."""
SAFETY = 0.92
"""The part of a line that is filled: fonts differ in width from one program to another."""
MOST_LINES = 4
"""Lines of an item, or of a cell, where all does not fit; the speaker's notes have it whole."""
ITEM_LINES = (6, 5, MOST_LINES, 3)
"""Lines of an item: as many as leave each its place, before the last are left out."""
FIRST = 2
"""The items at the head of a list, which the others make no shorter."""
_SENTENCE = re.compile(r"(?<=[\w»)’'\-]{4}[.?!])\s+")
"""Between two sentences: after a word of four letters at least, and no abbreviation."""
_PART = re.compile(r"\s(?=· )")
"""Between two things told of the same: half of a rule would say another one."""
_CLAUSE = re.compile(r"\s(?=[;:–(·])|,\s")
"""Between two clauses of a sentence."""
_QUOTES = (("«", "»"), ("“", "”"))
"""Marks within which nothing is cut."""
CELL_LINES = (8, 6, 5, 4, 3)
"""Lines of a cell where all does not fit: as many as leave every row its place, before rows are left out."""
MARGIN = 4.0
"""Above and below the text of a cell, in points."""


class FittedList(NamedTuple):
    """A list that fits."""

    size: int
    items: list[str]
    left_out: int
    height: float
    """In points."""


class FittedTable(NamedTuple):
    """A table that fits."""

    size: int
    rows: list[list[str]]
    left_out: int
    heights: list[float]
    """Of its rows, the head first, in points."""


def lines(text: str, width: float, size: float) -> int:
    """Count the lines that a text takes in a width, both in points."""
    return sum(len(wrap(part, width * SAFETY, most=999, size=size)) for part in text.split("\n"))


def cut(text: str, width: float, size: float, most: int = MOST_LINES) -> str:
    """Keep what stands on some lines: whole sentences, else parts, else clauses; an ellipsis says that it goes on."""
    if lines(text, width, size) <= most:
        return text
    for ends in (_SENTENCE, _PART, _CLAUSE):
        kept = [text[: found.start()].rstrip(" ,;:–(·") for found in ends.finditer(text)]
        kept = [part for part in kept if all(part.count(left) == part.count(right) for left, right in _QUOTES)]
        whole = [f"{part} …" for part in kept if lines(f"{part} …", width, size) <= most]
        if whole:
            return whole[-1]
    return " ".join(wrap(text, width * SAFETY, most=most, size=size))


def fit_list(items: Sequence[str], width: float, height: float, sizes: Sequence[int] = SIZES) -> FittedList:
    """Choose the letters of a list; where even the smallest do not fit, cut long items, then leave out the last."""
    for size in sizes:
        if (tall := _height(items, width, size)) <= height:
            return FittedList(size, list(items), 0, tall)
    size, kept = sizes[-1], list(items)
    for most in ITEM_LINES:
        kept = [
            cut(item, width, size, most if place >= FIRST else max(most, MOST_LINES))
            for place, item in enumerate(items)
        ]
        if (tall := _height(kept, width, size)) <= height:
            return FittedList(size, kept, 0, tall)
    while len(kept) > 1 and _height(kept, width, size) > height - size * LEADING:
        kept.pop()
    return FittedList(size, kept, len(items) - len(kept), _height(kept, width, size))


def _height(items: Sequence[str], width: float, size: float) -> float:
    return sum(lines(item, width - 1.2 * size, size) * size * LEADING + size * BETWEEN for item in items)


def fit_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], height: float
) -> FittedTable:
    """Choose the letters of a table with columns of some widths, all in points."""
    for size in TABLE_SIZES:
        heights = [_row(row, widths, size) for row in (header, *rows)]
        if sum(heights) <= height:
            return FittedTable(size, [list(row) for row in rows], 0, heights)
    size = TABLE_SIZES[-1]
    kept, heights = [], []
    for most in CELL_LINES:
        kept = [
            [cut(cell, width - 2 * MARGIN - 2, size, most) for cell, width in zip(row, widths, strict=True)]
            for row in rows
        ]
        heights = [_row(row, widths, size) for row in (header, *kept)]
        if sum(heights) <= height:
            break
    while len(kept) > 1 and sum(heights) > height - 2 * size:
        kept.pop()
        heights.pop()
    return FittedTable(size, kept, len(rows) - len(kept), heights)


def _row(row: Sequence[str], widths: Sequence[float], size: float) -> float:
    most = max(lines(cell, width - 2 * MARGIN - 2, size) for cell, width in zip(row, widths, strict=True))
    return most * size * LEADING + 2 * MARGIN
