"""The terminal that goes, closed or cut off: the program ends with it, whoever stands between the two."""

import os
import select
import signal
import sys
from threading import Thread


def end_with_terminal() -> None:
    """End the program, as the system does, when the terminal on which it is held is gone.

    Who started it, as make does, may hear of that and only wait: Textual would then read nothing without end, and the
    dossier stay taken. What was answered is saved by then.
    """
    if sys.stdin.isatty() and hasattr(select, "poll"):
        Thread(target=_end_when_hung_up, args=(sys.stdin.fileno(),), daemon=True).start()


def _end_when_hung_up(terminal: int) -> None:
    gone = select.poll()
    gone.register(terminal, 0)  # that it hung up is told, whatever is asked of it
    if any(event & select.POLLHUP for _, event in gone.poll()):
        os.kill(os.getpid(), signal.SIGHUP)
