"""What a long run has held so far: a line for each dozen, written as it ends, so that a run cut short is taken up."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from tests.walking.walks import Dozen, Failure

Settings = dict[str, str | int]
"""What a run must have in common with the one that it goes on with."""


def begin(ledger: Path, settings: Settings, held: Iterable[Dozen]) -> None:
    """Begin a ledger, with what was held already; the one before stands until this one is whole."""
    new = ledger.with_suffix(".new")
    new.write_text("".join([json.dumps(settings) + "\n", *map(_line, held)]), encoding="utf-8")
    new.replace(ledger)


def add(ledger: Path, found: Dozen) -> None:
    """Write what a dozen gave."""
    with ledger.open("a", encoding="utf-8") as file:
        file.write(_line(found))


def read(ledger: Path, settings: Settings) -> Iterator[Dozen]:
    """Give what was held; nothing from a run of other settings. A last line cut short is left out."""
    lines = ledger.read_text(encoding="utf-8").split("\n") if ledger.exists() else [""]
    if lines[0] != json.dumps(settings):
        return
    for line in lines[1:-1]:
        told = json.loads(line)
        failures = [Failure(**failure) for failure in told.pop("failures")]
        walks, steps = Counter(told.pop("walks")), Counter(told.pop("steps"))
        yield Dozen(**told, walks=walks, steps=steps, failures=failures)


def _line(found: Dozen) -> str:
    failures = [asdict(failure) for failure in found.failures]
    return json.dumps({**vars(found), "failures": failures}, ensure_ascii=False) + "\n"
