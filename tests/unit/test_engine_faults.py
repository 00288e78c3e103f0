"""durable_rules hangs, fails, crashes, answers nonsense or is killed: it is noticed, and the native engine answers."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from petr_advisor import cli
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference import durable_engine, durable_process, engines
from petr_advisor.inference.durable_engine import DurableEngine
from petr_advisor.inference.durable_process import DurableProcess, EngineFaultError
from petr_advisor.inference.guarded_engine import GuardedEngine
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Clause, Program
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.prompts.plain import Plain
from petr_advisor.scenarios.batch import Batch, evaluate_all
from petr_advisor.scenarios.evaluation import digest

pytestmark = pytest.mark.skipif(
    "durable" not in engines.available(), reason="durable_rules does not load on this Python"
)

SMALL = Path(__file__).parent / "small"
SCENARIO = """
title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
answers: {structure.form: closed, communes.pointless: yes, procedure.begun: no}
expect: {options: {transform: conditional}}
"""

OPEN = """
import os, signal, sys, time
from petr_advisor.inference import durable_worker, envelope
"""
OUTSIDE = OPEN + "envelope.MAX_TOKENS = envelope.MAX_USES = 10**6\n"
SERVE = "durable_worker.main()"
UNKNOWN = "durable_worker._RuleSet.tell = lambda self, tokens: {}\n" + SERVE
"""The worker, except for what it does when it is told tokens."""

WIDE = Program("wide", tuple(Clause(f"h{n}", (f"t{n}",)) for n in range(600)))
"""More distinct tokens than one rule set of durable_rules bears."""
SAME = Program("same", tuple(Clause(f"h{n}", ("go",)) for n in range(300)))
"""More rules on one condition than one rule set of durable_rules bears."""
FEW = Program("few", tuple(Clause(f"h{n}", ("go", f"t{n}")) for n in range(5)))
TOKENS = frozenset({"go", "t1", "t3"})

FAULTS = {
    "a loop within C": (OUTSIDE + SERVE, WIDE, "no sign of life"),
    "a load that fails": (OUTSIDE + SERVE, SAME, "no answer"),
    "an exception": (OPEN + UNKNOWN.format("1 / 0"), FEW, "ZeroDivisionError"),
    "a crash": (OPEN + UNKNOWN.format("os.kill(os.getpid(), signal.SIGSEGV)"), FEW, "SIGSEGV"),
    "an abort": (OPEN + UNKNOWN.format("os.abort()"), FEW, "SIGABRT"),
    "an exit": (OPEN + UNKNOWN.format("os._exit(3)"), FEW, "ended by itself (3)"),
    "a sleep": (OPEN + UNKNOWN.format("time.sleep(60)"), FEW, "no sign of life"),
    "a process that stops": (OPEN + UNKNOWN.format("os.kill(os.getpid(), signal.SIGSTOP)"), FEW, "no sign of life"),
    "noise": ("print('@' * 9); input()", FEW, "@@@"),
    "other JSON": ("print([1]); input()", FEW, "[1]"),
    "no clause of the program": ("""print('{"alive": 1}'); print('{"fired": [7]}'); input()""", FEW, "does not have"),
    "no list": ("""print('{"alive": 1}'); print('{"fired": "all"}'); input()""", FEW, "does not have"),
    "no such answer": ("""print('{"alive": 1}'); print('{"other": []}'); input()""", FEW, "no answer"),
    "a library that does not load": ("import sys; sys.modules['durable'] = None\n" + OPEN, FEW, "ended by itself"),
}


def failing(code: str) -> tuple[str, ...]:
    return (sys.executable, "-u", "-X", "faulthandler", "-c", code)


def guarded(code: str, kept: list[Exception]) -> GuardedEngine:
    def record(error: Exception) -> Path:
        kept.append(error)
        return Path("/logs/fault.txt")

    return GuardedEngine(DurableEngine(engines.PATIENCE, failing(code)), record)


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program's own engine, whose process crashes at the first question."""

    def made(patience: float) -> DurableEngine:
        return DurableEngine(patience, failing(OPEN + UNKNOWN.format("os.abort()")))

    caches = (engines.engine, engines.guarded, engines.available)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(engines, "DurableEngine", made)
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_noticed_within_two_seconds_and_answered_natively(fault: str) -> None:
    code, program, reason = FAULTS[fault]
    kept: list[Exception] = []
    engine = guarded(code, kept)
    assert engine.name == "durable"
    engine.run(Program("empty", ()), frozenset()) if "main" in code else None  # the process is there
    start = time.monotonic()
    assert engine.run(program, TOKENS) == NativeEngine().run(program, TOKENS)
    assert time.monotonic() - start < 2
    assert [reason in str(error) for error in kept] == [True], kept
    assert engine.name == "native"
    told = engine.notice()
    assert told is not None
    assert "/logs/fault.txt" in told.fr
    assert "/logs/fault.txt" in told.en
    assert engine.notice() is None
    assert engine.run(program, TOKENS) == NativeEngine().run(program, TOKENS)
    assert engine.notice() is None


