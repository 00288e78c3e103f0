"""The README is true: its example runs, and its commands exist."""

import contextlib
import io
import re
from pathlib import Path

import typer.main

from petr_advisor.cli import app
from petr_advisor.commands.running import BROKEN, INTERRUPTED, REFUSED
from petr_advisor.files.faults import FAULT_CODE

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_of_the_library_runs() -> None:
    found = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert found is not None
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(found.group(1), {})  # noqa: S102 - the README's own example
    assert "Create a PETR" in said.getvalue()


def test_every_command_is_in_the_readme() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert {name for name in commands if name not in README} == set()


def test_every_exit_code_is_in_the_readme() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)] == [
        0, BROKEN, REFUSED, FAULT_CODE, INTERRUPTED,
    ]  # fmt: skip
