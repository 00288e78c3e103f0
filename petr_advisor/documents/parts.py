"""What every part of a report is made of: words that any document can hold, citations, pictures as figures."""

from typing import Annotated, Literal
from xml.etree import ElementTree as ET

from pydantic import AfterValidator, BaseModel, ConfigDict

from petr_advisor.consulting.outcomes import RequirementState, Status
from petr_advisor.words.typography import clean

Words = Annotated[str, AfterValidator(clean)]
"""A text shown as it stands: never markup, never a template."""


_SHAPES = frozenset(
    (
        "svg",
        "title",
        "desc",
        "defs",
        "pattern",
        "g",
        "rect",
        "path",
        "text",
        "tspan",
        "polyline",
        "polygon",
        "line",
        "circle",
    )
)
"""What a drawing may hold."""


class Part(BaseModel):
    """Base of everything in a report: frozen, and nothing unexpected in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")


class Citation(Part):
    """A norm cited, by its place in the texts."""

    norm: str
    """Its identifier."""
    place: Words
    """Where it stands (« CGCT, art. L. 5741-1, I »)."""


class Bar(Part):
    """A measured line of a picture."""

    label: Words
    """What is measured."""
    value: float
    """Its length."""
    shown: Words
    """Its value in words."""
    before: float | None = None
    """An earlier length to compare with."""
    before_shown: Words | None = None
    """The earlier value in words."""


class Marks(Part):
    """An option of a picture: its conditions and its arguments, as marks."""

    label: Words
    """The option."""
    status: Status
    """Its status."""
    shown: Words
    """Its status in words."""
    requirements: tuple[RequirementState, ...]
    """The state of each condition."""
    arguments_for: int
    """Arguments for it that hold."""
    arguments_against: int
    """Arguments against it that hold."""


class Box(Part):
    """A box of a graph, with what it follows from on its right."""

    text: Words
    """What it says."""
    state: RequirementState | Status | None = None
    """Its state, for a mark."""
    children: tuple["Box", ...] = ()
    """What it follows from."""


class BasePicture(Part):
    """A picture as figures, drawn by each format as it can."""

    id: str
    """Its identifier in the document."""
    title: Words
    """Its caption."""
    alt: Words
    """What it shows, for who cannot see it."""
    legend: tuple[Words, ...] = ()
    """The meaning of its marks, in the order in which they are drawn."""


class BarsPicture(BasePicture):
    """Horizontal bars."""

    kind: Literal["bars"] = "bars"
    """What sort of picture it is."""
    bars: tuple[Bar, ...]
    """The bars."""
    limit: float | None = None
    """A line not to be crossed."""
    limit_shown: Words | None = None
    """What the line is."""


class MarksPicture(BasePicture):
    """Options compared by marks."""

    kind: Literal["marks"] = "marks"
    """What sort of picture it is."""
    options: tuple[Marks, ...]
    """The options."""


class GraphPicture(BasePicture):
    """A proof as a graph, from the conclusion on the left to the answers on the right."""

    kind: Literal["graph"] = "graph"
    """What sort of picture it is."""
    root: Box
    """The conclusion."""


Relation = Literal["none", "same", "wider", "over_several", "inside", "several_inside", "overlap", "partial"]
"""No SCoT; the same perimeter; a wider one; one over several PETRs; one, several inside; one across; parts, unsaid."""


class PerimetersPicture(BasePicture):
    """The territory and its SCoTs, as shapes one over the other; not a map."""

    kind: Literal["perimeters"] = "perimeters"
    """What sort of picture it is."""
    relation: Relation
    """How they lie."""
    territory: Words
    """The name of the territory's shape."""
    scheme: Words
    """The name of a SCoT's shape."""
    neighbour: Words
    """The name of another PETR's shape."""


def _only_shapes(svg: str) -> str:
    """Refuse a drawing that holds anything but shapes and text."""
    try:
        root = ET.fromstring(svg)  # noqa: S314 - parsed to be refused when it is not what we draw
    except ET.ParseError as error:
        raise ValueError(f"not SVG: {error}") from error
    for node in root.iter():
        tag = node.tag.rpartition("}")[2]
        if tag not in _SHAPES:
            raise ValueError(f"a drawing may not hold <{tag}>")
        for name in node.attrib:
            if name.startswith("on") or name.endswith("href"):
                raise ValueError(f"a drawing may not have {name}")
    return svg


class DrawnPicture(BasePicture):
    """A picture that was drawn elsewhere, such as a Gantt chart."""

    kind: Literal["drawn"] = "drawn"
    """What sort of picture it is."""
    svg: Annotated[str, AfterValidator(_only_shapes)]
    """The drawing, as wide as those of this package; its `title` and `desc` bear the identifiers `ID-t` and `ID-d`."""


Picture = BarsPicture | MarksPicture | GraphPicture | PerimetersPicture | DrawnPicture
