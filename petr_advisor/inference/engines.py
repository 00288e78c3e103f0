"""Choose an engine: durable_rules where it loads, the native one elsewhere."""

import sys
from functools import cache
from typing import Literal

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.faults import record
from petr_advisor.inference.durable_engine import DurableEngine
from petr_advisor.inference.guarded_engine import GuardedEngine
from petr_advisor.inference.loadable import durable_loads
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Engine
from petr_advisor.words.texts import Text

EngineName = Literal["durable", "native"]

PATIENCE = 1.5
"""Seconds without a sign of life after which a person is not made to wait for durable_rules."""


class EngineUnavailableError(PetrAdvisorError):
    """The engine asked for does not load on this machine."""


@cache
def engine(name: EngineName) -> Engine:
    """Give the engine of that name, one a process; EngineUnavailableError where it does not load."""
    return NativeEngine() if name == "native" else _durable()


@cache
def guarded(name: EngineName) -> Engine:
    """Give the engine of that name for a person at work: when durable_rules fails, the native engine answers."""
    return NativeEngine() if name == "native" else GuardedEngine(_durable(PATIENCE), record)


@cache
def available() -> tuple[EngineName, ...]:
    """Give the engines that load here, the preferred one first."""
    try:
        _durable()
    except EngineUnavailableError:
        return ("native",)
    return ("durable", "native")


def default_engine() -> Engine:
    """Give the preferred engine, guarded."""
    return guarded(available()[0])


def notice(running: Engine | None = None) -> Text | None:
    """Give what a person is to be told of an engine, the preferred one by default, once."""
    running = running or default_engine()
    return running.notice() if isinstance(running, GuardedEngine) else None


def _durable(patience: float = 10.0) -> DurableEngine:
    """Give an engine whose process is not started yet; EngineUnavailableError where durable_rules does not load."""
    version = ".".join(map(str, sys.version_info[:2]))
    if not durable_loads():
        raise EngineUnavailableError.of("engine.not-loading", version=version)
    return DurableEngine(patience)
