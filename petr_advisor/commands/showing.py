"""Text shown to a person who reads it: on a terminal, in colour, its lines broken between words; plain in a pipe."""

import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from petr_advisor.errors import PetrAdvisorError

if TYPE_CHECKING:
    from petr_advisor.documents.blocks import Block


def show(text: str) -> None:
    """Print a text at once: in colour on a terminal, its lines broken between words; as it is in a pipe."""
    if not _shown_on_a_terminal():
        put(text)
        return
    from petr_advisor.commands.terminal.colours import print_coloured  # noqa: PLC0415 - a pipe does not need it
    from petr_advisor.words.typography import to_width  # noqa: PLC0415 - as above

    print_coloured(to_width(text, get_terminal_size().columns))
    sys.stdout.flush()


def laid_out(blocks: "Iterable[Block]") -> str:
    """Write blocks as `show` prints them: tables are drawn on a wide terminal, and are lists anywhere else."""
    from petr_advisor.documents.renderers.text import text  # noqa: PLC0415 - most commands print no document

    if not _shown_on_a_terminal():
        return text(blocks)
    from petr_advisor.commands.terminal.colours import drawn  # noqa: PLC0415 - a pipe does not need it

    return drawn(blocks, get_terminal_size().columns)


def draws_tables() -> bool:
    """Tell whether `laid_out` draws tables as tables."""
    if not _shown_on_a_terminal():
        return False
    from petr_advisor.commands.terminal.colours import ROOM  # noqa: PLC0415 - a pipe does not need it

    return get_terminal_size().columns >= ROOM


def _shown_on_a_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def put(text: str) -> None:
    """Print a text at once, as it is; PetrAdvisorError when there is nowhere to."""
    if sys.stdout is None:
        raise PetrAdvisorError.of("command.no-output")
    print(text, flush=True)


def in_a_browser() -> bool:
    """Tell whether a page shows the screen: textual-serve says so to the process that it begins."""
    return "TEXTUAL_DRIVER" in os.environ


def on_a_terminal() -> bool:
    """Tell whether there is a terminal to read on and to write on; a stream that was closed is None."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
