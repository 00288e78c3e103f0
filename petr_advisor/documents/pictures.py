"""Pictures as SVG: one drawing for every format, readable in grey and by colour-blind people."""

from petr_advisor.documents.drawing import LEADING, SIZE, WIDTH, Canvas, wrap
from petr_advisor.documents.parts import (
    Bar,
    BarsPicture,
    Box,
    DrawnPicture,
    GraphPicture,
    Marks,
    MarksPicture,
    PerimetersPicture,
    Picture,
)
from petr_advisor.documents.perimeter_drawing import draw_perimeters

LABEL, VALUES = 225, 170
"""Width of the labels on the left of bars, and of the values on their right."""
SMALL = 12.5
LINE = SIZE * LEADING


def draw(picture: Picture, accent: str) -> str:
    """Draw a picture as SVG; text is text, nothing in it is markup."""
    if isinstance(picture, DrawnPicture):
        return picture.svg
    canvas = Canvas(picture.id, picture.title, picture.alt, accent)
    match picture:
        case BarsPicture():
            return canvas.finish(_bars(canvas, picture))
        case MarksPicture():
            return canvas.finish(_marks(canvas, picture))
        case GraphPicture():
            return canvas.finish(_graph(canvas, picture))
        case PerimetersPicture():
            return canvas.finish(draw_perimeters(canvas, picture))


def _bars(canvas: Canvas, picture: BarsPicture) -> float:
    """Draw bars from the left; the earlier value is hatched, under the present one."""
    values = [value for bar in picture.bars for value in (bar.value, bar.before or 0)]
    longest = max([*values, picture.limit or 0]) or 1
    room = WIDTH - LABEL - VALUES
    scale = room / longest
    top = 24.0 if picture.limit is not None else 6.0
    y = top
    for bar in picture.bars:
        y += _bar(canvas, bar, y, scale) + 9
    if picture.limit is not None:
        x = LABEL + picture.limit * scale
        canvas.line([(x, top - 5), (x, y)], dashed=True)
        canvas.text(x, top - 10, picture.limit_shown or "", size=SMALL, anchor="middle", style="muted")
    return _legend(canvas, picture, y + 6)


def _bar(canvas: Canvas, bar: Bar, y: float, scale: float) -> float:
    """Draw one line of bars; gives its height."""
    lines = wrap(bar.label, LABEL - 12, size=SMALL, most=2)
    height = 15.0 if bar.before is None else 32.0
    tall = max(height, len(lines) * SMALL * LEADING)
    canvas.lines(0, y + (tall - len(lines) * SMALL * LEADING) / 2 + SMALL, lines, size=SMALL)
    start = y + (tall - height) / 2
    canvas.rect(LABEL, start, bar.value * scale, 15, "accent")
    canvas.text(WIDTH, start + 12, bar.shown, size=SMALL, anchor="end")
    if bar.before is not None:
        canvas.rect(LABEL, start + 17, bar.before * scale, 15, "hatch")
        canvas.text(WIDTH, start + 29, bar.before_shown or "", size=SMALL, anchor="end", style="muted")
    return tall


def _legend(canvas: Canvas, picture: BarsPicture, y: float) -> float:
    x = float(LABEL)
    for words, fill in zip(picture.legend, ("accent", "hatch"), strict=False):
        canvas.rect(x, y, 13, 13, fill)
        canvas.text(x + 19, y + 11, words, size=SMALL)
        x += 170
    return y + (20 if picture.legend else 0)


def _marks(canvas: Canvas, picture: MarksPicture) -> float:
    """Draw one line an option: name, status, a square for each condition, arguments counted."""
    y = 4.0
    for row in picture.options:
        y += _mark_row(canvas, row, y)
        canvas.line([(0, y), (WIDTH, y)], style="rule")
        y += 6
    y += 8
    x = 0.0
    for words, state in zip(picture.legend[:3], ("met", "unknown", "unmet"), strict=False):
        canvas.requirement(x, y, state)
        canvas.text(x + 19, y + 11, words, size=SMALL)
        x += 130
    canvas.text(x, y + 11, "   ".join(picture.legend[3:]), size=SMALL)
    return y + 20


