"""Managers of decision diagrams: CUDD where dd was built with it, dd's own in pure Python elsewhere.

Both give the same diagrams; CUDD is some ten times faster. Both also insist, when the interpreter stops, that no
diagram is in use any more: ours are in use as long as the process, so managers still alive are made to outlive it.
"""

import atexit
import ctypes
from typing import Any, Protocol
from weakref import WeakSet

Node = Any
"""A node of a diagram; dd's types differ from one manager to the other."""


class Owner(Protocol):
    """Something that owns a manager."""

    bdd: Any


_OWNERS: WeakSet[Any] = WeakSet()


def new_manager() -> Any:
    """Give a new manager, with a fixed order of variables."""
    try:
        from dd.cudd import BDD  # noqa: PLC0415 - no wheel with CUDD for this system: the pure one serves
    except ImportError:
        from dd.autoref import BDD  # noqa: PLC0415
    manager = BDD()
    manager.configure(reordering=False)
    return manager


def keep_alive_at_exit(owner: Owner) -> None:
    """Let the manager of an owner that is alive when the process ends outlive it."""
    _OWNERS.add(owner)


@atexit.register
def _outlive() -> None:
    for owner in _OWNERS:
        manager = owner.bdd
        for kept in (manager, getattr(manager, "_bdd", None)):
            if kept is not None:
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
