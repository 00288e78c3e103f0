"""The manager of decision diagrams: CUDD where dd was built with it, dd's own in pure Python elsewhere.

Both give the same diagrams; CUDD is some ten times faster. There is one manager a process, and it is never freed: both
kinds insist that no diagram be in use when a manager goes, and Python's collector may take a manager before its
diagrams. A variable is a bit of a fact; what its values mean is for each rule base to say.
"""

import ctypes
from functools import lru_cache
from typing import Any

Node = Any
"""A node of a diagram; dd's types differ from one manager to the other."""


@lru_cache(maxsize=1)
def manager() -> Any:
    """Give the one manager, with an order of variables that is that of their first use."""
    try:
        from dd.cudd import BDD  # noqa: PLC0415 - no wheel with CUDD for this system: the pure one serves
    except ImportError:
        from dd.autoref import BDD  # noqa: PLC0415
    found = BDD()
    found.configure(reordering=False)
    for kept in (found, getattr(found, "_bdd", None)):
        if kept is not None:
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
    return found
