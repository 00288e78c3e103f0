"""Run a command to its end: whatever happens, words for the person and a code for the system."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from itertools import pairwise
from typing import TextIO

import typer

from petr_advisor.commands.usage import is_usage, usage
from petr_advisor.errors import Language, PetrAdvisorError
from petr_advisor.files.faults import FAULT_CODE, fault

BROKEN, REFUSED, INTERRUPTED = 1, 2, 130
"""Nobody reads the output any more; refused or impossible; stopped by the person."""


def run(command: Callable[[], int | None]) -> int:
    """Run a command, and give the code to leave with: its own, or that of what stopped it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another
    code = _outcome(command)
    for output in (sys.stdout, sys.stderr):
        _let_go(output)
    return code


def _outcome(command: Callable[[], int | None]) -> int:
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except PetrAdvisorError as error:
        return _tell(error, REFUSED)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return BROKEN
    except Exception as error:  # noqa: BLE001 - the last resort: say it in a sentence, keep the details in a file
        if is_usage(error):
            return _tell(usage(error), REFUSED)
        return _tell(fault(error), REFUSED if isinstance(error, OSError | MemoryError) else FAULT_CODE)
    return code or 0


def _tell(error: PetrAdvisorError, code: int) -> int:
    with suppress(OSError, ValueError):  # nowhere to say it
        typer.echo(error.told(language_asked()), err=True)
    return code


def _let_go(output: TextIO | None) -> None:
    """Write what is left; where it cannot be, it goes nowhere, lest Python speak of it on leaving."""
    if output is None:
        return
    try:
        output.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())


def language_asked() -> Language:
    """Give the language of the command line, which may not have been read: French unless `--lang en` is there."""
    words = " ".join(sys.argv[1:]).replace("--lang=", "--lang ").split()
    return "en" if ("--lang", "en") in pairwise(words) else "fr"
