"""Where the lines of the terminal may end: at a space, unless it binds what stands on both sides."""

import re

from rich import _wrap
from rich.cells import cell_len

# Rich breaks a line at any space. Where a space binds (a high mark to its word, the number of an article, thousands)
# the mark or the number would stand alone; so would the mark of how an option or a condition stands, before its words.
_NUMBERS = r"(?<=[LRD]\.) (?=\d)|(?<=art\.) (?=[LRD\d])|(?<=\d) (?=\d{3}\b)"
_BINDING = rf"(?<=«) | (?=[:;?!»%€])|{_NUMBERS}|(?<=[●◐○⚖✔✘⚠▸▾]) "
_WORD = re.compile(rf"[ \t\n]*(?:[^ \t\n]|{_BINDING})+[ \t\n]*")


def keep_together() -> None:
    """Have Rich end no line at a space that binds."""
    _wrap.re_word = _WORD


def longest_word(text: str) -> int:
    """Count the columns of the longest part of a text in which no line ends; one where it is empty."""
    return max((cell_len(word.strip()) for word in _WORD.findall(text)), default=1)
