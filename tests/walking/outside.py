"""An attacker from outside: the installed command in a real pseudo-terminal, knowing nothing of its code."""

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pyte

from tests.walking.faults import Fault, in_words

KEYS = (
    b"\x1b[A", b"\x1b[B", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\r", b"\r", b"\r", b"\t", b"\x1b[Z", b"\x1b", b" ",
    b"\x13", b"\x1b[5~", b"\x1b[6~", b"\x1bOP", b"\x7f", "²".encode(), "é".encode(), b"0", b"1", b"1", b"2", b"3", b"a",
    b"c", b"d", b"i", b"l", b"m", b"n", b"o", b"p", b"r", b"s", b"t", b"\x10", b"\x03", b"\x00",
    b"\x1b[200~1/00\x1b[201~",
    b"\r\r\r", b"\x1b[B\r", "٣½".encode(), b"\xff\xfe",
)  # fmt: skip
"""What a keyboard can send: arrows, Enter and bursts of it, Ctrl+S, F1, letters, a paste, half a letter."""
SIZES = ((24, 80), (40, 120), (10, 40), (30, 100))
PATIENCE = 60


class Terminal:
    """A command in a terminal of its own."""

    def __init__(self, home: Path, *arguments: str, size: tuple[int, int] = SIZES[0]) -> None:
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self.screen)
        self._arguments = arguments
        outer, inner = pty.openpty()
        self._outer = outer
        self.resize(*size)
        command = Path(sys.executable).with_name("petr-advisor")
        environment = {**os.environ, "PETR_ADVISOR_HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [command, *arguments], stdin=inner, stdout=inner, stderr=inner, cwd=home, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(inner)

    def resize(self, lines: int, columns: int) -> None:
        """Give the window another size, as dragging its corner does."""
        fcntl.ioctl(self._outer, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)
        if hasattr(self, "process"):
            self.process.send_signal(signal.SIGWINCH)

    def send(self, typed: bytes) -> None:
        """Type something."""
        try:
            os.write(self._outer, typed)
        except OSError as error:
            if error.errno != errno.EIO:  # it has ended
                raise

    def look(self, seconds: float = 0.05) -> str:
        """Read what was written, until nothing comes for some time; give the screen."""
        while select.select([self._outer], [], [], seconds)[0]:
            try:
                written = os.read(self._outer, 65_536)
            except OSError:
                break
            if not written:
                break
            self._stream.feed(written)
        return "\n".join(self.screen.display)

    def until(self, shown: Callable[[str], bool]) -> str:
        """Wait until the screen shows something."""
        limit = time.monotonic() + PATIENCE
        while not shown(text := self.look()):
            if time.monotonic() > limit or self.process.poll() is not None:
                raise Fault(f"never shown; ended with {self.process.poll()}:\n{text}")
        return text

    def close(self, *, kill: bool = False) -> int:
        """Quit by Ctrl+Q, or by the end of the input at the prompts, or kill; give the code of the end."""
        if kill:
            self.process.kill()
        limit = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < limit:
            self.send(b"\x11\n\x04" if "--plain" in self._arguments else b"\x11")
            self.look(0.2)
        if self.process.poll() is None:
            self.process.kill()
            raise Fault(f"Ctrl+Q does not end it:\n{self.look()}")
        self.look()
        os.close(self._outer)
        return self.process.wait()


def attack(home: Path, seed: int, keys: int, *arguments: str) -> tuple[int, str]:
    """Send random keys to the command, and check what is seen; give the code it ends with, and what tells more."""
    dice = Random(seed)
    terminal = Terminal(home, *arguments, size=dice.choice(SIZES))
    sent: list[bytes] = []
    try:
        terminal.until(lambda text: bool(text.strip()))
        for _ in range(keys):
            if dice.random() < 0.05:
                terminal.resize(*dice.choice(SIZES))
            sent.append(dice.choice(KEYS))
            terminal.send(sent[-1])
            if dice.random() < 0.5:  # else the next key comes while it is at work
                in_words(terminal.look())
            if terminal.process.poll() is not None:
                break
        code, left = _ended(terminal)
    except Fault as fault:
        raise Fault(f"seed {seed}, keys {b' '.join(sent)!r}: {fault}") from fault
    return code, f"keys {b' '.join(sent)!r}, screen:\n{left}"


def _ended(terminal: Terminal) -> tuple[int, str]:
    """End the command, and check what it leaves on the screen; give its code and that."""
    code = terminal.close()
    left = "\n".join(terminal.screen.display)
    in_words(left)
    return code, left
