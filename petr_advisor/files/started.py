"""The command by which the program was started, to be typed again."""

import shlex
import sys
from itertools import pairwise
from pathlib import Path
from shutil import which

from petr_advisor.files.secrets import without_passwords

COMMAND = "petr-advisor"
"""What installing puts on the path; `make run` puts it beside the project, where no shell looks."""


WHERE = ("--database", "--knowledge")
"""Options without which what was begun with them is not found, or is judged by other rules."""


def typed_again(*words: str) -> str:
    """Give a command that starts this same program again, on the same dossiers, as it is typed in the same folder."""
    return shlex.join((*_program(), *words, *_where()))


def _where() -> tuple[str, ...]:
    """Give the options typed that say where dossiers and rules are; a password is not told again on a screen."""
    typed = [part for word in sys.argv[1:] for part in (word.split("=", 1) if word.startswith(WHERE) else [word])]
    pairs = (pair for pair in pairwise(typed) if pair[0] in WHERE)
    return tuple(without_passwords(word).replace(":***@", "@") for pair in pairs for word in pair)


def _program() -> tuple[str, ...]:
    started = Path(sys.argv[0])
    if started.stem == COMMAND:
        return (COMMAND,) if _on_the_path(COMMAND, started) else (sys.argv[0],)
    if started.name != "__main__.py" and which(COMMAND):
        return (COMMAND,)  # tests, or a program that opens the screen: nothing typed leads to it
    python = Path(sys.executable)
    name = python.stem if _on_the_path(python.stem, python) else _from_here(python)
    return (name, "-m", "petr_advisor")


def _on_the_path(name: str, file: Path) -> bool:
    """Tell whether a name typed alone starts a file: that very one, for the Pythons of two folders may be one file."""
    found = which(name)
    return found is not None and Path(found).absolute() == file.absolute()


def _from_here(file: Path) -> str:
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)
