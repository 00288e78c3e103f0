"""Every grouping of EPCIs in one piece, of a bounded size, each once.

Groupings grow by one neighbour at a time. From a grouping, the neighbours that may still join are taken in order, and
those before the one that joins are shut out of everything that grows from there: a larger grouping is reached by the
first of its own members among them, and by no other way, so each is found once and none is missed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory.ground import WORD, Ground, Places, Words, bits_of, words_of

MOST_FOUND = 3_000_000
"""Groupings; more would fill the memory, and nobody compares them."""
ROWS = 8_192
"""Groupings that are grown together."""


@dataclass(frozen=True)
class Bounds:
    """What groupings are looked for."""

    most: int
    """Members at most."""
    least: int = 2
    most_people: int | None = None
    """Inhabitants at most."""
    least_people: int = 0


@dataclass(frozen=True, eq=False)
class _Growing:
    """Groupings of one size, with what may no longer join each: its members among them."""

    sets: Places
    shut: Words
    people: NDArray[np.int64]

    def at(self, rows: NDArray[np.bool_] | slice) -> "_Growing":
        return _Growing(self.sets[rows], self.shut[rows], self.people[rows])


def groupings_around(ground: Ground, around: Iterable[int], without: Iterable[int], bounds: Bounds) -> Places:
    """Give every grouping that holds all the places of `around` and none of `without`: [groupings, bounds.most].

    Members stand in the order of their places, -1 behind them. PetrAdvisorError where there are more than MOST_FOUND.
    """
    first, *others = sorted(set(around))
    within = np.flatnonzero(ground.hops(first) < bounds.most)
    part, number = ground.part(within), {int(place): new for new, place in enumerate(within)}
    if not set(others) <= number.keys():  # too far for any grouping of that size
        return _padded((), bounds)
    barred = {number[place] for place in without if place in number}
    root = number[first]
    shut = part.one({*barred, *np.flatnonzero(~part.members).tolist(), root})[None, :]
    start = _Growing(np.array([[root]], np.int16), shut, part.populations[[root]])
    hops = np.array([part.hops(number[place]) for place in others], np.int16).reshape(len(others), len(within))
    found = _padded(_grown(part, start, bounds, hops), bounds)
    return np.where(found >= 0, within.astype(np.int16)[found], np.int16(-1))


def all_groupings(ground: Ground, bounds: Bounds) -> Places:
    """Give every grouping of the ground, in the same form."""
    roots = np.flatnonzero(ground.members)
    never = ground.one(np.flatnonzero(~ground.members).tolist())
    start = _Growing(roots.astype(np.int16)[:, None], _up_to(ground)[roots] | never, ground.populations[roots])
    return _padded(_grown(ground, start, bounds, np.zeros((0, len(ground.sirens)), np.int16)), bounds)


def _padded(sizes: Iterable[Places], bounds: Bounds) -> Places:
    found = [np.zeros((0, bounds.most), np.int16)]
    for sets in sizes:
        beyond = ((0, 0), (0, bounds.most - sets.shape[1]))
        found.append(np.pad(np.sort(sets, axis=1), beyond, constant_values=-1))
    return np.concatenate(found)


def _grown(ground: Ground, start: _Growing, bounds: Bounds, hops: NDArray[np.int16]) -> Iterator[Places]:
    """Give the groupings of each size, the smallest first; `hops` are those to each place that is needed besides."""
    grown, total = start.at(_may_become(start, bounds, hops)), 0
    for size in range(1, bounds.most + 1):
        if size >= bounds.least:
            whole = (hops[:, grown.sets].min(axis=2, initial=np.iinfo(np.int16).max) == 0).all(axis=0)
            total += int(whole.sum())
            yield grown.sets[whole & (grown.people >= bounds.least_people)]
        if size == bounds.most or not len(grown.sets):
            return
        parts: list[_Growing] = []
        for first in range(0, len(grown.sets), ROWS):
            part = _joined(ground, grown.at(slice(first, first + ROWS)), last=size + 1 == bounds.most)
            parts.append(part.at(_may_become(part, bounds, hops)))
            if total + sum(len(each.sets) for each in parts) > MOST_FOUND:
                raise PetrAdvisorError.of("perimeter.too-many", most=MOST_FOUND)
        grown = _Growing(*(np.concatenate([getattr(part, name) for part in parts]) for name in _FIELDS))


_FIELDS = ("sets", "shut", "people")


def _joined(ground: Ground, grown: _Growing, *, last: bool) -> _Growing:
    """Give the groupings with one neighbour more; what the `last` ones shut out is of no use any more."""
    beside = np.bitwise_or.reduce(ground.touching[grown.sets], axis=1) & ~grown.shut
    rows, places = np.nonzero(bits_of(beside))
    sets = np.concatenate([grown.sets[rows], places.astype(np.int16)[:, None]], axis=1)
    people = grown.people[rows] + ground.populations[places]
    if last:
        return _Growing(sets, np.zeros((len(rows), 0), np.uint64), people)
    return _Growing(sets, grown.shut[rows] | (beside[rows] & _up_to(ground)[places]), people)


@lru_cache(maxsize=4)
def _up_to(ground: Ground) -> Words:
    """Give, by place, the set of the places up to it."""
    return words_of(np.tri(len(ground.sirens), ground.words * WORD, dtype=np.bool_))


def _may_become(grown: _Growing, bounds: Bounds, hops: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Tell which groupings may still be, or become, one that is looked for."""
    fine = np.ones(len(grown.sets), np.bool_)
    if bounds.most_people is not None:
        fine &= grown.people <= bounds.most_people
    if len(hops):
        fine &= hops[:, grown.sets].min(axis=2).max(axis=0) <= bounds.most - grown.sets.shape[1]
    return fine
