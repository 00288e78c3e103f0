"""The same program, the same cases, in other engines beside ours: a table and a picture.

    PYTHONPATH=. python benchmarks/beside.py [--peers clipspy,clingo] [--sizes 1,10] [--write]

Conclusions are compared first, all of them, in every case; a peer whose conclusions differ is said so and not timed.
Times are of the processor, in one run: what to compare is the ratio. `--write` puts the table in RESULTS.md.
"""

import argparse
import gc
import json
import platform
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.peers.form import Exported, Given
from benchmarks.picture import write_picture
from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.case import compiled, enacted
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.inference.working_memory import THE_TERRITORY, run
from tests.columns.drawing import drawn

DAY = date(2026, 11, 24)
PEERS = ("native", "columnar", "durable_rules", "clipspy", "clingo", "zen_engine", "experta", "publicodes")
CASES = 10
MOST_SECONDS = 60
"""Of processor, that a peer may take for one program; what it had not done by then is not told."""
STAGE = 2.0
"""Seconds of processor that a stage is given, after three runs at least."""
TICKS = 0.05
"""Seconds of processor that a run is repeated for."""

Figures = dict[str, Any]


def export(copies: int) -> tuple[Exported, list[Given]]:
    """Give the program of the first key question, so many times over, and cases: of each copy another one."""
    base = load(None)
    first = min(base.key_questions, key=lambda key: base.key_questions[key].order)
    form, rules = compiled(base, (first,)), enacted(base, DAY)
    program, table = form.programs[""], drawn(form, rules, 2 * CASES, seed=1)
    numbers: dict[str, int] = {}
    for clause in program.clauses:
        for token in (clause.head, *clause.body):
            numbers.setdefault(token, len(numbers))
    exported = Exported(tuple((numbers[c.head], tuple(numbers[t] for t in c.body)) for c in program.clauses))
    memories = [run(form, rules, table.facts(row), engine("native")) for row in range(2 * CASES)]
    tokens = [memory.given[THE_TERRITORY] & program.listens_to for memory in memories]
    dice = random.Random(1)
    cases: list[Given] = []
    for row in range(CASES):  # each case, then the same with one answer of another
        facts = sorted({atom.fact for stem, atom in form.atoms.items() if f"{stem}=T" in tokens[row]})
        changed = tokens[row]
        while changed == tokens[row]:
            stems = {f"{stem}={truth}" for stem, _ in form.atoms_by_fact[dice.choice(facts)] for truth in "TF"}
            changed = (tokens[row] - stems) | (tokens[row + CASES] & stems)
        cases += [frozenset(map(numbers.__getitem__, tokens[row])), frozenset(map(numbers.__getitem__, changed))]
    step = exported.step
    spread = [
        frozenset(n + copy * step for copy in range(copies) for n in cases[(at + 2 * copy) % len(cases)])
        for at in range(len(cases))
    ]
    return exported.times(copies), spread


# -- one peer, in a process of its own -----------------------------------------------------------------------------


