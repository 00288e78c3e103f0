"""The letters of a document: what may not be in it is taken out, and each language gets its spaces and apostrophes."""

import re
import textwrap
import unicodedata
from functools import lru_cache

from petr_advisor.words.texts import Language, curled

NARROW, WIDE = "\u202f", "\u00a0"
KEYBOARD_SPACES = str.maketrans(dict.fromkeys(NARROW + WIDE, " "))
NARROWEST = 30
"""On a terminal narrower than this lines are left as they are."""
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that would turn round the text after an answer that holds them."""

_BEFORE_HIGH_MARKS = re.compile(r" +([;!?])(?=\s|$|[»)\]])")
_BEFORE_COLON = re.compile(r" +:(?=\s|$)")
_ARTICLE = re.compile(r"\b(art\.|[LRD]\.|n°|nos|al\.) (?=[\dLRD*<\[…])")
_UNIT = re.compile(r"(?<=\d) (?=[%€])")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b(?! ?\d{3}-))")


@lru_cache(maxsize=50_000)  # a document says the same places and titles many times over
def clean(text: str) -> str:
    """Take out what no document may hold: control characters, lone surrogates, marks of direction."""
    kept = (" " if letter in "\n\r\t\v\f" else letter for letter in text if letter not in _DIRECTION_MARKS)
    return "".join(letter for letter in kept if unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})


def as_a_line(name: str) -> str:
    """Give the name of a consultation as a line to be shown."""
    return " ".join(clean(name).split())[:200]


@lru_cache(maxsize=50_000)
def set_type(text: str, language: Language) -> str:
    """Give a text the apostrophes and the spaces that do not break of its language."""
    text = curled(clean(text))
    if language == "fr":
        text = text.replace("« ", f"«{WIDE}").replace(" »", f"{WIDE}»")
        text = _BEFORE_HIGH_MARKS.sub(rf"{NARROW}\1", text)
        text = _BEFORE_COLON.sub(f"{WIDE}:", text)
        text = _UNIT.sub(NARROW, text)
        text = _THOUSANDS.sub(NARROW, text)
    return _ARTICLE.sub(rf"\1{WIDE}", text)


def to_width(text: str, width: int) -> str:
    """Break the lines of a text between words, each continued a little further in than it begins."""
    if width < NARROWEST:
        return text
    lines = []
    for line in text.split("\n"):
        margin = " " * (len(line) - len(line.lstrip(" ")) + 2)
        broken = textwrap.wrap(
            line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False,
            replace_whitespace=False, drop_whitespace=True, expand_tabs=False,
        )  # fmt: skip
        lines += broken or [line]
    return "\n".join(lines)


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def no_capital(text: str) -> str:
    """Begin a text with a small letter, unless its first word is an acronym or a name with figures."""
    first = text.split(" ", 1)[0]
    elided = first[1:2] in {"'", "’"}  # « L’EPCI »: the article is not of the acronym
    return text if len(first) > 1 and first.upper() == first and not elided else text[:1].lower() + text[1:]


def full_stop(text: str) -> str:
    """End a sentence with a full stop when nothing else ends it."""
    return text if text.rstrip()[-1:] in {".", "!", "?", "…", ":"} else f"{text.rstrip()}."
