"""What a document is laid out with: headings, paragraphs, lists, tables and pictures, the same for every format."""

from typing import Literal

from petr_advisor.documents.parts import Part, Picture, Words

Style = Literal["plain", "strong", "note", "mark"]
"""Ordinary words; important ones; side notes such as the place of a norm; a symbol."""


class Run(Part):
    """Some words in one style."""

    text: Words
    """The words, with the spaces that part them from their neighbours."""
    style: Style = "plain"
    """How they look."""
    to: str | None = None
    """The part of the document they lead to."""
    address: str | None = None
    """The page of the web they lead to."""
    about: str | None = None
    """What they name: a conclusion such as `option:ID`, or the answer `fact:ID` or `fact:ID@ENTITY`."""


Line = tuple[Run, ...]
Cell = tuple[Line, ...]


class Heading(Part):
    """A heading."""

    block: Literal["heading"] = "heading"
    """What sort of block it is."""
    level: int
    """1 for a part, 2 and 3 below."""
    text: Words
    """The heading."""
    id: str
    """Its anchor."""
    new_page: bool = False
    """Whether a page begins with it."""
    listed: bool = True
    """Whether the table of contents has it."""


class Paragraph(Part):
    """A paragraph."""

    block: Literal["paragraph"] = "paragraph"
    """What sort of block it is."""
    line: Line
    """Its words."""
    style: Literal["body", "lead", "note"] = "body"
    """Ordinary, large, or small."""


class Callout(Part):
    """A framed text."""

    block: Literal["callout"] = "callout"
    """What sort of block it is."""
    title: Words
    """Its title."""
    lines: tuple[Line, ...]
    """Its lines."""
    tone: Literal["decision", "warning", "notice"]
    """What it is for."""


class Item(Part):
    """An item of a list, with those below it."""

    line: Line
    """Its words."""
    children: tuple["Item", ...] = ()
    """The items below it."""
    id: str | None = None
    """Its anchor."""


class Bullets(Part):
    """A list."""

    block: Literal["bullets"] = "bullets"
    """What sort of block it is."""
    items: tuple[Item, ...]
    """Its items."""
    numbered: bool = False
    """Whether the items are numbered."""


class Table(Part):
    """A table with a header row; its first column heads the rows."""

    block: Literal["table"] = "table"
    """What sort of block it is."""
    caption: Words
    """What it holds."""
    captioned: bool = True
    """Whether the caption is shown: the heading just above may already say it."""
    header: tuple[Words, ...]
    """Titles of the columns."""
    rows: tuple[tuple[Cell, ...], ...]
    """The rows."""
    widths: tuple[float, ...]
    """Relative widths of the columns."""
    figures: tuple[int, ...] = ()
    """The columns of figures, set to the right."""
    ids: tuple[str, ...] = ()
    """An anchor for each row, where there are any."""


class PictureBlock(Part):
    """A picture with its caption."""

    block: Literal["picture"] = "picture"
    """What sort of block it is."""
    picture: Picture
    """The picture."""


class Series(Part):
    """The bars of one sort in a chart."""

    name: Words
    """What they measure."""
    values: tuple[float, ...]
    """One value for each category, as a share of one."""


class ChartBlock(Part):
    """Bars that an office program draws and edits from their numbers; a table beside says the same.

    Formats whose charts could not be edited leave it out.
    """

    block: Literal["chart"] = "chart"
    """What sort of block it is."""
    title: Words
    """Its caption."""
    alt: Words
    """What it shows, for who cannot see it."""
    categories: tuple[Words, ...]
    """What is compared, from top to bottom."""
    series: tuple[Series, ...]
    """What is measured of each."""


Takes = Literal["text", "day", "choice", "lines"]
"""Free words, a day, one of some values, one line for each thing of a list."""


class Field(Part):
    """A place to write an answer in, of a form that is sent out and read back."""

    block: Literal["field"] = "field"
    """What sort of block it is."""
    key: str
    """What it answers: `ID` or `ID@ENTITY`."""
    label: Words
    """What is asked, for a reader who does not see the page."""
    takes: Takes
    """What is written in it."""
    choices: tuple[Words, ...] = ()
    """The values to choose from."""
    hint: Words
    """What is expected."""


Block = Heading | Paragraph | Callout | Bullets | Table | PictureBlock | ChartBlock | Field


def plain(*texts: str) -> Line:
    """Make a line of ordinary words."""
    return (Run(text=" ".join(texts)),)


def cell(*texts: str | None) -> Cell:
    """Make a cell with one line for each text there is."""
    return tuple(plain(text) for text in texts if text)


def words(line: Line) -> str:
    """Give the bare words of a line."""
    return "".join(run.text for run in line)
