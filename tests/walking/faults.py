"""What is a fault wherever it is seen, on a screen, at a prompt or in a terminal."""

import re
from typing import Any

MACHINE = re.compile(
    r"Traceback|\b[A-Z][A-Za-z]*(?:Error|Exception)\b|\b0x[0-9a-f]{6,}|<[\w.]+ object|\bpydantic\b|NoneType"
    r"|[Ee]rreur interne|internal error"
)
"""Words of the machine, which no person should read."""


class Fault(AssertionError):  # noqa: N818 - something met, as walkers say
    """Something that a walker must not meet; `walk` is the one that met it."""

    walk: Any = None


def in_words(text: str) -> None:
    """Refuse a text with words of the machine."""
    if found := MACHINE.search(text):
        raise Fault(f"words of the machine: {text[max(0, found.start() - 80) : found.end() + 200]!r}")
