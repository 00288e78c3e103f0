"""How far a batch has come, on a terminal: rows, rate, time left."""

import sys
import time

from petr_advisor.errors import Language
from petr_advisor.words.speech import Speech

EVERY = 0.5
"""Seconds between two signs of life."""


class Shown:
    """A line that is written over; nothing where there is no terminal."""

    def __init__(self, language: Language) -> None:
        self._speech = Speech(language, in_print=False)
        self._on = sys.stderr is not None and sys.stderr.isatty()
        self._start = self._last = time.monotonic()
        self._width = 0

    def __call__(self, done: int, kept: int, total: int) -> None:
        """Say how far it is: rows done, of which some before this run, of all."""
        now = time.monotonic()
        if not self._on or (now - self._last < EVERY and done < total):
            return
        self._last = now
        rate = (done - kept) / max(now - self._start, 1e-9)
        left = round((total - done) / rate) if rate else 0
        minutes, seconds = divmod(left, 60)
        self._write(
            self._speech.phrase(
                "batch.progress",
                done=done,
                total=total,
                rate=f"{rate:.0f}",
                left=f"{minutes}:{seconds:02}",
            )
        )

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            print("\r", end="", file=sys.stderr, flush=True)

    def _write(self, text: str) -> None:
        print(f"\r{text:<{self._width}}", end="", file=sys.stderr, flush=True)
        self._width = len(text)
