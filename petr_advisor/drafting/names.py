"""The names of files of acts: words that every system takes."""

import re
import unicodedata

LONGEST = 120
"""Letters of a name, without the suffix."""
_JOINING = 3
"""Letters of words that join others, such as « du » or « sur »."""
_NOT_TAKEN = re.compile(r"[^\w '’(),.-]+")
_SPACES = re.compile(r"\s+")


def file_name(title: str, after: str = "") -> str:
    """Give the name of a file for a title: no letter that a system refuses, cut between words.

    `after` tells it from others of the same title, and is kept whole where the title is cut.
    """
    tail = f" - {_cut(_plain(after), LONGEST // 2)}" if after else ""
    head = _cut(_plain(title), LONGEST - len(tail))
    return f"{head.rstrip(' .,-')}{tail.rstrip(' .')}" or "-"


def _cut(text: str, room: int) -> str:
    """Cut a text after a word, and not after one that calls for another; a single word too long is cut anywhere."""
    if len(text) <= room:
        return text
    words = text[: room + 1].split(" ")[:-1]
    while len(words) > 1 and len(words[-1]) <= _JOINING:
        words.pop()
    return " ".join(words) or text[:room]


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    return _SPACES.sub(" ", _NOT_TAKEN.sub(" ", text)).strip()
