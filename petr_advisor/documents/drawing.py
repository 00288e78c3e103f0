"""Drawings by templates of SVG: hatches and marks rather than colours, texts that fit, nothing that is markup."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from petr_advisor.documents.parts import Picture
from petr_advisor.words.typography import clean

if TYPE_CHECKING:
    from jinja2 import Environment

WIDTH = 680.0
"""As wide as the text of a page."""
SIZE, LEADING = 14.0, 1.2
"""Height of letters, 9.6 points on a page; distance between lines in heights."""
_NARROW, _WIDE = frozenset("iljtfrI.,;:'’!()[] \u202f\u00a0"), frozenset("mwMW—…%")


def drawn(name: str, identifier: str, title: str, alt: str, accent: str, *, height: float, **shapes: Any) -> Picture:
    """Draw a picture by a template, as wide as the page; `alt` says what it shows to who cannot see it."""
    values = {"id": identifier, "title": title, "alt": alt, "accent": accent, "width": WIDTH, "height": height}
    svg = _environment().get_template(f"{name}.svg").render(**values, **shapes, size=SIZE, line=SIZE * LEADING)
    return Picture(id=identifier, title=title, alt=alt, svg=svg)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only where something is drawn

    return Environment(
        loader=PackageLoader("petr_advisor.documents"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: clean(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def wrap(text: str, width: float, *, most: int = 3, size: float = SIZE) -> list[str]:
    """Break a text into lines that fit, by an estimate of the width of letters; whole words are left out at the end."""
    lines = [""]
    for word in _words(text, width, size):
        if lines[-1] and wide(lines[-1] + word.rstrip(), size) > width:
            lines.append("")
        lines[-1] += word
    kept = [line.rstrip() for line in lines[:most]]
    return kept if len(lines) <= most else [*kept[:-1], _cut(kept[-1], width, size)]


def wide(text: str, size: float = SIZE) -> float:
    """Estimate how wide a text is."""
    return sum(size * _advance(letter) for letter in text)


def _words(text: str, width: float, size: float) -> Iterator[str]:
    """Give words with the space after them; one too long for a line is cut."""
    for word in text.split(" "):
        piece = ""
        for letter in word:
            if piece and wide(piece + letter, size) > width:
                yield piece
                piece = ""
            piece += letter
        yield f"{piece} "


def _cut(line: str, width: float, size: float) -> str:
    """End a line by an ellipsis after its last word that leaves room for it, or in its only word."""
    while wide(f"{line}…", size) > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,;:–(") + "…"


def _advance(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.1
    if letter in _NARROW:
        return 0.31
    return 0.85 if letter in _WIDE else 0.67 if letter.isupper() else 0.5
