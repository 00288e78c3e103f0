"""The names of files of acts: words that every system takes."""

import re
import unicodedata

LONGEST = 100
"""Letters of a name, without the suffix."""
_NOT_TAKEN = re.compile(r"[^\w '’(),.-]+")
_SPACES = re.compile(r"\s+")


def file_name(title: str, after: str = "") -> str:
    """Give the name of a file for a title: no letter that a system refuses, cut between words.

    `after` tells it from others of the same title, and is kept whole where the title is cut.
    """
    tail = f" - {_plain(after)[: LONGEST // 2]}" if after else ""
    head = _plain(title)
    room = LONGEST - len(tail)
    if len(head) > room:
        head = head[:room].rsplit(" ", 1)[0]
    return f"{head.rstrip(' .,-')}{tail.rstrip(' .')}" or "-"


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    return _SPACES.sub(" ", _NOT_TAKEN.sub(" ", text)).strip()
