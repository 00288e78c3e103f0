"""Text shown to a person who reads it: on a terminal, its lines are broken between words."""

import sys
from shutil import get_terminal_size

from petr_advisor.report.typography import to_width


def show(text: str) -> None:
    """Print a text at once."""
    if sys.stdout is not None and sys.stdout.isatty():
        text = to_width(text, get_terminal_size().columns)
    print(text, flush=True)