def test_a_process_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python is no more where it was, or there is nowhere to write."""

    def nowhere() -> None:
        raise FileNotFoundError("No usable temporary directory found")

    kept: list[Exception] = []
    for command in (("/no/such/python",), failing(OPEN + SERVE)):
        engine = GuardedEngine(DurableEngine(1, command), kept.append)
        assert engine.run(FEW, TOKENS) == (1, 3)
        told = engine.notice()
        assert told is not None
        assert "Details" not in told.en
        monkeypatch.setattr(durable_process, "TemporaryFile", nowhere)
    assert ["could not be started" in str(error) for error in kept] == [True, True]


def test_the_log_says_where_it_crashed() -> None:
    """The stack of the process that crashed, and what it printed, are kept with the fault."""
    kept: list[Exception] = []
    code = OPEN + UNKNOWN.format("[print('last words'), os.abort()]")
    guarded(code, kept).run(FEW, TOKENS)
    (note,) = kept[0].__notes__
    assert "last words" in note
    assert "durable_worker.py" in note


def test_a_process_killed_between_two_questions() -> None:
    kept: list[Exception] = []
    engine = guarded(OPEN + SERVE, kept)
    first = engine.run(FEW, TOKENS)
    os.kill(process_of(engine).pid, signal.SIGKILL)
    assert engine.run(FEW, TOKENS) == first
    assert "SIGKILL" in str(kept[0])


def test_a_process_frozen_while_a_large_program_is_sent_to_it() -> None:
    """What does not fit in a pipe is not waited for either."""
    kept: list[Exception] = []
    engine = guarded(OPEN + SERVE, kept)
    engine.run(FEW, TOKENS)
    os.kill(process_of(engine).pid, signal.SIGSTOP)
    large = Program("large", tuple(Clause(f"h{n}" * 20, ("go", f"t{n}" * 20)) for n in range(4_000)))
    start = time.monotonic()
    engine.run(large, TOKENS)
    assert time.monotonic() - start < 2
    assert "no sign of life" in str(kept[0])


def test_long_work_is_no_hang() -> None:
    """Signs of life are given while a program much longer than the patience allows is loaded."""
    slow = "load = durable_worker._QuietHost.set_rulesets\n"
    slow += "durable_worker._QuietHost.set_rulesets = lambda *a: (time.sleep(0.3), load(*a))\n"
    program = Program("long", tuple(Clause(f"h{n}", ("go", f"t{n}")) for n in range(400)))
    engine = DurableEngine(0.8, failing(OPEN + slow + SERVE))
    start = time.monotonic()
    assert engine.run(program, TOKENS) == NativeEngine().run(program, TOKENS)
    assert time.monotonic() - start > 2


def test_an_engine_that_failed_starts_anew_where_nothing_stands_in_for_it(tmp_path: Path) -> None:
    once = f"here = {str(tmp_path / 'once')!r}\nif not os.path.exists(here): open(here, 'w').close(); os.abort()\n"
    engine = DurableEngine(2, failing(OPEN + once + SERVE))
    with pytest.raises(EngineFaultError, match="SIGABRT"):
        engine.run(FEW, TOKENS)
    assert engine.run(FEW, TOKENS) == (1, 3)


def test_ctrl_c_ends_the_process_and_the_next_question_has_its_own_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = DurableEngine(2)
    assert engine.run(FEW, TOKENS) == (1, 3)
    first = process_of(engine)
    with monkeypatch.context() as interrupted:
        interrupted.setattr(DurableProcess, "_read", lambda _: signal.raise_signal(signal.SIGINT))
        with pytest.raises(KeyboardInterrupt):
            engine.run(FEW, frozenset({"go"}))
    assert first.poll() is not None
    assert engine.run(FEW, frozenset({"go", "t0"})) == (0,)


PARENT = """
import sys, time
from petr_advisor.inference.durable_engine import DurableEngine
from tests.unit.test_engine_faults import FEW, OUTSIDE, OPEN, SERVE, TOKENS, WIDE, failing, process_of
engine = DurableEngine(1, failing({code}))
engine.run(FEW, TOKENS)
print(process_of(engine).pid, flush=True)
{then}
"""


@pytest.mark.parametrize(
    ("code", "then", "number"),
    [
        ("OPEN + SERVE", "", None),
        ("OPEN + SERVE", "time.sleep(60)", signal.SIGKILL),
        ("OPEN + SERVE", "time.sleep(60)", signal.SIGINT),
        ("OUTSIDE + SERVE", "engine._patience = 60; engine.run(WIDE, TOKENS)", signal.SIGKILL),
    ],
    ids=["the program ends", "it is killed while idle", "Ctrl+C", "it is killed while durable_rules loops"],
)
def test_nothing_is_left_running(code: str, then: str, number: signal.Signals | None) -> None:
    """However the program ends, the process of durable_rules ends too."""
    command = [sys.executable, "-c", PARENT.format(code=code, then=then)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()) as parent:  # noqa: S603
        assert parent.stdout
        child = int(parent.stdout.readline())
        if number is not None:
            time.sleep(0.5)
            parent.send_signal(number)
        parent.wait(5)
    deadline = time.monotonic() + 6
    while running(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not running(child)


@pytest.mark.parametrize("names", [("durable", "native"), ("native", "durable"), ("durable",)])
def test_a_fault_while_scenarios_are_replayed_is_a_failure(
    broken: None, scenario: Path, names: tuple[engines.EngineName, ...]
) -> None:
    """There the engines are what is tested: none stands in for another."""
    (row,) = evaluate_all([scenario], Batch(names, SMALL, jobs=1))
    assert not row.passed
    assert [difference["about"] for difference in row.differences] == ["engines"]
    assert "SIGABRT" in row.differences[0]["found"]


def test_a_command_says_it_once_beside_its_answer(
    broken: None, scenario: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["petr-advisor", "explain", "--lang", "en", "--knowledge", str(SMALL), str(scenario)]
    said = []
    for engine in ("durable", "native"):
        monkeypatch.setattr(sys, "argv", [*command, "--engine", engine])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert not ended.value.code
        said.append(capsys.readouterr())
    assert said[0].out == said[1].out != ""
    assert said[0].err.count("durable_rules") == 1
    place = Path(said[0].err.strip().split("Details: ")[1])
    log = place.read_text()
    assert "SIGABRT" in log
    assert "durable_worker" in log
    assert said[1].err == ""


def test_plain_prompts_say_it_once(small: KnowledgeBase) -> None:
    engine = guarded(OPEN + UNKNOWN.format("os.abort()"), [])
    begun = Consultation.start(small, date(2026, 11, 24), engine=engine)
    written: list[str] = []
    typed = iter(["?", "?", "q"])
    Plain(begun, "fr", lambda: next(typed), written.append, lambda _: None).hold()
    assert sum("durable_rules" in line for line in written) == 1
    same = Consultation.start(small, date(2026, 11, 24), engine=engines.engine("native"))
    assert digest(begun) == digest(same)


def test_memory_stays_flat_over_changing_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is renewed before what durable_rules never frees fills the memory, and every answer stays right."""
    monkeypatch.setattr(durable_engine, "MOST_CLAUSES", 2_000)
    engine, native, most = DurableEngine(), NativeEngine(), 0
    for turn in range(40):
        names = [f"p{turn}n{n}" for n in range(501)]
        program = Program("", tuple(Clause(after, (before, "go")) for before, after in pairwise(names)))
        for place in (450, 400):  # the second time more is known, the third less
            known = frozenset({"go", *(names[n] for n in range(place, 501, 10))})
            assert sorted(engine.run(program, known)) == sorted(native.run(program, known))
        most = max(most, memory_of(process_of(engine).pid))
    assert most < 120
    assert most or sys.platform != "linux"


