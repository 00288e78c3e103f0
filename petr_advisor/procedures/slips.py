"""Acts recorded that cannot be as they are said: nothing is concluded from them, and they are told.

A vote by somebody who is no member, one member's vote in an act that has none, a vote after the member's last day, an
act after its power was lost, an act dated before one that it needs, an act before the law allows it or out of its
period, one act for a whole procedure, an act of a way that the answers say is not the one of the case, an act in a
procedure that the answers say does not run: never, or no more as it has taken effect; an act on what the answers say is
not yet as it needs it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Literal

from petr_advisor.knowledge.conditions import facts_of, parts_of
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.record import Done, Setting
from petr_advisor.procedures.voting import Voting

SlipKind = Literal[
    "stranger", "no_ballot", "too_late", "out_of_order", "before_law", "out_of_period", "not_running", "over",
    "called", "other_way", "unready",
]  # fmt: skip

_KEPT = frozenset({"too_late"})
"""One that comes too late stays, and is told as such where acts are marked; the others are left out."""


@dataclass(frozen=True)
class Slip:
    """An act recorded that cannot be as it is said, or all those of a way that is not the one of the case."""

    kind: SlipKind
    done: Done
    """The act, or the first of them."""
    other: str | None = None
    """The act that it needs and that is dated later, or that takes its place on its day or in the case."""
    day: date | None = None
    """The day that it comes too late for, or too soon: the last day, that of the other act, or the first of the law."""
    others: tuple[Done, ...] = ()
    """The other acts of the same way."""
    fact: str | None = None
    """The fact that the answers say is not so, without which the act is not what it is recorded as."""

    @property
    def acts(self) -> tuple[Done, ...]:
        """All that is told at once."""
        return (self.done, *self.others)


def sift(setting: Setting, as_of: date) -> tuple[Setting, tuple[Slip, ...]]:
    """Set aside what cannot be, with what is told of it."""
    found: list[Slip] = []
    for key, attempt in dict.fromkeys((done.procedure, done.attempt) for done in setting.acts):
        found += _of_procedure(key, setting, as_of, attempt)
    aside = [slip.done for slip in found if slip.kind not in _KEPT]
    return replace(setting, acts=tuple(done for done in setting.acts if done not in aside)), _by_way(found)


def _by_way(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Give the acts of a way of an attempt that is not the one of the case together, in the place of the first."""
    found: dict[tuple[str, int] | int, Slip] = {}
    for place, slip in enumerate(slips):
        key = (slip.done.procedure, slip.done.attempt) if slip.kind == "other_way" else place
        first = found.get(key)
        found[key] = slip if first is None else replace(first, others=(*first.others, slip.done))
    return tuple(found.values())


def _of_procedure(key: str, setting: Setting, as_of: date, attempt: int) -> Iterator[Slip]:
    marking = Marking(key, setting, date.max, attempt)
    acts = [done for done in setting.acts if done.procedure == key and done.attempt == attempt]
    runs = marking.procedure.runs
    if runs is not None and setting.holds(runs, as_of) is False:
        kind: SlipKind = "over" if _in_effect(marking, acts, as_of) else "not_running"
        yield from (Slip(kind, done) for done in acts)
        return
    other_way, unready = partial(_other_way, as_of), partial(_unready, as_of)
    tests = (_early, _out_of_period, other_way, _called, unready, _no_ballot, _stranger, _disorder, _late)
    for done in acts:
        found = next((slip for test in tests if (slip := test(marking, done)) is not None), None)
        if found is not None:
            yield found


def _in_effect(marking: Marking, acts: Iterable[Done], as_of: date) -> bool:
    """Tell whether an act recorded gave a procedure its effect, on a day that has come."""
    ends = [done for done in acts if done.member is None and done.act in marking.procedure.effect_at]
    return any((day := done.effect or done.on) is not None and day <= as_of for done in ends)


def _early(marking: Marking, done: Done) -> Slip | None:
    """Give an act dated before any of its norms is in force."""
    norms = marking.setting.base.norms
    days = [norms[key].in_force.from_ for key in marking.acts[done.act].norms if key in norms]
    first = min((day for day in days if day is not None), default=None)
    if first is None or None in days or done.on is None or done.on >= first:
        return None
    return Slip("before_law", done, day=first)


def _out_of_period(marking: Marking, done: Done) -> Slip | None:
    """Give an act that did not exist, or no longer, on the day it began, with the one that did."""
    period = marking.acts[done.act].period
    day = marking.days.beginning(done.act) or done.on
    if period is None or day is None or period.covers(day):
        return None
    own = marking.acts[done.act]
    twins = (key for key, act in marking.acts.items() if act.who == own.who and act.period and act.period.covers(day))
    return Slip("out_of_period", done, next(twins, None), day)


