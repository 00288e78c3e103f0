"""Killed at any moment, amid a saving or between two: no answer that was acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_fifteen_kills_lose_nothing(home: Path) -> None:
    """Sixty by hand: python -m tests.killing 60 1."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.killing", "15", "1"],
        capture_output=True, text=True, check=True, env={**os.environ, "PETR_ADVISOR_HOME": str(home)},
    )  # fmt: skip
    told = json.loads(found.stdout)
    assert told["lost"] == 0
    assert told["acknowledged"] > 15
    assert told["kept"] >= told["acknowledged"]
    assert set(told["left"]) <= {".db", ".db-wal", ".db-shm"}
