"""Many walks, on several processes: `python -m tests.walking 20000 --seed 1 --jobs 2`."""

import argparse
import json
import os
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from queue import Empty
from typing import Any

from tests.walking import ledger
from tests.walking.examples import shipped
from tests.walking.shrinking import signature
from tests.walking.walks import DOZEN, Dozen, Failure, dozen, examples

BATCH = 15
"""Dozens that a process holds before it is renewed, so that memory stays flat."""
SILENCE = 1_800
"""Seconds without a word after which a process is taken to hang."""
EVERY = 60
"""Seconds between two lines of progress."""


@dataclass
class Run:
    """A run under way."""

    wanted: int
    report: Path
    commit: str
    began: float = field(default_factory=time.time)
    walks: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    processor: float = 0
    """Seconds of processor taken by the walks."""
    before: int = 0
    """Walks held by an earlier run that this one goes on with."""

    @property
    def written(self) -> Path:
        """Where each dozen is written."""
        return self.report.with_suffix(".jsonl")

    def take_up(self, seeds: list[int], settings: ledger.Settings) -> list[int]:
        """Go on with a run cut short, or begin a new one; give the dozens left to hold."""
        held = {found.seed: found for found in ledger.read(self.written, settings) if found.seed in set(seeds)}
        ledger.begin(self.written, settings, held.values())
        for found in held.values():
            self._count(found)
        self.before = self.walks["consultation"]
        return [seed for seed in seeds if seed not in held]

    def take(self, found: Dozen) -> None:
        """Take note of what a dozen gave."""
        ledger.add(self.written, found)
        self._count(found)
        if found.failures:
            self.write()

    def _count(self, found: Dozen) -> None:
        self.processor += found.seconds
        self.walks += found.walks
        self.steps += found.steps
        self.failures += found.failures

    @property
    def kinds(self) -> Counter[str]:
        """Faults by kind."""
        return Counter(f"{failure.where}: {signature(failure.fault)}" for failure in self.failures)

    def line(self) -> str:
        """Say how far it is."""
        done, seconds = self.walks["consultation"], time.time() - self.began
        return (
            f"{time.strftime('%H:%M:%S')}  {done}/{self.wanted} walks ({self.walks['screens']} on the screens), "
            f"{sum(self.steps.values())} steps, {len(self.failures)} failures of {len(self.kinds)} kinds, "
            f"{(done - self.before) / seconds:.2f} walks/s, {self.processor / max(done, 1):.2f} s of processor a walk"
        )

    def write(self) -> None:
        """Write the summary and the report of the failures."""
        summary = {
            "commit": self.commit, "date": time.strftime("%Y-%m-%d"), "seconds": round(time.time() - self.began),
            "processor": round(self.processor),
            "walks": self.walks, "steps": self.steps, "failures": len(self.failures), "kinds": self.kinds,
        }  # fmt: skip
        self.report.with_suffix(".json").write_text(json.dumps(summary, indent=1, ensure_ascii=False))
        told = [f"# Walks: commit {self.commit}, {time.strftime('%Y-%m-%d')}\n"]
        told += [
            f"## {failure.where}: {failure.fault}\nseed {failure.seed}, walk {failure.walk}, {failure.setting}\n\n"
            f"    {failure.path}\n"
            for failure in self.failures
        ]
        self.report.with_suffix(".md").write_text("\n".join(told))


def _work(seeds: list[int], screens: int, known: frozenset[str], queue: Any) -> None:
    """Hold dozens in a process of its own."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    seen = set(known)
    for seed in seeds:
        began = time.process_time()
        found = examples(-seed - 1) if seed < 0 else dozen(seed, screens, known=frozenset(seen))
        found.seconds = time.process_time() - began
        seen |= {signature(failure.fault) for failure in found.failures}
        queue.put(found)


@dataclass
class Job:
    """A process with the dozens it has still to hold."""

    seeds: list[int]
    process: Any
    queue: Any
    heard: float = field(default_factory=time.time)


def run(walks: int, seed: int, jobs: int, screens: int, report: Path) -> Run:
    """Hold walks; the report is written as failures come, and a run cut short is gone on with."""
    found = Run(walks, report, _commit())
    seeds = [seed * 1_000_003 + number for number in range(-(-walks // DOZEN))]
    seeds += [-start - 1 for start in range(0, len(shipped()), DOZEN)]  # then the examples
    seeds = found.take_up(seeds, {"commit": found.commit, "seed": seed, "screens": screens})
    running: list[Job] = []
    told = time.time()
    while seeds or running:
        while seeds and len(running) < jobs:
            running.append(_start(seeds[:BATCH], screens, found))
            del seeds[:BATCH]
        for job in list(running):
            _hear(job, found)
            if not job.process.is_alive() or time.time() - job.heard > SILENCE:
                _hear(job, found)
                seeds = _end(job, found) + seeds
                running.remove(job)
        if time.time() - told > EVERY:
            told = time.time()
            print(found.line(), flush=True)
            found.write()
        time.sleep(0.2)
    found.write()
    return found


def _start(seeds: list[int], screens: int, found: Run) -> Job:
    context = get_context("spawn")
    queue = context.Queue()
    known = frozenset(signature(failure.fault) for failure in found.failures)
    process = context.Process(target=_work, args=(seeds, screens, known, queue))
    process.start()
    return Job(list(seeds), process, queue)


def _hear(job: Job, found: Run) -> None:
    while True:
        try:
            told: Dozen = job.queue.get(timeout=0.05)
        except Empty:
            return
        job.heard = time.time()
        job.seeds.remove(told.seed)
        found.take(told)


def _end(job: Job, found: Run) -> list[int]:
    """Take note of a process that died or hangs; give what it has not held."""
    if job.process.is_alive():
        job.process.kill()
        job.process.join()
    if not job.seeds:
        return []
    fault = f"the process ended with code {job.process.exitcode}"
    found.take(Dozen(job.seeds[0], failures=[Failure("process", job.seeds[0], 0, fault, "", "")]))
    return job.seeds[1:]


def _commit() -> str:
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return told.stdout.strip() or "?"


def main() -> int:
    """Read the arguments, walk, and tell; 1 when there were failures."""
    parser = argparse.ArgumentParser(prog="make walk", description=__doc__)
    parser.add_argument("walks", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--screens", type=int, default=8, help="one walk in so many is held on the screens")
    parser.add_argument("--report", type=Path, default=Path("walks"), help="where to write (.md, .json and .jsonl)")
    given = parser.parse_args()
    found = run(given.walks, given.seed, given.jobs, given.screens, given.report.absolute())
    print(found.line())
    for kind, times in found.kinds.most_common():
        print(f"  {times} × {kind}")
    return 1 if found.failures else 0
