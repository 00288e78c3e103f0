"""Kill programs while they save, and see what is left: python -m tests.killing N SEED.

It stands alone because it forks, which a program with threads must not do.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import date
from typing import NoReturn

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import save, take_up
from petr_advisor.files.locations import data_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from tests.conftest import SMALL

NATIVE = engine("native")
MEMBERS = {f"m{n}": {"member.kind": "cc", "member.population": n} for n in range(60)}


def main(kills: int, seed: int) -> None:
    """Print, as JSON, how many answers were acknowledged, how many of them were lost, and what was left beside."""
    base, draw = read_folder(SMALL)[0], random.Random(seed)  # noqa: S311 - when to kill
    save(Consultation.start(base, date(2026, 11, 24), engine=NATIVE), "Pays")
    acknowledged = lost = said = 0
    for _ in range(kills):
        answers = _killed(base, draw.randrange(4), draw.uniform(0, 0.06))
        held, found = take_up("Pays", base, NATIVE)  # the lock of a dead program is free
        held.release()
        kept = len(found.consultation.events)
        lost += max(0, said + answers - kept)
        acknowledged, said = acknowledged + answers, kept
    left = [path.suffix for path in data_folder().iterdir() if path.is_file()]
    print(json.dumps({"acknowledged": acknowledged, "lost": lost, "left": sorted(set(left)), "kept": said}))


def _killed(base: KnowledgeBase, after: int, seconds: float) -> int:
    """Start a program that takes the consultation up and answers without end; kill it; count what it acknowledged.

    It is killed some seconds after so many answers, however slow the machine is.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _answer_without_end(base, writing)
    os.close(writing)
    acknowledged = sum(len(os.read(reading, 1)) for _ in range(after))
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as said:
        return acknowledged + len(said.read())


def _answer_without_end(base: KnowledgeBase, writing: int) -> NoReturn:
    held, found = take_up("Pays", base, NATIVE)
    consultation = found.consultation
    while True:
        consultation = consultation.list_entities("member", MEMBERS)
        held.keep(consultation)
        os.write(writing, b".")
        consultation = consultation.dont_know("structure.form")
        held.keep(consultation)
        os.write(writing, b".")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
