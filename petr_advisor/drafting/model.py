"""What a draft is made of: lines and tables in order, each with the remarks that stand in its margin."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Style = Literal["notice", "masthead", "addressee", "title", "subject", "heading", "article", "body", "item", "sheet"]
"""How a line looks: a warning at the head, whose act it is, to whom, what it is called, what it is about, a heading,
that of an article, ordinary words, an item of a list, the heading of the working sheet (which begins a page)."""

TO_FILL_IN = re.compile(r"(\[[^\[\]]*\])")
"""What a reader has to fill in, which is highlighted: words between brackets."""


@dataclass(frozen=True)
class Line:
    """A line of an act."""

    text: str
    style: Style = "body"
    remarks: tuple[str, ...] = ()
    """What is written in its margin."""


@dataclass(frozen=True)
class Grid:
    """A table: a row for each member."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    """Relative widths of its columns; of none, the first, which names, takes two parts, each other one."""

    @property
    def parts(self) -> tuple[float, ...]:
        """The part of its width that each column takes, from 0 to 1."""
        widths = self.widths or (2, *(1 for _ in self.header[1:]))
        return tuple(width / sum(widths) for width in widths)


@dataclass(frozen=True)
class Draft:
    """An act drafted."""

    template: str
    """The template that it comes from."""
    act: str
    """The act that it drafts, by `procedure/act`."""
    title: str
    name: str
    """The name of its file, without the suffix."""
    day: date
    """The day on which the act would be taken: the law is that of this day."""
    norms: tuple[str, ...]
    """What it rests on, in force on that day."""
    parts: tuple[Line | Grid, ...]
    procedure: str = ""
    """What the procedure of the act is called."""
    called: str | None = None
    """For whom it is, where there is one for each."""
    certain: bool = True
    """Whether the case says that it is needed."""
    lacks: tuple[str, ...] = ()
    """The facts of the case that would fill it in, and are not known."""


@dataclass(frozen=True)
class LeftOut:
    """An act of the course whose template cannot be used on its day, or which nobody said is needed."""

    template: str
    act: str
    said: str
    """Why, in words."""
    other_way: bool = False
    """Whether it is of a way that the answers leave open, another one being drafted."""


@dataclass(frozen=True)
class Without:
    """An act of the course that no template drafts."""

    day: date
    said: str
    """What it is, in words."""
    certain: bool
    either: bool = False
    """Whether it is one of two acts, of which no answer leaves both."""


@dataclass(frozen=True)
class Drafts:
    """The acts of a course."""

    made: tuple[Draft, ...]
    """In order of time."""
    left_out: tuple[LeftOut, ...]
    without: tuple[Without, ...]
    """The acts of the course that no template drafts, those of the procedures that it calls among them."""
    warned: str | None = None
    """What they must not be used without: a wished day of effect that cannot be kept."""
    contents: Draft | None = None
    """The table of contents, where the whole course is drafted."""