def child(name: str, path: Path) -> None:
    """Measure one peer on one program; a line of figures after each stage, so that what is done is kept."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 5))
    told = json.loads(path.read_text())
    program = Exported(tuple((head, tuple(body)) for head, body in told["clauses"]))
    cases = [frozenset(case) for case in told["cases"]]
    expected = [frozenset(heads) for heads in told["expected"]]
    before, start = memory(), time.process_time()
    peer = import_module(f"benchmarks.peers.{name}").Peer()

    def clock() -> float:
        return time.process_time() + float(getattr(peer, "spent", 0.0))

    peer.load(program)
    held = (memory() - before) + getattr(peer, "memory", 0) / 2**20
    say(version=peer.version, leaves_out=peer.leaves_out, load=clock() - start, memory=held)
    heads = frozenset(program.bodies)
    compared = 0
    for case, heads_expected in within(clock, zip(cases, expected, strict=True)):
        if peer.evaluate(case) | (case & heads) != heads_expected:
            say(differs=compared + 1)
            return
        compared += 1
    say(compared=compared)
    say(evaluate=timed(clock, [partial(peer.evaluate, case) for case in cases[::2]]))
    changes: list[float] = []
    for at in within(clock, range(0, len(cases), 2)):
        here, there = cases[at : at + 2]
        peer.evaluate(here)
        changes += [time / 2 for time in timed(clock, [partial(_forth_and_back, peer, there, here)])]
        if peer.change(there) | (there & heads) != expected[at + 1]:
            say(differs=at + 1)
            return
    say(change=changes)
    if peer.missing(cases[0]) is not None:
        say(next=timed(clock, [partial(peer.missing, case) for case in cases[:6]]))
    if hasattr(peer, "planes"):
        say(batch=batch(peer, cases, expected, heads))


def _forth_and_back(peer: Any, there: Given, here: Given) -> None:
    peer.change(there)
    peer.change(here)


def batch(peer: Any, cases: list[Given], expected: list[Given], heads: Given) -> float:
    """Give the cases a second of many at once, their conclusions compared."""
    from benchmarks.peers.columnar import TILES  # noqa: PLC0415 - NumPy is not to be counted in other peers' memory

    planes, times = peer.planes(cases), []
    for _ in range(5):
        start = time.process_time()
        peer._program.run(planes, -(-len(cases) * TILES // 64))
        times.append(time.process_time() - start)
    found = peer.run(planes, len(cases) * TILES)
    assert [of | (case & heads) for of, case in zip(found, cases, strict=True)] == expected
    return len(cases) * TILES / statistics.median(times)


def say(**figures: Any) -> None:
    """Write a line."""
    print(json.dumps(figures), flush=True)


def memory() -> float:
    """Give what this process holds, in MB."""
    gc.collect()
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def within(clock: Callable[[], float], items: Any) -> Iterator[Any]:
    """Go through items for as long as a stage is given, three at least."""
    start = clock()
    for number, item in enumerate(items):
        if number >= 3 and clock() - start > STAGE:
            return
        yield item


def timed(clock: Callable[[], float], actions: Sequence[Callable[[], object]]) -> list[float]:
    """Give the milliseconds of each, done again until the processor's clock, which ticks slowly, can tell."""
    found = []
    for action in within(clock, actions):
        times, start = 0, clock()
        while times < 1 or (clock() - start < TICKS and times < 10_000):
            action()
            times += 1
        found.append((clock() - start) * 1000 / times)
    return found


# -- all of them ----------------------------------------------------------------------------------------------------


def measure(peers: list[str], size: int, jobs: int) -> Iterator[tuple[str, Figures]]:
    """Give what each peer did with the program, so many times over."""
    program, cases = export(size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.json"
        expected = [sorted(follows(program, case)) for case in cases]
        told = {"clauses": program.clauses, "cases": [sorted(case) for case in cases], "expected": expected}
        path.write_text(json.dumps(told))
        with ThreadPoolExecutor(jobs) as pool:
            for name, figures in zip(peers, pool.map(partial(_child, path=path), peers), strict=True):
                yield name, {"clauses": len(program.clauses)} | figures


def follows(program: Exported, given: Given) -> Given:
    """Give what follows, by the plainest way there is: what every engine is compared with."""
    known, heads = set(given), frozenset(program.bodies)
    for head, bodies in program.bodies.items():
        if any(known.issuperset(body) for body in bodies):
            known.add(head)
    return heads & known


def _child(name: str, path: Path) -> Figures:
    command = [sys.executable, __file__, "--child", name, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: Figures = {}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            found |= json.loads(line)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1][:160]
        too_long = done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}
        why = last or "ended from outside"
        found["stopped"] = f"{MOST_SECONDS} s of processor were not enough" if too_long else why
    return found


def next_questions() -> list[float]:
    """Time our own: an answer, until conclusions and next question are there, in one case of the first key question."""
    base = load(None)
    first = min(base.key_questions, key=lambda key: base.key_questions[key].order)
    case = Consultation.start(base, DAY, (first,), engine("native"))
    found: list[float] = []
    _ = case.next_question, case.outcomes
    while (question := case.next_question) is not None and len(found) < 30:
        start = time.process_time()
        case = _answered(case, question)
        _ = case.next_question, case.outcomes, case.course
        found.append((time.process_time() - start) * 1000)
    return found


def _answered(case: Consultation, question: Question) -> Consultation:
    """Say yes, or the first choice; of anything else, that it is not known."""
    kind = question.kind
    if question.of is None and kind.type == "yes_no":
        return case.answer(question.fact, value=True)
    if question.of is None and kind.choices:
        return case.answer(question.fact, next(iter(kind.choices)))
    return case.dont_know(question.fact, question.of)


