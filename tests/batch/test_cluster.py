"""A batch on a Dask cluster: a real scheduler and two workers, one killed in the middle; every row there, once."""

import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from petr_advisor import __version__
from petr_advisor.batch.form import Order
from petr_advisor.batch.pools import concluded_elsewhere
from petr_advisor.checking import load
from petr_advisor.errors import PetrAdvisorError
from tests.batch.test_killed import HEAD, PATIENCE, batch, until
from tests.conftest import SMALL

ROWS = 1_400
NOWHERE = "tcp://127.0.0.1:9"


@pytest.fixture
def cluster(tmp_path: Path, home: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers on this machine; gives its address, and the workers."""
    pytest.importorskip("distributed")
    log = tmp_path / "scheduler.log"
    with log.open("wb") as told:
        started = [_dask(told, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
        try:
            assert until(lambda: _address(log) is not None)
            address = _address(log) or ""
            alone = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
            started += [_dask(told, "worker", address, *alone) for _ in range(2)]
            assert until(lambda: log.read_text("utf-8").count("Registered to") == 2)
            yield address, started[1:]
        finally:
            for each in reversed(started):
                each.kill()
                each.wait(PATIENCE)


def _dask(told: object, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", *words]
    return subprocess.Popen(command, stdout=told, stderr=told)  # type: ignore[call-overload,no-any-return] # noqa: S603


def _address(log: Path) -> str | None:
    found = re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text("utf-8"))
    return found[1] if found else None


def test_a_worker_killed_in_the_middle_loses_no_row_and_gives_none_twice(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    rows = "".join(f"r{n},{('closed', 'association', 'open')[n % 3]}\n" for n in range(ROWS))
    (tmp_path / "in.csv").write_text(HEAD + rows, encoding="utf-8")
    running = batch(tmp_path, "--scheduler", address)
    parts = tmp_path / ".out.csv.parts"
    assert until(lambda: len(list(parts.glob("rejects-*.part"))) >= 2)
    os.kill(workers[0].pid, signal.SIGKILL)
    assert not (tmp_path / "out.csv").exists()
    said, told = running.communicate(timeout=2 * PATIENCE)
    assert (running.returncode, f"{ROWS} rows".encode() in said.replace(b",", b"")) == (0, True), told
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[1] for line in lines[::2]] == [f"r{n}" for n in range(ROWS)]
    by_cluster = (tmp_path / "out.csv").read_bytes()
    for each in tmp_path.glob("out*.csv"):
        each.unlink()
    again = batch(tmp_path, "--jobs", "1")
    _, told = again.communicate(timeout=2 * PATIENCE)
    assert again.returncode == 0, told
    assert (tmp_path / "out.csv").read_bytes() == by_cluster


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    (tmp_path / "in.csv").write_text(f"{HEAD}a,closed\n", encoding="utf-8")
    running = batch(tmp_path, "--scheduler", NOWHERE)
    _, told = running.communicate(timeout=PATIENCE)
    assert running.returncode == 2
    assert NOWHERE in told.decode()
    assert "Traceback" not in told.decode()
    assert not (tmp_path / "out.csv").exists()


def test_a_worker_of_other_rules_refuses_in_words_that_travel() -> None:
    order = Order(SMALL, "native", (), date(2026, 11, 24), (), "en")
    with pytest.raises(PetrAdvisorError) as refused:
        concluded_elsewhere((__version__, "another hash"), order, ())
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)  # noqa: S301 - made here
    assert concluded_elsewhere((__version__, load(SMALL).hash), order, ())["options"] == []
