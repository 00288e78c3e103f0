"""Work killed in the middle: its processes end with it, and another run of a batch goes on where it was."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SMALL

HEAD = "id,structure.form\n"
PATIENCE = 60.0


def batch(folder: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "petr_advisor", "batch", str(folder / "in.csv"), "-o", str(folder / "out.csv")]
    command += ["--knowledge", str(SMALL), "--lang", "en", *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own program


def until(there: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if there():
            return True
        time.sleep(0.05)
    return False


def children(process: int) -> list[int]:
    """Give the processes that a process started, as Linux tells it."""
    return [int(name) for name in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells whose children processes are")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_what_is_done_is_kept_and_nobody_stays_behind(tmp_path: Path, how: signal.Signals) -> None:
    rows = "".join(f"r{n},{('closed', 'association', 'open')[n % 3]}\n" for n in range(700))
    (tmp_path / "in.csv").write_text(HEAD + rows, encoding="utf-8")
    running = batch(tmp_path, "--jobs", "2")
    parts = tmp_path / ".out.csv.parts"
    assert until(lambda: len(list(parts.glob("rejects-*.part"))) >= 2)
    workers = children(running.pid)
    assert workers
    os.kill(running.pid, how)
    _, told = running.communicate(timeout=PATIENCE)
    assert running.returncode == {signal.SIGKILL: -signal.SIGKILL, signal.SIGINT: 130}[how]
    assert (b"--resume" in told) == (how is signal.SIGINT)
    assert until(lambda: not any(map(lives, workers)))
    assert not (tmp_path / "out.csv").exists()
    if how is signal.SIGINT:
        return
    kept = len(list(parts.glob("rejects-*.part")))
    assert 2 <= kept < 22

    again = batch(tmp_path, "--resume", "--jobs", "1")
    said, _ = again.communicate(timeout=PATIENCE)
    assert (again.returncode, b"700 rows" in said) == (0, True)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[1] for line in lines[::2]] == [f"r{n}" for n in range(700)]
    assert not parts.exists()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells whose children processes are")
def test_nobody_stays_behind_of_an_evaluation() -> None:
    command = [sys.executable, "-m", "petr_advisor", "evaluate", "scenarios", "--every-date", "--jobs", "2"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own program
    assert until(lambda: len(children(running.pid)) >= 3)  # two, and who minds what they share
    workers = children(running.pid)
    os.kill(running.pid, signal.SIGTERM)
    running.communicate(timeout=PATIENCE)
    assert until(lambda: not any(map(lives, workers)))
