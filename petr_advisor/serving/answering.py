"""Answer requests: in this process, or in one of its own that is stopped when an answer takes too long."""

import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from petr_advisor.checking import load
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.faults import fault
from petr_advisor.inference.engines import EngineName, guarded
from petr_advisor.serving import dossiers
from petr_advisor.serving.operations import OPERATIONS
from petr_advisor.serving.refusals import Refusal, RefusedError, refusal, saying
from petr_advisor.serving.taking import Desk

PATIENCE = 60.0
"""Seconds that an answer may take; the longest documents take a few."""
GRACE = 5.0
"""Seconds in which a process that was asked to end does so."""

ALL: dict[str, Callable[[Desk, Any], Any]] = {
    **OPERATIONS,
    "dossiers": dossiers.listed,
    "dossier-begin": dossiers.begin,
    "dossier-say": dossiers.say,
    "dossier-undo": dossiers.undo,
}
"""What can be asked, by name."""


class Answerer(Protocol):
    """Answers requests."""

    def answer(self, operation: str, request: Any) -> Any:
        """Give the reply to a request; RefusedError when there is none."""
        ...


@dataclass(frozen=True)
class Here:
    """Answers in this process, one request at a time: what is remembered of a case is not to be shared by threads."""

    desk: Desk
    _turn: threading.Lock

    @classmethod
    def at(cls, desk: Desk) -> "Here":
        """Answer with a rule base and an engine."""
        return cls(desk, threading.Lock())

    def answer(self, operation: str, request: Any) -> Any:
        """Give the reply to a request; RefusedError when there is none."""
        with self._turn:
            found = _outcome(self.desk, operation, request)
        if isinstance(found, Refusal):
            raise RefusedError(found)
        return found


class Apart:
    """Answers in a process of its own, which is stopped and begun again when an answer takes too long."""

    def __init__(self, knowledge: Path | None, engine: EngineName, patience: float = PATIENCE) -> None:
        self._made_with = (knowledge, engine)
        self._patience = patience
        self._turn = threading.Lock()
        self._process: Any = None
        self._line: Connection | None = None

    def answer(self, operation: str, request: Any) -> Any:
        """Give the reply to a request; RefusedError when there is none, or when it does not come in time."""
        if not self._turn.acquire(timeout=self._patience):
            raise RefusedError(saying("too-long", "serving.busy"))
        try:
            found = self._ask(operation, request)
        finally:
            self._turn.release()
        if isinstance(found, Refusal):
            raise RefusedError(found)
        return found

    def close(self) -> None:
        """End the process."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.join(GRACE)
            self._stop()
        self._line = None

    def _ask(self, operation: str, request: Any) -> Any:
        try:
            line = self._line if self._line is not None and self._process.is_alive() else self._begin()
            line.send((operation, request))
            if line.poll(self._patience):
                return line.recv()
        except (EOFError, OSError) as error:  # the process died, of memory or by another hand
            self._stop()
            return refusal(fault(error))
        self._stop()
        return saying("too-long", "serving.too-long", seconds=int(self._patience))

    def _begin(self) -> Connection:
        spawning = multiprocessing.get_context("spawn")
        mine, its = spawning.Pipe()
        self._process = spawning.Process(target=_answer_on, args=(its, *self._made_with), name="answering")
        self._process.start()
        its.close()
        self._line = mine
        return mine

    def _stop(self) -> None:
        process, self._process, self._line = self._process, None, None
        if process is not None:
            process.kill()
            process.join(GRACE)


def _answer_on(line: Connection, knowledge: Path | None, engine: EngineName) -> None:
    """Answer what comes on a line until its other end is closed."""
    with suppress(EOFError, KeyboardInterrupt):
        desk = Desk(load(knowledge), guarded(engine))
        while True:
            line.send(_outcome(desk, *line.recv()))


def _outcome(desk: Desk, operation: str, request: Any) -> Any:
    """Give the reply to a request, or why there is none: never an exception."""
    try:
        return ALL[operation](desk, request)
    except PetrAdvisorError as error:
        return refusal(error)
    except Exception as error:  # noqa: BLE001 - the last resort: words for the person, the details in a file
        return refusal(fault(error))
