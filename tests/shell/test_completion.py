"""Completion: what a shell is given to complete, and its script installed and shown."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import begin_as
from tests.shell.terminals import COMMAND, in_pipe


def completed(line: str) -> list[str]:
    """Give what bash would be told for a line that ends where the cursor is."""
    found = in_pipe(
        COMP_WORDS=f"petr-advisor {line}", COMP_CWORD=str(len(line.split(" "))),
        _PETR_ADVISOR_COMPLETE="complete_bash",
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("road", ["roadmap"]),
        ("explain --why", ["--why-not"]),
        ("explain marennes", ["marennes-oleron"]),
        ("explain maconnais --why-not l5741-4", ["l5741-4"]),
        ("ask scot", ["scot"]),
        ("--lang f", ["fr"]),
    ],
)
def test_what_may_come_next_is_proposed(line: str, expected: list[str]) -> None:
    assert completed(line) == expected


def test_saved_consultations_are_proposed(consultation: Consultation) -> None:
    held = begin_as("Vallée haute")
    held.keep(consultation)
    held.release()
    assert completed("report vallee") == ["vallee-haute"]
    assert completed("--resume v") == ["vallee-haute"]


def test_a_rule_base_that_cannot_be_read_proposes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key pressed in a shell prints no error into the line."""
    from petr_advisor.commands import completing  # noqa: PLC0415 - patched here

    def broken() -> list[str]:
        raise OSError("no disk")

    assert completing._completed(broken)("l") == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here to be completed in")
def test_bash_completes_with_the_script_that_is_shown(tmp_path: Path) -> None:
    """The real shell, with the script of `--show-completion` and a command of that name on its path."""
    command = tmp_path / "petr-advisor"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from petr_advisor.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    talk = (
        'eval "$(petr-advisor --show-completion)"\n'
        "COMP_WORDS=(petr-advisor road) COMP_CWORD=1\n"
        "_petr_advisor_completion petr-advisor\n"
        'echo "told: ${COMPREPLY[*]}"\n'
    )
    script = tmp_path / "talk.sh"
    script.write_text(talk)
    found = subprocess.run(  # noqa: S603 - our own program, in a shell
        ["bash", "--norc", str(script)],  # noqa: S607 - whichever bash there is
        capture_output=True, text=True, check=False, env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert "told: roadmap" in found.stdout, found.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="as above")
def test_it_is_installed_for_the_shell_in_use(tmp_path: Path) -> None:
    quoted = " ".join(COMMAND)
    found = subprocess.run(  # noqa: S603 - as above
        ["bash", "--norc", "-c", f"{quoted} --install-completion; exit $?"],  # noqa: S607 - as above
        capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert "bash completion installed" in found.stdout
    assert any("COMPLETE=complete_bash" in path.read_text() for path in tmp_path.rglob("*.sh"))
