"""Packages that give names of their modules, each loaded when it is first asked for: what is not used is not loaded."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def given_late(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Give the `__getattr__` of a package: the names that it gives, each with the module that holds it.

    A stub beside the package tells mypy what they are.
    """

    def found(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return found
