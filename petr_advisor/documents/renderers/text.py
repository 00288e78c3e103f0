"""Blocks as plain text, for a terminal, a pipe, a screen reader or a mail: one line says one thing."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Item,
    Paragraph,
    PictureBlock,
    Table,
    words,
)

BESIDE = 60
"""A cell this short needs no title to be understood: it stands beside the first one."""
MARK = 12
"""A first cell this short, such as a number or a day, is said with the second one."""
EMPTY = frozenset({"", "–"})
_RULES = {1: "=", 2: "-"}
_MARKS = {"decision": "→ ", "warning": "! ", "notice": ""}
KEYBOARD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f", " "))


def text(blocks: Iterable[Block]) -> str:
    """Give blocks as lines, with the spaces of a keyboard."""
    return "\n".join(line.rstrip() for block in blocks for line in _block(block)).strip("\n").translate(KEYBOARD_SPACES)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Paragraph():
            yield words(block.line)
        case Callout():
            first, *others = map(words, block.lines)
            yield f"{_MARKS[block.tone]}{first}"
            yield from (f"  {line}" for line in others if line)
        case Bullets():
            yield from _items(block.items, "", numbered=block.numbered)
        case Table():
            yield from (line for row in block.rows for line in _row(block.header, row))
        case PictureBlock():
            return  # words and tables beside it say the same


def _heading(heading: Heading) -> Iterator[str]:
    yield ""
    if heading.level in _RULES:
        yield heading.text
        yield _RULES[heading.level] * min(len(heading.text), 78)
    else:
        yield f"— {heading.text} —"


def _items(items: Iterable[Item], margin: str, *, numbered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        yield f"{margin}{f'{number}.' if numbered else '-'} {words(item.line)}"
        yield from _items(item.children, f"{margin}    ")


def _row(header: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    """Give a row: what it is about with what is short beside it and where it is written, then the rest by title."""
    said = [(title, cell) for title, cell in zip(header, row, strict=True) if cell and _plain(cell) not in EMPTY]
    heads = said[: 2 if len(_plain(said[0][1])) <= MARK else 1]
    lead, more = _lead([cell for _, cell in heads])
    rest = said[len(heads) :]
    beside = [_plain(cell) for _, cell in rest if _beside(cell)]
    places = "; ".join(_plain(cell) for _, cell in rest if _cites(cell))
    yield f"- {' · '.join([lead, *beside])}{f' [{places}]' if places else ''}"
    yield from (f"    {line}" for line in more)
    for title, cell in rest:
        if not _beside(cell) and not _cites(cell):
            first, *others = map(words, cell)
            yield f"    {title} – {first}"
            yield from (f"      {line}" for line in others)


def _lead(cells: list[Cell]) -> tuple[str, list[str]]:
    """Give the first lines of the first cells as one, and their other lines."""
    return " ".join(words(cell[0]) for cell in cells), [words(line) for cell in cells for line in cell[1:]]


def _plain(cell: Cell) -> str:
    return " ".join(words(line) for line in cell)


def _beside(cell: Cell) -> bool:
    return len(cell) == 1 and len(words(cell[0])) <= BESIDE and not _cites(cell)


def _cites(cell: Cell) -> bool:
    """Tell whether a cell only says where something is written."""
    return all(run.to is not None for line in cell for run in line)
