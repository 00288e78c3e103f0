"""Words in block letters, for a projector: a terminal has one size of type, three of its lines a larger one."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from pyfiglet import Figlet

FONT = "future"
"""A FIGlet font of three lines, with one cell between letters: it has no accents, which stand on a line above."""
HEIGHT = 4
"""Lines of a line of block letters, that of the accents with them."""
MARKS = {"\u0301": "╱", "\u0300": "╲", "\u0302": "╱╲", "\u0308": "╹╹"}
"""How accents are drawn above a letter."""
CEDILLA, TAIL = "\u0327", ("━", "┳")
"""What a cedilla turns into what, in the lowest line of a letter."""
PLAIN = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "})
SPACE = "  "

Rows = tuple[str, ...]


def block_letters(words: str, width: int, most: int) -> str | None:
    """Write words in block letters on lines of a width, broken between words; None where `most` lines do not hold them.

    A line of block letters takes HEIGHT lines of the terminal.
    """
    drawn = [_word(word) for word in words.translate(PLAIN).split()]
    if not drawn or any(len(word[0]) > width for word in drawn):
        return None
    lines = [drawn[0]]
    for word in drawn[1:]:
        if len(lines[-1][0]) + len(SPACE) + len(word[0]) <= width:
            lines[-1] = _beside(lines[-1], (SPACE,) * HEIGHT, word)
        else:
            lines.append(word)
    if len(lines) * HEIGHT > most:
        return None
    return "\n".join(row.rstrip() for line in lines for row in line)


@lru_cache(maxsize=500)
def _word(word: str) -> Rows:
    return _beside(*(_letter(letter) for letter in word))


def _beside(*parts: Rows) -> Rows:
    return tuple("".join(rows) for rows in zip(*parts, strict=True))


def _letter(letter: str) -> Rows:
    """Draw a letter with its accent; one that the font does not have stands small in the middle."""
    base, *marks = tuple(normalize("NFD", letter))
    rows = tuple(_figlet().renderText(base).split("\n")[: HEIGHT - 1])
    if not any(row.strip() for row in rows):
        rows = (" " * len(letter), letter, " " * len(letter))
    width = max(map(len, rows))
    above = next((MARKS[mark] for mark in marks if mark in MARKS), "")
    *upper, lowest = (row.ljust(width) for row in rows)
    if CEDILLA in marks:
        lowest = lowest.replace(*TAIL, 1)
    return (above.center(width)[:width], *upper, lowest)


@cache
def _figlet() -> "Figlet":
    from pyfiglet import Figlet  # noqa: PLC0415 - only a projected page needs it

    return Figlet(font=FONT, width=1000)


def pages(heights: list[int], room: int) -> Iterator[range]:
    """Part lines of some heights into pages of a room, in order; what is higher than a page has one of its own."""
    first = used = 0
    for place, height in enumerate(heights):
        if place > first and used + height > room:
            yield range(first, place)
            first, used = place, 0
        used += height
    yield range(first, len(heights))
