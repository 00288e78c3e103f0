"""What a slide is: its title, what it shows, what the speaker has before him."""

from collections.abc import Sequence
from typing import NamedTuple

from petr_advisor.documents.blocks import ChartBlock
from petr_advisor.documents.parts import Citation, Picture


class Grid(NamedTuple):
    """A table."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Relative widths of its columns."""
    figures: tuple[int, ...] = ()
    """Columns of figures, set to the right."""
    more: int = 0
    """Rows that are told elsewhere only."""


class Slide(NamedTuple):
    """A slide: its title, what it shows, what the speaker has before him."""

    title: str
    items: tuple[str, ...] = ()
    lead: str = ""
    """What stands above the items, or the table, in strong letters."""
    grid: Grid | None = None
    picture: Picture | None = None
    chart: ChartBlock | None = None
    """What compares the figures of its table, below it where there is room."""
    notes: tuple[str, ...] = ()
    words_first: bool = False
    """Whether the picture is left out where it leaves its items too little room."""


def cited(text: str, citations: Sequence[Citation]) -> str:
    """Give a text with where it is written, for the speaker."""
    places = "; ".join(citation.place for citation in citations if not citation.no_text)
    return f"{text} [{places}]" if places else text
