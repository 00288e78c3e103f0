"""How long a person waits for the terminal interface, in seconds of processor: first paint, a dossier, a key.

    PYTHONPATH=. python benchmarks/screens.py

The whole rule base, twelve members, four subjects. « Key to paint » goes on until nothing is computed nor drawn any
more: what the key itself shows comes before.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import save
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.loading import load_the_rest
from tests.walking.hand import press, settle
from tests.walking.outside import Terminal

DAY = date(2026, 11, 24)
SUBJECTS = ("evolution", "scot", "contracts", "services")
MEMBERS = 12
KEYS = ("down", "down", "up", "enter", "enter", "i", "n", "o", "c", "escape", "tab", "f1", "escape", "f", "escape")
PRESSED = 300
NAME = "Essai"
TICKS = os.sysconf("SC_CLK_TCK")


def first_paint(home: Path) -> float:
    """Give the seconds of processor of the command until its first screen can be read."""
    terminal = Terminal(home)
    while "structure" not in terminal.look(0.005):  # what it loads once its screen stands is not counted
        pass
    spent = Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    terminal.process.kill()
    terminal.process.wait()
    return sum(map(int, spent)) / TICKS


def dossier(base: KnowledgeBase) -> None:
    """Save a consultation of twelve members on four subjects."""
    rows = {
        f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 4000 + 937 * n}
        for n in range(MEMBERS)
    }
    case = Consultation.start(base, DAY, SUBJECTS, engine("native")).list_entities("member", rows, complete=True)
    save(case, NAME)


async def held(base: KnowledgeBase) -> tuple[float, list[tuple[str, float]]]:
    """Open the dossier and press keys; give how long the opening took, and each key with its own time."""
    app = PetrAdvisorApp(
        base, register_folder=knowledge_folder() / "territories", language="fr", as_of=DAY,
        engine=engine("native"), resume=NAME,
    )  # fmt: skip
    load_the_rest()  # which goes on while the home screen is read
    begun = time.process_time()
    async with app.run_test(size=(80, 24)):
        await settle(app, draw_last=False)
        opened, times = time.process_time() - begun, []
        for key in _keys():
            begun = time.process_time()
            press(app, key)
            await settle(app, draw_last=False)
            times.append((key, time.process_time() - begun))
            if not app.is_running:
                break
        return opened, times


def _keys() -> Iterator[str]:
    draw = Random(1)
    return (draw.choice(KEYS) for _ in range(PRESSED))


def main() -> None:
    """Print a line a target."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PETR_ADVISOR_HOME"] = folder
        paints = [first_paint(Path(folder)) for _ in range(3)]
        print(f"first paint: {statistics.median(paints):.2f} s (aim 1)", flush=True)
        base = load()
        dossier(base)
        opened, times = asyncio.run(held(base))
    print(f"opening a dossier of {MEMBERS} members, {len(SUBJECTS)} subjects: {opened:.2f} s (aim 1)")
    ordered = sorted(spent for _, spent in times)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    median = statistics.median(ordered)
    print(f"key to paint: median {median * 1000:.0f} ms, p95 {p95 * 1000:.0f} (aim 100), {len(ordered)} keys")
    slow = Counter(key for key, spent in times if spent > p95)
    print("slowest keys:", ", ".join(f"{key} {count}" for key, count in slow.most_common()))


if __name__ == "__main__":
    main()
