"""An option means the same before a command and after it, or is refused in words: it is never left out in silence."""

import io
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer.main

from petr_advisor.cli import app, main
from tests.conftest import SCENARIO, SMALL

GROUP = typer.main.get_command(app)
COMMANDS = {
    "ask": ["evolution"],
    "check": [],
    "evaluate": ["case.yaml", "--format", "json"],
    "batch": [".", "--row", "1"],
    "explain": ["case.yaml"],
    "compare": ["case.yaml", "other.yaml"],
    "report": ["case.yaml", "-o", "written.md"],
    "map": ["case.yaml", "-o", "written.svg"],
    "questionnaire": ["case.yaml", "-o", "written.md"],
    "answer": ["case.yaml", "returned.txt"],
    "perimeter": ["--around", "240100750"],
    "roadmap": ["case.yaml"],
    "calendar": ["case.yaml", "-o", "written.ics"],
    "acts": ["case.yaml", "-o", "acts"],
    "coverage": ["case.yaml"],
    "site": ["case.yaml", "-o", "written"],
    "schema": ["rules"],
    "api": ["--host", "0.0.0.0"],  # noqa: S104 - refused without a token, at once
    "serve": ["--host", "0.0.0.0"],  # noqa: S104 - as above
}
"""Each command with what it works on."""
UNTIL_CLOSED = {"mcp"}
"""What talks to a program until that one leaves: tests/serving."""
OPTIONS = {
    "as_of": ["--as-of", "1999-01-01"],
    "engine": ["--engine", "all"],
    "lang": ["--lang", "en"],
    "knowledge": ["--knowledge", "nowhere"],
    "database": ["--database", "nowhere"],
    "resume": ["--resume", "nowhere"],
    "plain": ["--plain"],
    "name": ["--name", "Pays"],
    "version": ["--version"],
}
"""Each option of the program itself, with a value that changes what a command does."""
OF_THE_SHELL = {"install_completion", "show_completion"}
"""What speaks to the shell and stops: tests/shell."""

ITS_OWN = {("batch", "resume")}
"""Options of a command that bear the name of one of the program and are another: refused before the command."""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int | str | None
    out: str
    err: str
    written: tuple[tuple[str, str], ...]


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Runner":
    return Runner(tmp_path, monkeypatch, capsys)


