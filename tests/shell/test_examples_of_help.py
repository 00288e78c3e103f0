"""Every help ends with examples, and each of them runs, in any folder, on what comes with the program."""

import io
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from petr_advisor.cli import app, main
from tests.shell.terminals import COMMAND, PATIENCE, in_pipe

GROUP: Any = typer.main.get_command(app)
NAMES = ("", *GROUP.commands)
UNTIL_STOPPED = {"api --port 0", "serve --port 0"}
"""What listens until a person stops it."""
SILENT = {"mcp"}
"""What says nothing to a program that leaves at once."""


def lines_of(name: str) -> tuple[str, ...]:
    """Give the examples of a command, less the name of the program; they stand at the very end of its help."""
    command = GROUP.commands[name] if name else GROUP
    help_text = command.get_help(typer.Context(command, info_name="petr-advisor"))
    head, mark, told = help_text.rpartition("Examples:\n")
    assert mark, f"the help of {name or 'the program'} ends without an example"
    lines = [line.strip() for line in told.splitlines()]
    assert head
    assert all(line.split(" ")[0] == "petr-advisor" for line in lines), lines
    return tuple(line.removeprefix("petr-advisor").strip() for line in lines)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name or "petr-advisor")
def test_each_example_runs(
    name: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = lines_of(name)
    assert not name or any(line.startswith(name) for line in lines)
    for line in lines:
        if line in UNTIL_STOPPED:
            stopped_by_a_person(line)
            continue
        monkeypatch.setattr(sys, "argv", ["petr-advisor", *shlex.split(line)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert left.value.code == 0, f"petr-advisor {line}: {said.err}"
        assert said.out or said.err or line in SILENT, line
        for written in outputs(line):
            assert (tmp_path / written).exists(), line


def outputs(line: str) -> Iterator[str]:
    words = shlex.split(line)
    yield from (words[place + 1] for place, word in enumerate(words) if word == "-o")


def stopped_by_a_person(line: str) -> None:
    """Run a server until it says where it listens, then press Ctrl+C."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [*COMMAND, *shlex.split(line)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
    ) as process:
        assert process.stdout is not None
        assert "http://" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode in {0, 130}
    assert "Traceback" not in said


def test_help_is_printed_as_it_stands(tmp_path: Path) -> None:
    """In a pipe as in a test: no frame, no colour, and the examples at the end."""
    found = in_pipe("explain", "--help")
    assert found.returncode == 0
    assert "\x1b" not in found.stdout
    assert found.stdout.rstrip().splitlines()[-1].startswith("    petr-advisor explain ")