def test_what_stays_told_between_runs_changes_no_answer() -> None:
    """Tokens come and go from one run to the next, on several programs in turn: each run is as if it were the first."""
    draw = random.Random(1)  # noqa: S311 - nothing to keep secret
    names = [f"t{n}" for n in range(8)]
    for _ in range(100):
        bodies = [tuple(sorted(draw.sample(names, draw.randint(1, 8)))) for _ in range(draw.randint(1, 12))]
        clauses = tuple(dict.fromkeys(Clause(draw.choice(names), body) for body in bodies))
        programs = Program("", clauses), Program("", clauses[:5])
        for _ in range(12):
            program, known = draw.choice(programs), frozenset(draw.sample(names, draw.randint(0, 8)))
            fired = engines.engine("durable").run(program, known)
            assert sorted(fired) == sorted(engines.engine("native").run(program, known))


@pytest.mark.parametrize("width", [5, 8, 12])
def test_wide_clauses_do_not_crash_it(width: int) -> None:
    """Clauses that join five facts or more, given as they are, crash durable_rules within some ten or hundred runs."""
    draw = random.Random(0)  # noqa: S311 - nothing to keep secret
    names = [f"t{n}" for n in range(12)]
    engine, native = DurableEngine(), NativeEngine()
    for turn in range(300):
        if turn % 10 == 0:
            bodies = [tuple(sorted(draw.sample(names, width))) for _ in range(3)]
            program = Program("", tuple(Clause(f"h{n}", body) for n, body in enumerate(bodies)))
        known = frozenset(draw.sample(names, draw.randint(0, 12)))
        assert sorted(engine.run(program, known)) == sorted(native.run(program, known))


def memory_of(pid: int) -> int:
    """The memory that a process holds, in MB; 0 where that cannot be seen."""
    path = Path(f"/proc/{pid}/statm")
    return int(path.read_text().split()[1]) * 4096 // 2**20 if path.exists() else 0


def process_of(engine: DurableEngine | GuardedEngine) -> "subprocess.Popen[bytes]":
    durable = engine._running if isinstance(engine, GuardedEngine) else engine
    assert isinstance(durable, DurableEngine)
    assert durable._process is not None
    return durable._process._process


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
