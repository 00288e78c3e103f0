"""How far a long command has come: a bar, rate and time left, on a terminal only; taken away at the end."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from petr_advisor.errors import Language
from petr_advisor.words.speech import Speech

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MIN_RATE = 1e-9


class Bar:
    """A bar that is drawn over; nothing where no terminal shows what is said beside the output."""

    def __init__(self, language: Language, key: str) -> None:
        """Say by a phrase with <done>, <total>, <rate> and <left> how far it is."""
        self._speech, self._key = Speech(language, in_print=False), key
        self._drawn: tuple[Progress, TaskID] | None = None
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        """Begin to draw: how much there is to do is not known yet."""
        if sys.stderr is not None and sys.stderr.isatty():
            self._drawn = _begin()
        self._start = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away, whatever happened."""
        if self._drawn is not None:
            self._drawn[0].stop()
            self._drawn = None

    def __call__(self, done: int, total: int, kept: int = 0) -> None:
        """Say how far it is: things done, of all, some of them before this run."""
        if self._drawn is None:
            return
        rate = (done - kept) / max(time.monotonic() - self._start, MIN_RATE)
        minutes, seconds = divmod(round((total - done) / rate) if rate else 0, 60)
        said = self._speech.phrase(
            self._key, done=done, total=total, rate=f"{rate:.0f}", left=f"{minutes}:{seconds:02}"
        )
        progress, task = self._drawn
        progress.update(task, completed=done, total=total, description=said)


def _begin() -> "tuple[Progress, TaskID]":
    from rich.console import Console  # noqa: PLC0415 - a pipe does not need it
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    told = TextColumn("{task.description}", markup=False)
    progress = Progress(
        BarColumn(), told, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    task = progress.add_task("", total=None)
    progress.start()
    return progress, task
