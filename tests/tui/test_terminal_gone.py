"""A window that is closed ends the program, even where what started it, as make does, keeps that from it."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SMALL

BETWEEN = """
import fcntl, os, signal, subprocess, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGHUP, lambda *_: None)
program = subprocess.Popen([sys.executable, "-m", "petr_advisor", "--knowledge", sys.argv[1]])
os.write(int(sys.argv[2]), str(program.pid).encode())
while program.poll() is None:
    signal.sigtimedwait([], 0.1)
"""
FULL_SCREEN = b"\x1b[?1049h"


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="only Linux tells what runs under /proc")
def test_the_program_ends_with_its_terminal(home: Path) -> None:
    ours, theirs = pty.openpty()
    told, telling = os.pipe()
    command = [sys.executable, "-c", BETWEEN, str(SMALL), str(telling)]
    between = subprocess.Popen(  # noqa: S603
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, pass_fds=[telling],
        env={**os.environ, "PETR_ADVISOR_HOME": str(home), "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(theirs)
    program = int(os.read(told, 20))
    shown = b""
    while FULL_SCREEN not in shown:
        shown += os.read(ours, 4096)
    os.close(ours)
    deadline = time.monotonic() + 20
    while _runs(program) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = _runs(program)
    if left:
        os.kill(program, signal.SIGKILL)
    between.kill()
    between.wait()
    os.close(told)
    os.close(telling)
    assert not left


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
