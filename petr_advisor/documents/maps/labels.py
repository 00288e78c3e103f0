"""Where a name fits on a surface: the widest place for one, two or more lines; none where there is no room."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from petr_advisor.documents.drawing import LEADING, SIZE, wide, wrap
from petr_advisor.documents.maps.sheet import Place, Sheet

LINE = SIZE * LEADING
STEP = LINE / 2
"""Between two heights that are looked at."""
EDGE = 4.0
"""What is left free between a name and a border."""
MOST_LINES = 5

Span = tuple[float, float]


class Label(NamedTuple):
    """A name on the map: the middle of its lines, the height of its first one, its lines."""

    x: float
    y: float
    lines: list[str]


def label(rings: Sequence[Sequence[Place]], sheet: Sheet, name: str, below: str = "") -> Label | None:
    """Put a name, and a line below it, on a surface of the sheet; None where they do not fit whole."""
    first, rows = _rows(rings, sheet)
    for count in range(1, MOST_LINES + 1):
        needed = 2 * count + 1
        best = _widest(rows, needed)
        if best is None:
            return None
        row, (left, right) = best
        room = right - left - 2 * EDGE
        lines = _lines(name, below, room, count)
        if lines is not None:
            return Label((left + right) / 2, first + (row + 1.6) * STEP, lines)
    return None


def middle(rings: Sequence[Sequence[Place]], sheet: Sheet) -> Place | None:
    """Give a point well within a surface of the sheet; None where none of it is on the sheet."""
    first, rows = _rows(rings, sheet)
    best = _widest(rows, 3) or _widest(rows, 1)
    if best is None:
        return None
    row, (left, right) = best
    return (left + right) / 2, first + (row + 1.6) * STEP


def _lines(name: str, below: str, room: float, count: int) -> list[str] | None:
    own = count - 1 if below else count
    if own < 1 or any(wide(word) > room for word in (*name.split(" "), below)):
        return None
    lines = wrap(name, room, most=own + 1)
    return [*lines, *([below] if below else [])] if len(lines) <= own else None


def _rows(rings: Iterable[Sequence[Place]], sheet: Sheet) -> tuple[float, list[list[Span]]]:
    """Cut a surface along level lines: the height of the first, then the stretches within it at each."""
    sides = [(a, b) for ring in rings for a, b in pairwise(ring)]
    top = max(EDGE, min((min(a[1], b[1]) for a, b in sides), default=0.0))
    bottom = min(sheet.height - EDGE, max((max(a[1], b[1]) for a, b in sides), default=0.0))
    count = max(0, int((bottom - top) / STEP) + 1)
    crossings: list[list[float]] = [[] for _ in range(count)]
    for (x1, y1), (x2, y2) in sides:
        low, high = min(y1, y2), max(y1, y2)
        begin, end = max(0, int((low - top) / STEP)), min(count - 1, int((high - top) / STEP) + 1)
        for row in range(begin, end + 1):
            y = top + row * STEP
            if low <= y < high:
                crossings[row].append(x1 + (x2 - x1) * (y - y1) / (y2 - y1))
    return top, [
        [_kept(left, right, sheet) for left, right in zip(*[iter(sorted(found))] * 2, strict=False)]
        for found in crossings
    ]


def _kept(left: float, right: float, sheet: Sheet) -> Span:
    """Keep a stretch on the sheet."""
    return max(left, EDGE), min(right, sheet.width - EDGE)


def _widest(rows: Sequence[Sequence[Span]], needed: int) -> tuple[int, Span] | None:
    """Find the widest stretch that some lines, one below the other, have in common."""
    found: tuple[float, int, Span] | None = None
    for row in range(len(rows) - needed + 1):
        for left, right in _common(rows[row : row + needed]):
            if right > left and (found is None or right - left > found[0]):
                found = (right - left, row, (left, right))
    return (found[1], found[2]) if found else None


def _common(rows: Sequence[Sequence[Span]]) -> list[Span]:
    common = list(rows[0])
    for row in rows[1:]:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in row if max(a, c) < min(b, d)]
    return common
