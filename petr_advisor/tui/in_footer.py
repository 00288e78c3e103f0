"""The keys that the foot of a screen names: where one answers, and where one reads the conclusions."""

from collections.abc import Iterable, Sequence

from petr_advisor.knowledge.base import KnowledgeBase

IN_QUESTION = (
    "answer", "back", "skip", "unknown", "why", "law", "note", "find_out", "form", "answers", "conclusions",
    "members", "territory", "commands", "language", "help", "home",
)  # fmt: skip
AT_REST = (
    "answer", "back", "undo", "find_out", "answers", "conclusions", "members", "territory", "commands", "language",
    "help", "home",
)  # fmt: skip
"""The keys that lead somewhere while there is no question."""
IN_CONCLUSIONS = (
    "open", "other_pane", "how", "why_not", "steps", "compare", "plan", "choose", "export", "drafts", "copy",
    "answers", "find_out", "commands", "help", "close",
)  # fmt: skip
"""What fits on three lines of 80 columns; the other keys are listed by F1 and by the palette."""


def beside_lines(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the keys as they are beside lines, of which n says no: a note is written by another key."""
    return tuple("note_line" if key == "note" else key for key in keys)


def in_conclusions(names: Sequence[str], base: KnowledgeBase) -> tuple[str, ...]:
    """Give the keys of the conclusions of some key questions; where one takes one thing at a time, the other's key."""
    another = any(name in base.key_questions and base.key_questions[name].another for name in names)
    keys = (name for name in IN_CONCLUSIONS if not another or name not in {"steps", "copy"})
    return (*(("next_tab",) if len(names) > 1 else ()), *keys, *(("another_one",) if another else ()))
