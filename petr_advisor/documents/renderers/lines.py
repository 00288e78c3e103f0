"""Blocks as lines of runs, one thing a line: what plain text and the screen are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    ChartBlock,
    Field,
    Heading,
    Item,
    Line,
    Paragraph,
    PictureBlock,
    Run,
    Table,
    words,
)

BESIDE = 60
"""A cell this short needs no title to be understood: it stands beside the first one."""
MARK = 12
"""A first cell this short, such as a number or a day, is said with the second one."""
EMPTY = frozenset({"", "–"})
DASH = "– "
"""Between a title and what it titles, and before each of several things in one cell."""
_TONES = {"decision": "→ ", "warning": "! ", "notice": ""}


@dataclass(frozen=True)
class Written:
    """A line, with what stands behind it."""

    line: Line
    level: int = 0
    """That of a heading; 0 for anything else."""
    id: str = ""
    """The anchor of a heading."""
    about: str | None = None
    """What it is about, or the row or item that it is part of."""
    cites: Line = ()
    """What the row or item that it is part of cites."""
    first: bool = True
    """Whether it is the first line of that row or item."""


def lines(blocks: Iterable[Block]) -> Iterator[Written]:
    """Give blocks as lines."""
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Written]:
    match block:
        case Heading():
            yield Written((Run(text=block.text),), level=block.level, id=block.id)
        case Paragraph():
            yield _written(block.line, block.line)
        case Callout():
            first, *others = block.lines
            yield _written((Run(text=_TONES[block.tone], style="mark"), *first), first)
            yield from (_written((Run(text="  "), *line), line) for line in others if words(line))
        case Bullets():
            yield from _items(block.items, "", numbered=block.numbered)
        case Table():
            yield from (line for row in block.rows for line in _row(block.header, row))
        case PictureBlock() | ChartBlock():
            return  # words and tables beside it say the same
        case Field():
            yield Written((Run(text=f"[{block.key}] ({expected(block)}) = "),))


def expected(field: Field) -> str:
    """Say what is to be written in a field."""
    return " / ".join(field.choices) or field.hint


def _written(line: Line, behind: Line, about: str | None = None, *, first: bool = True) -> Written:
    """Write a line, with what it names and cites itself, else what it is part of."""
    own = next((run.about for run in line if run.about), None)
    cited = tuple(run for run in (line if own else behind) if run.to)
    return Written(line, about=own or about, cites=cited or tuple(run for run in behind if run.to), first=first)


def _items(items: Iterable[Item], margin: str, *, numbered: bool = False) -> Iterator[Written]:
    for number, item in enumerate(items, 1):
        mark = Run(text=f"{margin}{f'{number}.' if numbered else '-'} ")
        yield _written((mark, *item.line), item.line)
        yield from _items(item.children, f"{margin}    ")


def _row(header: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[Written]:
    """Give a row: what it is about with what is short beside it and where it is written, then the rest by title."""
    behind = tuple(run for cell in row if _cites(cell) for line in cell for run in line)
    about = next((run.about for cell in row for line in cell for run in line if run.about), None)
    first, *others = _row_lines(header, row)
    yield _written(first, behind, about)
    yield from (_written(line, behind, about, first=False) for line in others)


def _row_lines(header: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[Line]:
    said = [(title, cell) for title, cell in zip(header, row, strict=True) if cell and _plain(cell) not in EMPTY]
    heads = said[: 2 if len(_plain(said[0][1])) <= MARK else 1]
    rest = said[len(heads) :]
    lead = _joined((cell[0] for _, cell in heads), " – " if any(map(str.isalpha, _plain(said[0][1]))) else " ")
    beside = _joined([lead, *(cell[0] for _, cell in rest if _beside(cell))], " · ")
    places = _joined((line for _, cell in rest if _cites(cell) for line in cell), "; ")
    yield (Run(text="- "), *beside, *((Run(text=" ["), *places, Run(text="]")) if words(places) else ()))
    yield from ((Run(text="    "), *line) for _, cell in heads for line in cell[1:])
    for title, cell in rest:
        if not _beside(cell) and not _cites(cell):
            yield from _titled(title, cell)


def _titled(title: str, cell: Cell) -> Iterator[Line]:
    """Give a cell below its title: beside it unless its own lines each have a dash already."""
    first, *others = cell
    if words(first).startswith(DASH):
        yield (Run(text=f"    {title}"),)
        others = list(cell)
    else:
        yield (Run(text=f"    {title} {DASH}"), *first)
    yield from ((Run(text="      "), *line) for line in others)


def _joined(found: Iterable[Line], between: str) -> Line:
    """Put lines one after the other."""
    runs: list[Run] = []
    for line in found:
        runs += [Run(text=between)] if runs else []
        runs += line
    return tuple(runs)


def _plain(cell: Cell) -> str:
    return " ".join(words(line) for line in cell)


def _beside(cell: Cell) -> bool:
    return len(cell) == 1 and len(words(cell[0])) <= BESIDE and not _cites(cell)


def _cites(cell: Cell) -> bool:
    """Tell whether a cell only says where something is written."""
    return all(run.to is not None for line in cell for run in line)