class Runner:
    """Runs the command line in this process, each time in a folder and a home of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.monkeypatch, self.capsys, self.times = folder, monkeypatch, capsys, 0

    def __call__(self, *arguments: str) -> Ran:
        self.times += 1
        place = self.folder / f"{self.times}"
        place.mkdir()
        (place / "case.yaml").write_text(SCENARIO, encoding="utf-8")
        (place / "other.yaml").write_text(SCENARIO.replace("form: closed", "form: open"), encoding="utf-8")
        (place / "returned.txt").write_text("[procedure.begun] = oui\n", encoding="utf-8")
        self.monkeypatch.chdir(place)
        self.monkeypatch.setenv("PETR_ADVISOR_HOME", str(place / "home"))
        self.monkeypatch.setenv("PETR_ADVISOR_DATABASE", "")
        self.monkeypatch.setattr(sys, "argv", ["petr-advisor", *arguments])
        self.monkeypatch.setattr(sys, "stdin", io.StringIO("association\n"))
        (place / "home").mkdir()
        (place / "home" / "cache").symlink_to(self.folder.parent)
        with pytest.raises(SystemExit) as left:
            main()
        said = self.capsys.readouterr()
        return Ran(left.value.code, _undated(said.out), said.err, tuple(_written(place)))


def _written(place: Path) -> list[tuple[str, str]]:
    files = [path for path in sorted(place.rglob("*")) if path.is_file() and "cache" not in path.parts]
    kept = [path for path in files if not path.name.endswith((".db-shm", ".db-wal", ".lock"))]
    return [(str(path.relative_to(place)), _said_in(path)) for path in kept]


def _said_in(path: Path) -> str:
    """Give what a file says, that of the database without the moments at which it was said."""
    if path.suffix != ".db":
        return _undated(path.read_text(encoding="utf-8"))
    with closing(sqlite3.connect(path)) as database:
        heads = database.execute("SELECT slug, name, as_of, key_questions, rule_base, engine FROM dossiers").fetchall()
        return repr((heads, database.execute("SELECT number, position, content FROM entries").fetchall()))


def _undated(text: str) -> str:
    """Leave out when a file was written."""
    return "\n".join(line for line in text.splitlines() if "DTSTAMP" not in line)


def parameters(command: str) -> set[str]:
    found = GROUP.commands[command].params  # type: ignore[attr-defined]
    return {each.name for each in found}


def test_no_command_and_no_option_is_forgotten_here() -> None:
    assert {*COMMANDS, *UNTIL_CLOSED} == set(GROUP.commands)  # type: ignore[attr-defined]
    assert {*OPTIONS, *OF_THE_SHELL} == {each.name for each in GROUP.params}


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_means_the_same_before_and_after_or_is_refused(command: str, option: str, ran: Runner) -> None:
    base = ["--knowledge", str(SMALL)] if "knowledge" in parameters(command) and option != "knowledge" else []
    given, words = OPTIONS[option], [command, *COMMANDS[command], *base]
    before, after = ran(*given, *words), ran(*words, *given)
    if (command, option) in ITS_OWN:
        assert (before.code, before.out) == (2, "")
        assert given[0] in before.err
        return
    if option not in parameters(command):
        assert before.code == after.code == 2
        assert given[0] in before.err
        assert given[0] in after.err
        assert (before.out, before.written) == ("", after.written)
        return
    assert before == after
    assert before.code in {0, 1, 2}
    changed = "nowhere" in before.err if option == "knowledge" else before != ran(*words)
    assert changed, "the option changes nothing"


def test_what_stands_after_the_command_wins(ran: Runner) -> None:
    both = ran("--lang", "fr", "explain", "case.yaml", "--knowledge", str(SMALL), "--lang", "en")
    assert both == ran("explain", "case.yaml", "--knowledge", str(SMALL), "--lang", "en")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--resume", "x", "--as-of", "2020-01-01"],
        ["explain", "case.yaml", "option:create", "--why-not", "transform"],
        ["explain", "case.yaml", "--why-not", "transform", "--what-would-it-take", "transform"],
        ["explain", "case.yaml", "--short", "--what-would-it-take", "transform"],
        ["evaluate", "case.yaml", "--every-date", "--as-of", "2020-01-01"],
        ["evaluate", "case.yaml", "--every-date", "--engine", "native"],
        ["evaluate", "case.yaml", "--every-date", "--format", "json"],
        ["coverage", "case.yaml", "--format", "junit"],
        ["explain", "case.yaml", "--engine", "all", "--knowledge", str(SMALL)],
    ],
)
def test_options_that_say_two_things_are_refused(arguments: list[str], ran: Runner) -> None:
    found = ran(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["explian", "case.yaml"],
        ["explain"],
        ["explain", "case.yaml", "--whynot"],
        ["explain", "a", "b", "c"],
        ["explain", "case.yaml", "--short=3"],
        ["explain", "case.yaml", "--engine", "x"],
        ["report", "case.yaml"],
        ["report", "case.yaml", "-o"],
        ["evaluate", "case.yaml", "-j", "x"],
        ["evaluate", "case.yaml", "-j", "-3"],
    ],
)
def test_a_slip_of_the_command_line_is_told_in_both_languages(arguments: list[str], ran: Runner) -> None:
    french, english = ran(*arguments), ran("--lang", "en", *arguments)
    assert (french.code, english.code) == (2, 2)
    assert french.err != english.err
    assert "Voir" in french.err
    for word in ("such", "Missing", "Invalid", "Got", "Usage", "--lang en"):
        assert word not in french.err + english.err
