"""The keys that the foot of a screen on which one answers names."""

from collections.abc import Iterable

IN_QUESTION = (
    "answer", "back", "skip", "unknown", "why", "law", "note", "find_out", "form", "answers", "conclusions",
    "members", "territory", "commands", "language", "help", "home",
)  # fmt: skip
AT_REST = (
    "answer", "back", "undo", "find_out", "answers", "conclusions", "members", "territory", "commands", "language",
    "help", "home",
)  # fmt: skip
"""The keys that lead somewhere while there is no question."""


def beside_lines(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the keys as they are beside lines, of which n says no: a note is written by another key."""
    return tuple("note_line" if key == "note" else key for key in keys)
