"""A new attempt at a procedure of which one is over: what of the old one still stands, and what has to differ.

One that a refusal blocks is over too, once those who refused are to leave: what is voted next is voted without them.

Votes never pass from one attempt to another. Where time ran out and nobody refused, the time is opened again by the act
that opened it; where somebody had refused, what that act sends is decided again too. Where a text says from which act a
refusal starts anew, from there; otherwise all that the law asks for is done again, and what habit or caution had done
beforehand is not, nor what was signed or written to last.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from petr_advisor.procedures.ballots import Ballot, Standing
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.missing import Missing, gap
from petr_advisor.procedures.order import Order
from petr_advisor.procedures.progress import Progress

ENDED = frozenset({"refused", "out_of_time"})
"""States of an attempt that is over without effect."""
_NEVER_AGAIN = frozenset({"day"})
"""Limits that end with a day of the calendar: no new attempt brings the power back."""
_AGREED = frozenset({"for", "settled_for"})
_OPPOSED = frozenset({"against", "settled_against"})


def standing(found: Progress, gone: Collection[str] = (), lasting: Collection[str] = ()) -> frozenset[str] | None:
    """Give the acts of an attempt that is over which hold for the next one; None while it is not over.

    `gone` are the members that leave before, `lasting` the acts whose documents serve again.
    """
    if not may_begin_again(found, gone):
        return None
    signed = {key for key in lasting if found.marks[key].status == "done"}
    return _unvoted(found) | signed


def _unvoted(found: Progress) -> frozenset[str]:
    """Give the acts of an attempt that is over on which the act by which it failed does not bear."""
    over = {key for key, mark in found.marks.items() if mark.over}
    absent = frozenset(key for key, mark in found.marks.items() if mark.status == "left_out")
    order = Order(found.acts, absent)
    first = _first(found, order)
    if not first:
        return frozenset(key for key in over if found.acts[key].origin != "law")
    return frozenset(key for key in over - first if first.isdisjoint(order.earlier(key)))


def may_begin_again(found: Progress, gone: Collection[str] = ()) -> bool:
    """Tell whether an attempt is over, or blocked by members that leave before, and another one may follow."""
    if found.state == "blocked":
        return not opponents(found).isdisjoint(gone)
    limits = (found.acts[act].limit for act in found.decided_by)
    return found.state in ENDED and not any(limit is not None and limit.kind in _NEVER_AGAIN for limit in limits)


def opponents(found: Progress) -> frozenset[str]:
    """Give the members whose refusals decide where an attempt stands."""
    tallies = (found.marks[act].tally for act in found.decided_by)
    return frozenset(
        member for tally in tallies if tally for member, vote in tally.standing.items() if vote in _OPPOSED
    )


def lacking(mark: Mark, as_of: date) -> Missing | None:
    """Give the members whose agreement a vote that failed lacked, the others voting as they did; None if not known.

    Who has still to vote is taken to agree: what was lacking is what others did.
    """
    if mark.tally is None or mark.count is None:
        return None
    found = mark.tally.standing
    settled = (vote if found[vote.member] in _AGREED else _afresh(vote, found[vote.member]) for vote in mark.votes)
    return gap(settled, mark.count, as_of).to_carry


def _afresh(vote: Ballot, standing: Standing) -> Ballot:
    """Give a vote as if who had still to vote agreed, and any other had said nothing, with no term."""
    return replace(vote, vote="for" if standing == "awaited" else None, on=None, clock="no_term", until=None)


def _first(found: Progress, order: Order) -> frozenset[str]:
    """Give the acts from which a new attempt starts; none where it is the whole that is done again."""
    for key in found.decided_by:
        act, mark = found.acts[key], found.marks[key]
        refused = act.refused if mark.status == "refused" or found.state == "blocked" else None
        if refused is not None and refused.to is not None:
            return frozenset({refused.to})
        opens = act.limit.with_act if act.limit is not None else None
        if mark.status == "lapsed" and opens is not None:
            return frozenset(order.binding[opens]) if _is_opposed(mark) else frozenset({opens})
    return frozenset()


def _is_opposed(mark: Mark) -> bool:
    return mark.tally is not None and not _OPPOSED.isdisjoint(mark.tally.standing.values())
