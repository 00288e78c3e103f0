"""The program as it is run in a terminal and in a pipe."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from dataclasses import dataclass

COMMAND = (sys.executable, "-m", "petr_advisor")
PATIENCE = 120.0


@dataclass(frozen=True)
class Shown:
    """What a terminal was sent, and the code of the command."""

    code: int
    text: str


def in_terminal(*arguments: str, columns: int = 80, rows: int = 40, also: Mapping[str, str] | None = None) -> Shown:
    """Run a command whose output and errors go to a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
    env = {**kept, "TERM": "xterm-256color", **(also or {})}
    found = bytearray()
    with subprocess.Popen(  # noqa: S603 - our own program
        [*COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=env
    ) as process:
        os.close(theirs)
        try:
            while block := os.read(ours, 65536):
                found += block
        except OSError:  # the other end was closed
            pass
        code = process.wait(PATIENCE)
    os.close(ours)
    return Shown(code, found.decode("utf-8", "replace").replace("\r\n", "\n"))


def in_pipe(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose output and errors are read by a program."""
    return subprocess.run(  # noqa: S603 - as above
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment},
        stdin=subprocess.DEVNULL, timeout=PATIENCE,
    )  # fmt: skip
