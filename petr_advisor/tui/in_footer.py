"""The keys that the foot of the question screen names."""

IN_FOOTER = (
    "answer", "back", "skip", "unknown", "why", "law", "note", "find_out", "form", "answers", "conclusions",
    "members", "territory", "commands", "language", "help", "home",
)  # fmt: skip
IN_CHECKLIST = tuple("note_line" if name == "note" else name for name in IN_FOOTER)
"""Beside lines, of which n says no."""

AT_REST = (
    "answer", "back", "undo", "find_out", "answers", "conclusions", "members", "territory", "commands", "language",
    "help", "home",
)  # fmt: skip
"""The keys that lead somewhere while there is no question."""
