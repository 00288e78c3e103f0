"""The process in which durable_rules runs: asked one thing at a time, and ended when it gives no sign of life.

A loop within C holds the interpreter and hears no signal, so only another process can end it.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from signal import Signals
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from threading import Event, Thread
from time import sleep
from typing import IO, Any, cast
from weakref import finalize

from petr_advisor.errors import PetrAdvisorError

COMMAND = (sys.executable, "-P", "-X", "faulthandler", "-m", "petr_advisor.inference.durable_worker")
"""How the process is started; `-P`: nothing in the folder of the day is taken for a library."""

SLICE = 0.1
"""Seconds between two looks at a process; a pause of the whole program (Ctrl+Z, sleep) counts for one."""

START = 10.0
"""Seconds that the process may take to start, which is before anything can hang."""

LONGEST = 2**24
"""Bytes of an answer at most."""

ERROR = 500
"""Bytes kept of an answer that is none."""

LAST_WORDS = 20_000
"""Bytes kept of what a process said before it failed."""


class EngineFaultError(PetrAdvisorError):
    """durable_rules hung, failed, crashed or answered nonsense; what its process said last is added as a note."""


class DurableProcess:
    """One process; it ends with the program, at the latest."""

    def __init__(self, patience: float, command: Sequence[str] = COMMAND) -> None:
        """Start it; an EngineFaultError when it cannot be."""
        try:
            self._process, self._said = _start([*command, str(2 * patience)])
        except OSError as error:
            raise EngineFaultError(f"durable_rules could not be started: {error}") from error
        self._watch = _Watch(self._process, patience)
        self.end = finalize(self, _end, self._process, self._watch, self._said)
        """End the process; done by itself when nobody holds this any more."""
        self._ready = False

    def ask(self, question: Mapping[str, Any]) -> Any:
        """Give what it answers under `fired`; an EngineFaultError when there is no such answer, and it is ended."""
        try:
            with self._watch:
                if not self._ready:
                    self._ready = "alive" in self._read()
                self._write(question)
                while "alive" in (answer := self._read()):
                    pass
                return answer["fired"]
        except (OSError, EOFError, ValueError, KeyError) as error:
            raise self._fault(error) from error
        except BaseException:  # Ctrl+C: the answer would be taken for that of the next question
            self.end()
            raise

    def _write(self, question: Mapping[str, Any]) -> None:
        questions = cast("IO[bytes]", self._process.stdin)
        questions.write(json.dumps(question).encode() + b"\n")
        questions.flush()

    def _read(self) -> dict[str, Any]:
        """Give the next message; EOFError when the process is no more, ValueError when there is something else."""
        line = cast("IO[bytes]", self._process.stdout).readline(LONGEST)
        self._watch.heard()
        if not line:
            raise EOFError
        with suppress(ValueError):
            message = json.loads(line)
            if isinstance(message, dict) and "error" not in message:
                return message
        raise ValueError(line[:ERROR].decode(errors="replace").strip())

    def _fault(self, error: Exception) -> EngineFaultError:
        """Say what happened to the process, which is ended."""
        with suppress(TimeoutExpired):
            if not self._watch.silent:
                self._process.wait(SLICE)  # one that crashed is about to leave a reason
        fault = EngineFaultError(f"durable_rules: {self._what(error)}")
        self._process.kill()
        self._process.wait()
        self._said.seek(0)
        fault.add_note(self._said.read(LAST_WORDS).decode(errors="replace"))
        self.end()
        return fault

    def _what(self, error: Exception) -> str:
        code = self._process.poll()
        if self._watch.silent:
            return "no sign of life; its process was ended"
        if isinstance(error, (OSError, EOFError)) and code is not None:
            return f"its process ended by itself ({_name(-code) if code < 0 else code})"
        return f"no answer, but this: {error}"


class _Watch:
    """Ends a process that is at work and gives no sign of life."""

    def __init__(self, process: Popen[bytes], patience: float) -> None:
        self._process, self._patience = process, patience
        self._at_work = Event()
        self._heard = 0
        self.silent = False
        """Whether the process was ended for its silence."""
        Thread(target=self._look, name="durable_rules watch", daemon=True).start()

    def __enter__(self) -> None:
        self._heard += 1
        self._at_work.set()

    def __exit__(self, *_: object) -> None:
        self._at_work.clear()

    def heard(self) -> None:
        """Take note of a sign of life."""
        self._heard += 1

    def stop(self) -> None:
        """Let the thread end."""
        self._at_work.set()

    def _look(self) -> None:
        left = round(START / SLICE)
        while left:
            self._at_work.wait()
            if self._process.poll() is not None:
                return
            heard = self._heard
            sleep(SLICE)
            idle = self._at_work.is_set() and self._heard == heard
            left = left - 1 if idle else round(self._patience / SLICE)
        self.silent = True
        self._process.kill()


def _start(command: Sequence[str]) -> tuple[Popen[bytes], IO[bytes]]:
    """Start a process; give it, and the file that takes what it says beside its answers."""
    said = TemporaryFile()  # noqa: SIM115 - closed by _end
    try:
        process = Popen(  # noqa: S603 - our own file, by our own interpreter
            command, stdin=PIPE, stdout=PIPE, stderr=said, env=_environment(), start_new_session=True
        )
    except OSError:
        said.close()
        raise
    return process, said


def _end(process: Popen[bytes], watch: _Watch, said: IO[bytes]) -> None:
    process.kill()
    process.wait()
    watch.stop()
    for stream in filter(None, (process.stdin, process.stdout, said)):
        with suppress(OSError):  # what was not sent yet has nobody to read it
            stream.close()


def _name(number: int) -> str:
    try:
        return Signals(number).name
    except ValueError:
        return f"signal {number}"


def _environment() -> dict[str, str]:
    """Give the environment of the process: the package is found where this one was."""
    package = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))}
