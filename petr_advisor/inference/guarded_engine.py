"""An engine for a person at work: when durable_rules fails, the native engine answers, and the person is told once."""

from collections.abc import Callable
from pathlib import Path

from petr_advisor.inference.durable_engine import DurableEngine
from petr_advisor.inference.durable_process import EngineFaultError
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Program, Token
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


class GuardedEngine:
    """durable_rules until it fails, then the native engine to the end."""

    def __init__(self, first: DurableEngine, record: Callable[[Exception], Path | None]) -> None:
        """Take the engine to guard, and what keeps the details of a fault in a file."""
        self._running: DurableEngine | NativeEngine = first
        self._record = record
        self._untold: Text | None = None

    @property
    def name(self) -> str:
        """The name of the engine that answers."""
        return self._running.name

    def run(self, program: Program, tokens: frozenset[Token]) -> tuple[int, ...]:
        """Give the indices of the clauses that fire, in the order of firing, each once."""
        try:
            return self._running.run(program, tokens)
        except EngineFaultError as fault:
            self._running = NativeEngine()
            self._untold = _told(self._record(fault))
            return self._running.run(program, tokens)

    def notice(self) -> Text | None:
        """Give what there is to tell of a fault, once."""
        untold, self._untold = self._untold, None
        return untold


def _told(place: Path | None) -> Text:
    """Say what happened, and where the details are."""
    return told("engine.replaced") if place is None else told("engine.replaced-details", place=place)