def _mark_row(canvas: Canvas, row: Marks, y: float) -> float:
    lines = wrap(row.label, 300, most=3)
    canvas.lines(0, y + SIZE, lines)
    canvas.status(322, y + 9, row.status)
    status = wrap(row.shown, 110, size=SMALL, most=2)
    canvas.lines(334, y + SMALL + 1, status, size=SMALL)
    per_line = 8
    for number, state in enumerate(row.requirements):
        canvas.requirement(452 + (number % per_line) * 17, y + 2 + (number // per_line) * 17, state)
    if row.arguments_for or row.arguments_against:
        plus = f"+{row.arguments_for}" if row.arguments_for else ""
        minus = f"−{row.arguments_against}" if row.arguments_against else ""
        canvas.text(602, y + SIZE, plus)
        canvas.text(642, y + SIZE, minus)
    squares = -(-len(row.requirements) // per_line) * 17
    return max(len(lines) * LINE, len(status) * SMALL * LEADING, squares) + 6


ROOT, MIDDLE, LEAVES = (0.0, 165.0), (200.0, 225.0), (460.0, 220.0)
"""Left edge and width of the columns of a graph."""
GAP = 8.0


def _graph(canvas: Canvas, picture: GraphPicture) -> float:
    """Draw the conclusion, its conditions and the answers behind them, from left to right."""
    for (x, _), words in zip((ROOT, MIDDLE, LEAVES), picture.legend, strict=False):
        canvas.text(x, 13, words, size=SMALL, style="muted")
    y, anchors = 22.0, []
    for child in picture.root.children:
        leaf_heights = [_height(leaf, LEAVES[1]) for leaf in child.children]
        own = _height(child, MIDDLE[1])
        block = max(own, sum(leaf_heights) + GAP / 2 * max(len(leaf_heights) - 1, 0))
        middle = y + block / 2
        anchors.append(middle)
        leaf_y = middle - (sum(leaf_heights) + GAP / 2 * max(len(leaf_heights) - 1, 0)) / 2
        for leaf, height in zip(child.children, leaf_heights, strict=True):
            _join(canvas, MIDDLE[0] + MIDDLE[1], middle, LEAVES[0], leaf_y + height / 2)
            _box(canvas, leaf, LEAVES, leaf_y, height)
            leaf_y += height + GAP / 2
        _box(canvas, child, MIDDLE, middle - own / 2, own)
        y += block + GAP
    height = _height(picture.root, ROOT[1], most=7)
    bottom = max(y, 22 + height)
    centre = min(max((22 + y - GAP) / 2, 22 + height / 2), bottom - height / 2)
    for anchor in anchors:
        _join(canvas, ROOT[0] + ROOT[1], centre, MIDDLE[0], anchor)
    _box(canvas, picture.root, ROOT, centre - height / 2, height, most=7)
    return bottom + 2


def _join(canvas: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    turn = (x1 + x2) / 2
    canvas.line([(x1, y1), (turn, y1), (turn, y2), (x2, y2)], style="rule")


def _room(box: Box, width: float) -> float:
    return width - 14 - (20 if box.state else 0)


def _height(box: Box, width: float, most: int = 4) -> float:
    return len(wrap(box.text, _room(box, width), size=SMALL, most=most)) * SMALL * LEADING + 9


def _box(canvas: Canvas, box: Box, column: tuple[float, float], y: float, height: float, most: int = 4) -> None:
    x, width = column
    canvas.rect(x, y, width, height)
    left = x + 7
    if box.state in {"met", "unmet", "unknown"}:
        canvas.requirement(x + 6, y + height / 2 - 6, str(box.state), side=12)
        left = x + 25
    elif box.state:
        canvas.status(x + 12, y + height / 2, str(box.state))
        left = x + 25
    canvas.lines(left, y + SMALL + 2.5, wrap(box.text, _room(box, width), size=SMALL, most=most), size=SMALL)
