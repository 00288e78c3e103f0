"""Managers of decision diagrams: CUDD where dd was built with it, dd's own in pure Python elsewhere.

Both give the same diagrams; CUDD is some ten times faster. A manager only grows, so each engine form has its own, which
goes with it. Both kinds insist that no diagram be in use when a manager goes, and Python's collector may take a manager
before its diagrams: managers are held here, and one is let go when nothing else refers to it, as each diagram does.

A variable is a bit of a fact; what its values mean is for each rule base to say.
"""

import ctypes
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import lru_cache
from sys import getrefcount
from threading import Lock
from types import ModuleType
from typing import Any

from petr_advisor.inference.collecting import keep_between_operations
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.recent import Recent

Node = Any
"""A node of a diagram; dd's types differ from one manager to the other."""

Put = Callable[[Node, Node], Node]
"""Puts the values of a cube in a diagram; `let` makes the cube anew each time."""
Meet = Callable[[Node, Node, AbstractSet[str]], Node]
"""Joins two diagrams, some variables left free; where all are, CUDD ends with the first case found."""

RESULTS = 2**18
"""Results of operations that CUDD remembers at most, at 32 bytes each; by itself it would ever take more."""

REMEMBERED = 8_192
"""Findings of each kind that are kept: those of a consultation on every key question, several times."""

FAST = 2**16
"""Places for nodes up to which CUDD rather takes more than it looks for nodes that nothing uses any more."""

_held: list[Any] = []
_one_at_a_time = Lock()


class Manager:
    """A manager; its variables keep the order in which they are declared (`variable_order`)."""

    def __init__(self) -> None:
        self.bdd, self.put, self.meet = _made()
        self.bdd.configure(reordering=False)
        self.entities: set[str] = set()
        """The entities of which it has variables; none is ever taken away."""
        self.codes: dict[tuple[FactKey, int], tuple[Node, ...]] = {}
        """By a fact and how many cells it has, the diagram of each cell."""
        self.fact_of_bit: dict[str, FactKey] = {}
        """The fact each variable encodes."""
        bdd, self.numbers = self.bdd, dict[str, int]()
        support: Callable[[Node], frozenset[str]] = lru_cache(REMEMBERED)(lambda node: frozenset(bdd.support(node)))
        self.support = support
        """Gives the variables of a diagram, remembered: cases have most diagrams in common, on all dates of law."""
        numbers = self.numbers  # nothing that it holds may hold it in turn
        self.places: Callable[[Node], int] = lru_cache(REMEMBERED)(lambda node: places(numbers, support(node)))
        """Gives the variables of a diagram as a set of bits, each at the place that `numbered` uses too."""
        self.restricted: Recent[tuple[Node, int, int], Node] = Recent(REMEMBERED)
        """Goals with what cases know put in, by the goal and the variables of it that are known, as `numbered`."""
        self.open: Recent[tuple[Node, Node], bool] = Recent(REMEMBERED)
        """Whether cases found a goal to be open, by the goal once answers are put in and what is known besides."""
        _hold(self.bdd)

    def numbered(self, bits: Mapping[str, bool]) -> tuple[int, int]:
        """Give variables that are known as a set of bits, and those of them that are true as another."""
        true = (bit for bit, value in bits.items() if value)
        return places(self.numbers, bits), places(self.numbers, true)


def places(numbers: dict[str, int], bits: Iterable[str]) -> int:
    """Give variables, each once, as a set of bits; one met for the first time takes the next place."""
    return sum(1 << numbers.setdefault(bit, len(numbers)) for bit in bits)


def held() -> tuple[Any, ...]:
    """Give dd's managers that are not free yet, to be counted and measured."""
    return tuple(_held)


def _made() -> tuple[Any, Put | None, Meet | None]:
    """Give a manager, with what CUDD does faster than the operations that every manager has."""
    with _without_networkx():
        try:
            # No wheel with CUDD for this system: the pure one serves.
            from dd.cudd import BDD, and_exists, restrict  # noqa: PLC0415
        except ImportError:
            from dd.autoref import BDD  # noqa: PLC0415

            return BDD(), None, None
    keep_between_operations()
    found = BDD(initial_cache_size=2**14)
    found.configure(max_cache_hard=RESULTS, loose_up_to=FAST)
    return found, restrict, and_exists


@contextmanager
def _without_networkx() -> Iterator[None]:
    """Let dd do without networkx, which takes a tenth of a second to load and only serves to draw diagrams."""
    empty = ModuleType("networkx")
    vars(empty)["MultiDiGraph"] = object  # the one name that dd looks up as it loads
    if sys.modules.setdefault(empty.__name__, empty) is not empty:
        yield
        return
    try:
        yield
    finally:
        del sys.modules[empty.__name__]


def _hold(manager: Any) -> None:
    with _one_at_a_time:
        _let_go()
        _held.append(manager)
        # Once more, for when Python ends: what is still in use then is left as it is.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(manager))


def _let_go() -> None:
    """Free the managers to which nothing refers but this module."""
    unused = [place for place in range(len(_held)) if getrefcount(_held[place]) == _UNUSED]
    for place in reversed(unused):
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(_held[place]))
        del _held[place]


def _references_when_unused() -> int:
    """Count the references to something that is only held here, as this Python counts them."""
    alone = [object()]
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(alone[0]))
    return getrefcount(alone[0])


_UNUSED = _references_when_unused()
