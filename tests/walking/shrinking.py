"""The shortest list that still fails: parts are left out, larger ones first, as long as the fault is the same."""

import re
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TypeVar

Thing = TypeVar("Thing")


def signature(fault: str) -> str:
    """Give what two faults of one kind have in common."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+|«[^»]*»", "…", fault)[:120]


def shortest(things: Sequence[Thing], fails: Callable[[Sequence[Thing]], bool], seconds: float) -> list[Thing]:
    """Leave out what the fault does not need, within some seconds; the list itself when it does not fail again."""
    limit = monotonic() + seconds
    left = list(things)
    if not fails(left):
        return left
    size = max(len(left) // 2, 1)
    while monotonic() < limit:
        shorter = _one_part_less(left, size, fails, limit)
        if shorter is not None:
            left = shorter
            size = min(size, max(len(left) // 2, 1))
        elif size == 1:
            break
        else:
            size = max(size // 2, 1)
    return left


def _one_part_less(
    things: list[Thing], size: int, fails: Callable[[Sequence[Thing]], bool], limit: float
) -> list[Thing] | None:
    for start in range(len(things) - size, -1, -size):
        shorter = things[:start] + things[start + size :]
        if shorter and monotonic() < limit and fails(shorter):
            return shorter
    return None
