"""What every part of a report is made of: words that any document can hold, citations, pictures."""

from typing import Annotated
from xml.etree import ElementTree as ET

from pydantic import AfterValidator, BaseModel, ConfigDict

from petr_advisor.words.typography import clean

Words = Annotated[str, AfterValidator(clean)]
"""A text shown as it stands: never markup, never a template."""


_SHAPES = frozenset({"svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "text", "polyline", "polygon"})
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
    no_text: bool = False
    """Whether it stands in no text: the annexes say so, a note does not show it as a source."""


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


class Picture(Part):
    """A drawing that shows what words and tables beside it say too."""

    id: str
    """Its identifier in the document."""
    title: Words
    """Its caption."""
    alt: Words
    """What it shows, for who cannot see it."""
    svg: Annotated[str, AfterValidator(_only_shapes)]
    """The drawing; its `title` and `desc` bear the identifiers `ID-t` and `ID-d`."""
