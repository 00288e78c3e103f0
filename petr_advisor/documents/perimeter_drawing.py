"""How the perimeters of a territory and of its SCoTs lie, as shapes: a full line for one, hatching for the others."""

from petr_advisor.documents.drawing import SIZE, Canvas
from petr_advisor.documents.parts import PerimetersPicture, Relation

Shape = tuple[float, float, float, float]
"""Left edge, top, width and height."""
TERRITORY: Shape = (170, 50, 340, 150)
NEIGHBOUR: Shape = (520, 95, 120, 105)
HEIGHT = 250.0
LEGEND = 252.0

SCHEMES: dict[Relation, tuple[Shape, ...]] = {
    "none": (),
    "same": ((174, 54, 332, 142),),
    "wider": ((60, 14, 560, 222),),
    "over_several": ((60, 14, 600, 222),),
    "inside": ((200, 90, 150, 90),),
    "several_inside": ((185, 90, 95, 90), (293, 90, 95, 90), (401, 90, 95, 90)),
    "overlap": ((60, 90, 260, 90),),
    "partial": ((185, 90, 130, 90), (450, 90, 170, 90)),
}
"""Where the shapes of the SCoTs stand for each relation."""


def draw_perimeters(canvas: Canvas, picture: PerimetersPicture) -> float:
    """Draw the shapes, the widest first, then their names and the key; gives the height."""
    schemes = SCHEMES[picture.relation]
    for shape in schemes:
        canvas.rect(*shape, fill="hatch")
    if picture.relation == "over_several":
        _ring(canvas, NEIGHBOUR)
        _name(canvas, picture.neighbour, NEIGHBOUR)
    _ring(canvas, TERRITORY)
    _name(canvas, picture.territory, TERRITORY)
    if picture.relation == "partial":
        canvas.text(382, 145, "?", anchor="middle", size=26)
    for x, words, fill in zip((0.0, 340.0), picture.legend, ("ring", "hatch"), strict=False):
        if fill == "hatch" and not schemes:
            continue
        canvas.rect(x, LEGEND, 24, 13, "none" if fill == "ring" else fill)
        if fill == "ring":
            canvas.root[-1].set("stroke-width", "3")
        canvas.text(x + 32, LEGEND + 11, words)
    return LEGEND + 20


def _ring(canvas: Canvas, shape: Shape) -> None:
    """Draw a perimeter of full line."""
    canvas.rect(*shape)
    canvas.root[-1].set("stroke-width", "3")


def _name(canvas: Canvas, words: str, shape: Shape) -> None:
    """Write a name on a light band at the top of a shape."""
    x, y, width, _ = shape
    band = min(width - 8, 7.2 * len(words) + 16)
    canvas.band(x + (width - band) / 2, y + 8, band, SIZE + 10)
    canvas.text(x + width / 2, y + SIZE + 10, words, anchor="middle")
