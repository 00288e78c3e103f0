"""What comes from the keyboard may be no text: half a letter of another alphabet, a file pasted by mistake."""

import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial


def bear_any_byte() -> None:
    """Read bytes that are no letters as a sign of replacement: Textual's own decoder ends the program at the first."""
    if sys.platform != "win32":  # there the keys come as letters
        from textual.drivers import linux_driver  # noqa: PLC0415 - it cannot be imported on other systems

        vars(linux_driver)["getincrementaldecoder"] = _lenient


def _lenient(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