HEADINGS = (
    "engine", "version", "compared", "load, s", "memory, MB", "one evaluation, ms", "one changed answer, ms",
    "next question, ms", "cases a second",
)  # fmt: skip


def table(found: dict[int, dict[str, Figures]]) -> str:
    """Give the table, in Markdown."""
    lines = []
    for size, peers in found.items():
        clauses = next(iter(peers.values()))["clauses"]
        rule = "| --- | --- | --- " + "| ---: " * (len(HEADINGS) - 3) + "|"
        lines += ["", f"### Base ×{size}: {clauses:,} clauses", "", f"| {' | '.join(HEADINGS)} |", rule]
        lines += [_line(name, figures) for name, figures in peers.items()]
    return "\n".join(lines)


def _line(name: str, of: Figures) -> str:
    if "differs" in of:
        return f"| {name} | {of.get('version', '')} | differs in case {of['differs']}: not timed | | | | | | |"
    if "load" not in of:
        return f"| {name} | | not loaded: {of.get('stopped', '')} | | | | | | |"
    compared = f"{of['compared']} cases, the same" if "compared" in of else of.get("stopped", "")
    told = [_times(of.get(stage)) for stage in ("evaluate", "change", "next")]
    cells = [f"{of['load']:.2f}", f"{of['memory']:.0f}", *told]
    rate = a_second(of)
    return f"| {name} | {of['version']} | {compared} | {' | '.join(cells)} | {f'{rate:,.0f}' if rate else '–'} |"


def _times(times: list[float] | None) -> str:
    """Say the median and the 95th percentile."""
    if not times:
        return "–"
    ordered = sorted(times)
    return f"{statistics.median(ordered):,.2f} (p95 {ordered[round(0.95 * (len(ordered) - 1))]:,.2f})"


def a_second(of: Figures) -> float:
    """Give how many cases are concluded in a second: many at once where an engine can, else one after the other."""
    return float(of.get("batch") or (1000 / statistics.mean(of["evaluate"]) if of.get("evaluate") else 0.0))


def remarks(found: dict[int, dict[str, Figures]]) -> str:
    """Say the ratio to the fastest peer, and what each encoding leaves out."""
    ours = {"native", "columnar"}
    lines = [""]
    for size, peers in found.items():
        others = {name: a_second(of) for name, of in peers.items() if name not in ours and "differs" not in of}
        if any(others.values()) and peers.get("columnar", {}).get("batch"):
            best = max(others, key=lambda name: others[name])
            ratio = peers["columnar"]["batch"] / others[best]
            said = f"the columns conclude {ratio:,.0f} times as many cases a second as {best}, the fastest peer"
            lines.append(f"- Base ×{size}: {said}.")
    left = {name: of["leaves_out"] for peers in found.values() for name, of in peers.items() if of.get("leaves_out")}
    return "\n".join([*lines, *(f"- {name}: {words}." for name, words in left.items())])


def main() -> None:
    """Measure, print, and write if wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--child", nargs=2)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--sizes", default="1,10")
    parser.add_argument("--jobs", type=int, default=1, help="peers at once: times are of the processor")
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    if wanted.child:
        child(wanted.child[0], Path(wanted.child[1]))
        return
    found: dict[int, dict[str, Figures]] = {}
    for size in map(int, wanted.sizes.split(",")):
        for name, figures in measure(wanted.peers.split(","), size, wanted.jobs):
            if name == "native" and size == 1:
                figures["next"] = next_questions()
            found.setdefault(size, {})[name] = figures
            print(f"×{size} {_line(name, figures)}", flush=True)
    print(table(found), remarks(found), sep="\n")
    if wanted.write:
        publish(found)


def publish(found: dict[int, dict[str, Figures]]) -> None:
    """Write the table and the picture; sizes that were measured before and not now are kept."""
    here = Path(__file__).parent
    kept = here / "peers.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    found = dict(sorted({**{int(size): peers for size, peers in before.items()}, **found}.items()))
    kept.write_text(json.dumps(found, indent=1), encoding="utf-8")
    head = f"Python {platform.python_version()}, {platform.machine()}, {date.today().isoformat()}."  # noqa: DTZ011
    about = (here / "peers" / "about.md").read_text(encoding="utf-8")
    (here / "RESULTS.md").write_text(f"{about}\n{head}\n{table(found)}\n{remarks(found)}\n", encoding="utf-8")
    write_picture(found, here, a_second)


if __name__ == "__main__":
    main()
