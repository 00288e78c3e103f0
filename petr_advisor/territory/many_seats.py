"""Seats of the council of many groupings at once: what `seats.propose` gives for each, worked out together."""

import numpy as np
from numpy.typing import NDArray

Seats = NDArray[np.int16]


def propose_many(populations: NDArray[np.int64], totals: NDArray[np.int64]) -> Seats:
    """Give the seats of every member: [groupings, members], from their populations (0 where there is no member).

    Members of a grouping stand in the order in which equal averages are served. A total that no lawful sharing can have
    gives no seat at all. Averages are compared as quotients, each rounded to the nearest: two equal ones stay equal,
    two that differ are further apart than any rounding.
    """
    there = populations > 0
    members = there.sum(axis=1)
    lawful = (members >= 2) & (totals >= members) & ((members != 2) | (totals % 2 == 0))
    seats = np.where(there & lawful[:, None], 1, 0).astype(np.int16)
    cap = totals // 2
    left = np.where(lawful, totals - members, 0)
    order = np.argsort(-populations, axis=1, kind="stable")  # the larger population is served first
    people = np.take_along_axis(populations, order, axis=1)
    seats = np.take_along_axis(seats, order, axis=1)
    rows = np.arange(len(populations))
    while (left > 0).any():
        averages = np.where((seats > 0) & (seats < cap[:, None]), people / (seats + 1), -1.0)
        best = averages.argmax(axis=1)
        seats[rows, best] += left > 0
        left = left - (left > 0)
    back = np.empty_like(seats)
    np.put_along_axis(back, order, seats, axis=1)
    return back


def usual_totals(members: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give how many seats a council is proposed with: fewer a member as members are more."""
    return members * np.where(members <= 12, 4, np.where(members <= 24, 3, 2))
