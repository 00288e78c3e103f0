"""What a page of the site says, in one language and before any markup."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line."""

    text: str
    to: str = ""
    """The page they lead to, from the folder of the language."""
    address: str = ""
    """The public address they lead to."""
    style: Literal["", "strong", "note", "code"] = ""
    """How they are set."""
    lang: str = ""
    """Their language, where it is not that of the page."""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, and those under it."""

    line: Line
    children: tuple["Item", ...] = ()
    id: str = ""
    """Its anchor."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]
    numbered: bool = False
    folded: tuple[Item, ...] = ()
    """Items shown on demand."""
    block: str = "bullets"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line
    style: Literal["", "lead", "note"] = ""
    block: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what they are worth."""

    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    block: str = "facts"


@dataclass(frozen=True, slots=True)
class Callout:
    """Something to notice."""

    title: str
    lines: tuple[Line, ...]
    tone: Literal["notice", "warning"] = "notice"
    block: str = "callout"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column heads the rows."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    block: str = "table"


Block = Bullets | Paragraph | Facts | Callout | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page, under a heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    level: Literal[2, 3] = 2
    """The level of its heading."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page."""

    address: str
    """Where it is, from the folder of its language."""
    title: str
    """Its main heading."""
    kind: str
    """What it is about, in a word."""
    blocks: tuple[Block, ...] = ()
    """What comes before its sections."""
    sections: tuple[Section, ...] = ()
    """Its parts."""
    trail: tuple[Run, ...] = ()
    """The lists it belongs to."""
    identifier: str = ""
    """Its identifier in the rule base."""
    search: bool = False
    """Whether it is the page of the search."""


def words(text: str) -> Line:
    """Make a line of ordinary words."""
    return (Run(text),)


def some(*sections: Section | None) -> tuple[Section, ...]:
    """Keep the sections there are, without those that say nothing."""
    return tuple(section for section in sections if section is not None and section.blocks)


def bullets(items: Iterable[Item], *, shown: int = 0) -> tuple[Block, ...]:
    """Make a list of some items; those beyond `shown` are shown on demand; nothing when there is none."""
    found = tuple(items)
    if not found:
        return ()
    if shown and len(found) > shown + 3:
        return (Bullets(found[:shown], folded=found[shown:]),)
    return (Bullets(found),)


def plain(line: Line) -> str:
    """Give the bare words of a line."""
    return "".join(run.text for run in line)
