"""Blocks as plain text, for a terminal, a pipe, a screen reader or a mail: one line says one thing."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import Block, words
from petr_advisor.documents.renderers.lines import Written, lines
from petr_advisor.words.typography import KEYBOARD_SPACES

_RULES = {1: "=", 2: "-"}


def text(blocks: Iterable[Block]) -> str:
    """Give blocks as lines, with the spaces of a keyboard."""
    found = (line.rstrip() for written in lines(blocks) for line in _lines(written))
    return "\n".join(found).strip("\n").translate(KEYBOARD_SPACES)


def _lines(written: Written) -> Iterator[str]:
    said = words(written.line)
    if written.level not in _RULES:
        yield from ("", f"— {said} —") if written.level else (said,)
        return
    yield ""
    yield said
    yield _RULES[written.level] * min(len(said), 78)
