"""A full disk, no home, an old terminal, closed streams: words and a code, each time in a process of its own."""

import fcntl
import os
import pty
import resource
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from petr_advisor import cli
from petr_advisor.files.faults import FAULT_CODE

SMALL = str(Path(__file__).parent / "small")
SCENARIO = """
title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
answers: {structure.form: closed, communes.pointless: yes, procedure.begun: no}
"""
Made = subprocess.CompletedProcess[bytes]
C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (path := tmp_path / "cas é.yaml").write_text(SCENARIO, encoding="utf-8")
    return path


def run(
    *arguments: object, to: str = "", stdin: bytes = b"", env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None, cwd: Path | None = None,
) -> Made:  # fmt: skip
    """Run the command, its streams redirected as a shell is told to.

    Python cuts what it compiles where files may not grow, and reads it so ever after: it then keeps none.
    """
    words = [sys.executable, *(["-B"] if before else []), "-m", "petr_advisor", *map(str, arguments)]
    return subprocess.run(  # noqa: S603
        ["sh", "-c", f'exec "$@" {to}', "sh", *words],  # noqa: S607
        input=stdin, capture_output=True, check=False, timeout=60, preexec_fn=before, cwd=cwd,
        env={**os.environ, **(env or {}), "PYTHONPATH": str(Path(cli.__file__).parents[1])},
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [("explain",), ("evaluate",), ("--help",), ("schema",), ("--version",), ("--plain",)], ids=str
)
def test_an_output_on_a_full_disk(arguments: tuple[str, ...], case: Path) -> None:
    words = (*arguments, case) if arguments[0] in {"explain", "evaluate"} else arguments
    base = () if arguments[0] in {"schema", "--help"} else ("--knowledge", SMALL)
    found = run(*words, *base, to=">/dev/full", stdin=b"closed\n")
    assert found.returncode == 2
    assert "plus de place sur le disque" in found.stderr.decode()


def test_errors_on_a_full_disk() -> None:
    assert run("explain", "nowhere", "--knowledge", SMALL, to="2>/dev/full").returncode == 2


@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), (">&-", 2), ("2>&-", 0), ("<&- >&- 2>&-", 2)])
def test_streams_that_are_closed(closed: str, code: int, case: Path) -> None:
    found = run("explain", case, "--knowledge", SMALL, to=closed)
    assert (found.returncode, b"Traceback" in found.stderr) == (code, False)


def test_a_consultation_with_nowhere_to_write() -> None:
    found = run("--knowledge", SMALL, to=">&-")
    assert (found.returncode, b"Traceback" in found.stderr) == (2, False)


def test_a_reader_that_leaves(case: Path) -> None:
    found = run("schema", to="| head -c 10")
    assert (found.returncode, found.stderr) == (0, b"")


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))


@pytest.mark.parametrize(("name", "output"), [("report", "x.md"), ("report", "x.docx"), ("site", "x")])
def test_a_file_for_which_there_is_no_room(name: str, output: str, case: Path) -> None:
    found = run(name, case, "-o", output, "--knowledge", SMALL, before=_little_room, cwd=case.parent)
    assert (found.returncode, "trop gros" in found.stderr.decode()) == (2, True)
    assert list(case.parent.iterdir()) == [case]


def test_a_consultation_for_which_there_is_no_room(case: Path) -> None:
    found = run("--plain", "--knowledge", SMALL, before=_little_room, stdin=b"closed\n")
    assert "! " in found.stdout.decode()
    assert "trop gros" in found.stdout.decode()
    assert (found.returncode, b"Traceback" in found.stderr) == (2, False)


@pytest.mark.parametrize("home", ["relative", "/proc/nowhere"])
def test_a_home_where_nothing_can_be_written(home: str, case: Path) -> None:
    """What is asked is answered; what cannot be saved is said; no folder is made where the command was run."""
    env = {"PETR_ADVISOR_HOME": "", "HOME": home, "XDG_DATA_HOME": "/proc/x", "XDG_CACHE_HOME": "/proc/x"}
    assert run("explain", case, "--knowledge", SMALL, env=env, cwd=case.parent).returncode == 0
    found = run("--plain", "--knowledge", SMALL, env=env, cwd=case.parent, stdin=b"closed\n")
    assert (found.returncode, b"Traceback" in found.stderr) == (2, False)
    assert list(case.parent.iterdir()) == [case]


def test_a_home_that_nobody_knows(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An account without a home, as in some containers: the words say what to set."""

    def unknown(*_: object) -> str:
        raise KeyError("no such account")

    for name in ("PETR_ADVISOR_HOME", "HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.setattr(sys, "argv", ["petr-advisor", "explain", "maconnais"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert (left.value.code, "PETR_ADVISOR_HOME" in capsys.readouterr().err) == (2, True)


def test_a_locale_without_accents(case: Path) -> None:
    """Letters are shown as they can be; files are named as they were asked for."""
    words = ("--knowledge", SMALL)
    assert run("explain", case, *words, env=C_LOCALE).returncode == 0
    assert run("explain", "inconnu é", *words, env=C_LOCALE).returncode == 2
    assert run("--plain", *words, env=C_LOCALE, stdin="fermé\n".encode()).returncode == 0
    for name, output in (("report", "é.html"), ("site", "sé")):
        assert run(name, case, "-o", output, *words, env=C_LOCALE, cwd=case.parent).returncode == 0
        assert (case.parent / output).exists()


@pytest.mark.parametrize(
    ("arguments", "typed", "code"), [(("explain",), b"", 0), (("--plain",), b"q\n", 0), ((), b"\x11", 0)], ids=str
)
def test_a_very_small_terminal(arguments: tuple[str, ...], typed: bytes, code: int, case: Path) -> None:
    words = (*arguments, *((case,) if "explain" in arguments else ()), "--knowledge", SMALL)
    assert _in_terminal(*words, typed=typed, rows=5, columns=20) == code


def _in_terminal(*arguments: object, typed: bytes, rows: int, columns: int) -> int:
    """Run the command in a terminal, type when it falls silent, and give its code."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    words = [sys.executable, "-m", "petr_advisor", *map(str, arguments)]
    with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:  # noqa: S603
        os.close(theirs)
        for _ in range(60):
            if process.poll() is not None:
                break
            if select.select([ours], [], [], 1)[0]:
                try:
                    os.read(ours, 65536)
                except OSError:  # the other end was closed
                    break
            else:
                os.write(ours, typed)
        try:
            return process.wait(10)
        finally:
            process.kill()
            os.close(ours)


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 1),
        (MemoryError(), 2),
        (OSError(5, "Input/output error"), 2),
        (RecursionError("maximum recursion depth exceeded"), FAULT_CODE),
        (ZeroDivisionError("Fraction(1, 0)"), FAULT_CODE),
    ],
    ids=lambda found: type(found).__name__,
)
def test_any_death_has_a_code_and_words(
    raised: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def die(*_: object, **__: object) -> str:
        raise raised

    monkeypatch.setattr("petr_advisor.commands.check.check", die)
    monkeypatch.setattr(sys, "argv", ["petr-advisor", "check"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == code
    said = capsys.readouterr().err
    assert type(raised).__name__ not in said
    assert "Traceback" not in said
    assert bool(said) == (code not in {130, 1})
