"""Text shown to a person who reads it: on a terminal, its lines are broken between words."""

import sys
from shutil import get_terminal_size

from petr_advisor.errors import PetrAdvisorError


def show(text: str) -> None:
    """Print a text at once, its lines broken between words on a terminal."""
    if sys.stdout is not None and sys.stdout.isatty():
        from petr_advisor.words.typography import to_width  # noqa: PLC0415 - a pipe does not need it

        text = to_width(text, get_terminal_size().columns)
    put(text)


def put(text: str) -> None:
    """Print a text at once, as it is; PetrAdvisorError when there is nowhere to."""
    if sys.stdout is None:
        raise PetrAdvisorError.of("command.no-output")
    print(text, flush=True)


def on_a_terminal() -> bool:
    """Tell whether there is a terminal to read on and to write on; a stream that was closed is None."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
