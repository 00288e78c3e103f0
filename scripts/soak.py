"""Hold many consultations in one process, each on other key questions, and print how much memory is taken.

    python scripts/soak.py [--engine durable] [--consultations 1000] [--seed 1]

With durable_rules, the memory of its process is printed beside that of this one. Linux only: it reads /proc.
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase

DAY = date(2026, 11, 24)


def consultations(base: KnowledgeBase, number: int, chosen: Engine, seed: int) -> Iterator[Consultation]:
    """Hold consultations, each on two key questions and ten answers drawn at random, up to their conclusions."""
    draw = random.Random(seed)  # noqa: S311 - nothing to keep secret
    asked = [key for key, kind in base.facts.items() if kind.askable and kind.of is None and kind.type == "yes_no"]
    for _ in range(number):
        held = Consultation.start(base, DAY, draw.sample(list(base.key_questions), 2), chosen)
        for fact in draw.sample(asked, 10):
            held = held.answer(fact, draw.random() < 0.5)
        _ = held.outcomes, held.duties, held.next_question
        yield held


def memory(pid: int | str = "self") -> int:
    """Give the memory that a process holds, in MB; 0 when it is not there."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 // 2**20
    except OSError:
        return 0


def children() -> list[int]:
    """Give the numbers of the processes that this one started."""
    return [int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


def main() -> None:
    """Print a line for each tenth of the consultations."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engine", choices=["durable", "native"], default="durable")
    parser.add_argument("--consultations", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start, most, renewed, seen = time.monotonic(), 0, 0, set(children())
    held = consultations(load(), arguments.consultations, engine(arguments.engine), arguments.seed)
    for done, _ in enumerate(held, 1):
        there = set(children())
        renewed += len(there - seen)
        seen = there
        most = max(most, *map(memory, there), 0)
        if done % max(1, arguments.consultations // 10) == 0:
            row = f"{done:6} consultations  {time.monotonic() - start:7.0f} s  this process {memory():5} MB"
            print(f"{row}  durable_rules at most {most:5} MB, {renewed} processes", flush=True)


if __name__ == "__main__":
    main()