def _other_way(as_of: date, marking: Marking, done: Done) -> Slip | None:
    """Give an act of a way that is not the one of the case by the answers, with the first act of the one that is.

    What gave the procedure its effect stands until it is annulled, whichever way it was made. What is only planned of
    another way is told by the plan.
    """
    own, acts = marking.acts[done.act], marking.procedure.acts
    if done.on is not None and done.on > as_of:
        return None
    if own.when is None or marking.setting.holds(own.when, marking.as_of) is not False:
        return None
    if any(found.act in marking.procedure.effect_at for found in chain.from_iterable(marking.records.values())):
        return None
    asked = facts_of(own.when)
    ways = ((key, act.when) for key, act in acts.items() if act.when is not None and facts_of(act.when) == asked)
    instead = next((key for key, when in ways if marking.setting.holds(when, marking.as_of)), None)
    return Slip("other_way", done, instead) if instead is not None else None


def _called(marking: Marking, done: Done) -> Slip | None:
    """Give what is recorded as one act that a procedure takes effect by, and that consists of another procedure.

    Its day would say that this one took effect, of which nothing is known; an act named as the same tells it.
    """
    act = marking.acts[done.act]
    whole = act.calls is not None and not act.same_as and act.done is None
    return Slip("called", done) if whole and done.act in marking.procedure.effect_at else None


def _unready(as_of: date, marking: Marking, done: Done) -> Slip | None:
    """Give an act done on what the answers say is not yet as it needs it, and of which it shows nothing itself.

    The opinion on a text that lacks a theme is none on the whole text. What is only planned may find it so on its day;
    once the procedure has taken effect, or was one of an earlier occasion, the answers are of something else.
    """
    if done.on is None or done.on > as_of or _is_past(marking, as_of):
        return None
    facts, recorded = marking.setting.base.facts, {f"{marking.key}/{act}" for act in _by(as_of, marking)}
    for part in parts_of(marking.acts[done.act].done):
        shown_by = facts[part.fact].shown_by if part.fact in facts else ()
        if shown_by and recorded.isdisjoint(shown_by) and marking.setting.holds(part, as_of) is False:
            return Slip("unready", done, fact=part.fact)
    return None


def _is_past(marking: Marking, as_of: date) -> bool:
    """Tell whether what is recorded of a procedure is of one that has taken effect, or of an earlier occasion."""
    occasion = marking.procedure.same_while
    earlier = occasion is not None and marking.setting.holds(occasion, as_of) is False
    return earlier or not _by(as_of, marking).isdisjoint(marking.procedure.effect_at)


def _by(as_of: date, marking: Marking) -> set[str]:
    """Give the acts recorded as done by a day."""
    return {done.act for done in chain(*marking.records.values()) if done.on is None or done.on <= as_of}


def _no_ballot(marking: Marking, done: Done) -> Slip | None:
    """Give what is recorded of one member in an act that is not a vote of members one by one."""
    vote = marking.acts[done.act].vote
    actor = marking.setting.base.actors.get(vote.body) if vote is not None else None
    if done.member is None or (actor is not None and actor.voters is not None):
        return None
    return Slip("no_ballot", done)


def _stranger(marking: Marking, done: Done) -> Slip | None:
    voting = Voting.of(marking, done.act)
    if done.member is None or voting is None or done.member not in voting.strangers():
        return None
    return Slip("stranger", done)


def _disorder(marking: Marking, done: Done) -> Slip | None:
    """Give the act before it that is dated later; for a vote that may not come early, that it was received later."""
    vote = marking.acts[done.act].vote
    if done.on is None or (done.member is not None and vote is not None and vote.early):
        return None
    if done.received is not None and done.on < done.received:
        return Slip("out_of_order", done, day=done.received)
    for before in marking.acts if marking.acts[done.act].after else ():
        if before in marking.order.before(done.act) and (day := marking.days.recorded(before)) and done.on < day:
            return Slip("out_of_order", done, before, day)
    return None


def _late(marking: Marking, done: Done) -> Slip | None:
    if done.on is None:
        return None
    voting = Voting.of(marking, done.act)
    if voting is not None and done.member is not None:
        last = next((vote.until for vote in voting.ballots if vote.member == done.member), None)
        return Slip("too_late", done, day=last) if last is not None and done.on > last else None
    mark = marking.mark(done.act)
    late = mark.due is not None and done.on > mark.due.last and mark.status != "done"
    return Slip("too_late", done, day=mark.due.last) if late and mark.due is not None else None
