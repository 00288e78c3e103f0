"""What groupings cut off from the rest of their land, of many groupings at once: one bit a grouping, by place.

Whoever is outside and touches a grouping must be reached, from any other such, without going through it. Where they
are not, the land outside falls in pieces: as `Borders.enclave_groups` finds it, one grouping after the other.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from petr_advisor.territory.ground import Ground, Places, words_of

ROWS = 4_096
"""Groupings that are looked at together."""
CLOSE = (1, 6)
"""Hops around groupings within which their neighbours mostly meet; where they do not, the whole land is looked at."""

Rows = NDArray[np.bool_]
Planes = NDArray[np.uint64]
"""[places, words]: by place, one bit a grouping."""


def cut_off(ground: Ground, sets: Places) -> Rows:
    """Tell which groupings, each in one piece, cut their land in pieces: some of it may be an enclave."""
    found = np.zeros(len(sets), np.bool_)
    for rows in _chunks(len(sets)):
        doubt = rows
        for hops in (*CLOSE, None):
            if len(doubt):
                doubt = doubt[_apart(ground, sets[doubt], hops)]
        found[doubt] = True
    return found


def enclosed(ground: Ground, sets: Places) -> Rows:
    """Tell which groupings surround some EPCI on all sides: it reaches neither the sea nor a border of the State."""
    found = np.zeros(len(sets), np.bool_)
    for rows in _chunks(len(sets)):
        inside = _inside(ground, sets[rows])
        start = np.where(ground.open[:, None], ~inside, np.uint64(0))
        reached = _spread(ground, start, ~inside)
        found[rows] = _any(~inside & ~reached, len(rows))
    return found


def _chunks(count: int) -> Iterator[NDArray[np.int64]]:
    for first in range(0, count, ROWS):
        yield np.arange(first, min(first + ROWS, count))


def _apart(ground: Ground, sets: Places, hops: int | None) -> Rows:
    """Tell where the neighbours of a grouping do not all meet, within some hops of any of the groupings."""
    if hops is None:
        part, here = ground, sets
    else:
        near = np.zeros(len(ground.sirens), np.bool_)
        near[sets[sets >= 0]] = True
        for _ in range(hops):
            near[np.concatenate([ground.near[place] for place in np.flatnonzero(near)])] = True
        within = np.flatnonzero(near)
        part = ground.part(within)
        new = np.full(len(ground.sirens) + 1, -1, np.int16)
        new[within] = np.arange(len(within), dtype=np.int16)
        here = new[sets]
    inside = _inside(part, here)
    beside = _gathered(part, inside) & ~inside
    reached = _spread(part, _first(beside), ~inside)
    return _any(beside & ~reached, len(sets))


def _inside(ground: Ground, sets: Places) -> Planes:
    bits = np.zeros((len(ground.sirens) + 1, -(-len(sets) // 64) * 64), np.bool_)
    bits[sets, np.arange(len(sets))[:, None]] = True  # the last line takes the places that are none
    return words_of(bits[:-1])


def _first(planes: Planes) -> Planes:
    """Keep one place a grouping, the first."""
    seen = np.zeros(planes.shape[1], np.uint64)
    found = np.zeros_like(planes)
    for place in np.flatnonzero(planes.any(axis=1)):
        found[place] = planes[place] & ~seen
        seen |= planes[place]
    return found


def _gathered(ground: Ground, planes: Planes) -> Planes:
    """Give, by place, what is so of itself or of a neighbour."""
    flat, starts = ground.around
    return np.asarray(np.bitwise_or.reduceat(planes[flat], starts, axis=0))


def _spread(ground: Ground, start: Planes, free: Planes) -> Planes:
    """Give everything reached from some places through free ones."""
    reached = start
    while True:
        more = (_gathered(ground, reached) & free) | reached
        if np.array_equal(more, reached):
            return reached
        reached = more


def _any(planes: Planes, count: int) -> Rows:
    """Tell of which groupings something is so at some place."""
    any_place = np.bitwise_or.reduce(planes, axis=0)
    return np.unpackbits(any_place.view(np.uint8), bitorder="little")[:count].astype(np.bool_)
