"""What the notes beside the scenarios say cannot be reached, and why."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

NOTES = "NOTES.md"
"""The name of the notes of a folder of scenarios."""

_LINE = re.compile(r"^- `([a-z0-9-]+)` `([a-z]+)` : (\S.*)$", re.MULTILINE)


def out_of_reach(paths: Iterable[Path]) -> Mapping[tuple[str, str], str]:
    """Give why some statuses are out of reach, in French, by (option, status), from the notes of some folders."""
    notes = (found for path in paths if path.is_dir() for found in sorted(path.rglob(NOTES)))
    return {
        (option, status): reason
        for note in notes
        for option, status, reason in _LINE.findall(note.read_text(encoding="utf-8"))
    }
