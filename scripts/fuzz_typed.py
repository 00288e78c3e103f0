"""Try the readers of typed text for a long time: `python scripts/fuzz_typed.py SECONDS [SEED]`.

The properties are those of `tests/properties/test_typed.py`, in turn, each time from another seed. What fails is
printed with its seed, shrunk to the shortest text; the last lines are the tries and the failures of each property.
"""

import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

ROUND = 500
"""Tries of a property before the next one has its turn."""

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["TRIES"] = str(ROUND)

from hypothesis import seed  # noqa: E402 - the number of tries is read when the properties are

from tests.properties import test_typed  # noqa: E402


def main(seconds: float, start: int) -> int:
    """Try until the time is over; give 1 if anything failed."""
    properties = {name: check for name, check in vars(test_typed).items() if name.startswith("test_")}
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for name, check in properties.items():
        _count(check, name, tried)
    end, number = time.monotonic() + seconds, start
    with suppress(KeyboardInterrupt):  # stopped early, what was tried is told all the same
        while time.monotonic() < end:
            for name, check in properties.items():
                failed[name] += _fails(check, name, number)
            number += 1
    for name in properties:
        print(f"{name}: {tried[name]} tries, {failed[name]} failures")
    print(f"{tried.total()} tries, {failed.total()} failures, seeds {start} to {number - 1}", flush=True)
    return int(failed.total() > 0)


def _count(check: Any, name: str, tried: Counter[str]) -> None:
    """Count each time that a property is tried."""
    inner = check.hypothesis.inner_test

    def counted(*given: Any, **named: Any) -> None:
        tried[name] += 1
        inner(*given, **named)

    check.hypothesis.inner_test = counted


def _fails(check: Callable[[], None], name: str, number: int) -> bool:
    try:
        seed(number)(check)()
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        print(f"FAILED {name}, seed {number}", traceback.format_exc(), sep="\n", flush=True)
        return True
    return False


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
