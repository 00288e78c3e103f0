"""How fast is what a client receives: whole commands, for twenty neighbours and every key question.

    PYTHONPATH=. python benchmarks/client.py [--runs 3]

Each command is a process of its own, as a person starts it. Beside its time stands that of the processor, which a busy
machine changes little, and how many times it is that of a command that only loads the rule base, taken in one run.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from petr_advisor.files.locations import examples_folder
from petr_advisor.territory.measures import outlines, register

MEMBERS = 20
AIMS = {"note": 3.0, "report": 3.0, "acts": 5.0, "map, beyond the load": 0.3}
"""Seconds that a client may wait at most."""


class Times(NamedTuple):
    """The medians of some runs, in seconds: by the clock, of the processor."""

    clock: float
    processor: float


def neighbours(siren: str, wanted: int = MEMBERS) -> list[str]:
    """Give an EPCI and those around it, nearest first."""
    found = [siren]
    for near in found:
        found += [each for each in sorted(outlines().neighbours(frozenset({near}))) if each not in found]
        if len(found) >= wanted:
            break
    return found[:wanted]


def dossier(folder: Path) -> Path:
    """Write the case: a real syndicate of 2017 with its answers, asked everything today, with twenty members."""
    source = examples_folder().parent / "examples" / "loire-beauce" / "dossier.yaml"
    said = yaml.safe_load(source.read_text(encoding="utf-8"))
    epcis = [epci for siren in neighbours("200035764") if (epci := register().get(siren))]
    members = [
        {"name": e.name, "kind": e.kind_of_member, "population": e.population_municipal, "siren": e.siren}
        for e in epcis
    ]  # fmt: skip
    kept = {key: said[key] for key in ("title", "origin", "territory", "answers")}
    for measured in ("perimeter.one_piece", "perimeter.no_enclave", "context.region"):
        kept["answers"].pop(measured, None)
    path = folder / "dossier.yaml"
    case = {**kept, "as_of": "2026-11-24", "members": members, "expect": {}}
    path.write_text(yaml.safe_dump(case, allow_unicode=True), encoding="utf-8")
    return path


def timed(arguments: list[str], runs: int) -> Times:
    """Time a command; a run that fails ends the measure."""
    clocks, processors = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-m", "petr_advisor", *arguments], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clocks.append(time.perf_counter() - start)
        processors.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return Times(statistics.median(clocks), statistics.median(processors))


def measure(case: Path, folder: Path, runs: int) -> Iterator[tuple[str, Times]]:
    """Time what only loads the rule base, then each thing that a client receives."""
    yield "load alone", timed(["schema"], runs)
    yield "conclusions", timed(["explain", str(case), "--short"], runs)
    for size in ("note", "report"):
        for suffix in (".docx", ".pdf", ".html"):
            out = folder / f"{size}{suffix}"
            yield f"{size}, {suffix}", timed(["report", str(case), "-o", str(out), "--size", size, "--overwrite"], runs)
    for suffix in (".pptx", ".xlsx"):
        out = folder / f"note{suffix}"
        yield f"note, {suffix}", timed(["report", str(case), "-o", str(out), "--overwrite"], runs)
    yield "map", timed(["map", str(case), "-o", str(folder / "map.svg"), "--overwrite"], runs)
    yield "acts, all", timed(["acts", str(case), "-o", str(folder / "acts")], 1)


def main() -> None:
    """Print the figures, and how many times each is the load alone."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load = None
        for what, found in measure(dossier(folder), folder, runs):
            load = load or found
            ratio = found.processor / load.processor
            print(
                f"{what:20} clock {found.clock:7.2f} s   processor {found.processor:6.2f} s   {ratio:5.1f} × the load",
                flush=True,
            )
    print(f"Aims, in seconds on a quiet machine: {', '.join(f'{what} {most}' for what, most in AIMS.items())}.")


if __name__ == "__main__":
    main()
