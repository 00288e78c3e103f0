"""Choose an engine: durable_rules where it loads, the native one elsewhere."""

import sys
from functools import cache
from typing import Literal

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Engine

EngineName = Literal["durable", "native"]


class EngineUnavailableError(PetrAdvisorError):
    """The engine asked for does not load on this machine."""


@cache
def engine(name: EngineName) -> Engine:
    """Give the engine of that name, one a process; EngineUnavailableError where it does not load."""
    if name == "native":
        return NativeEngine()
    try:
        from petr_advisor.inference.durable_engine import DurableEngine  # noqa: PLC0415 - heavy, and not everywhere
    except ImportError as error:
        version = ".".join(map(str, sys.version_info[:2]))
        raise EngineUnavailableError(f"durable_rules does not load on Python {version}: {error}") from error
    return DurableEngine()


@cache
def available() -> tuple[EngineName, ...]:
    """Give the engines that load here, the preferred one first."""
    try:
        engine("durable")
    except EngineUnavailableError:
        return ("native",)
    return ("durable", "native")


def default_engine() -> Engine:
    """Give the preferred engine."""
    return engine(available()[0])
