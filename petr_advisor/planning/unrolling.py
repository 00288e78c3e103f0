"""The acts of a procedure that one line of a plan stands for, dated one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.building import Building
from petr_advisor.planning.convening import Sitting, notices_possible
from petr_advisor.planning.network import AT_ONCE, Days, Network, Span
from petr_advisor.planning.noding import is_task
from petr_advisor.planning.occurring import Instance, Occurring, occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lasting, Longest
from petr_advisor.planning.tempo import Tempo


@dataclass(frozen=True)
class Step:
    """An act of a procedure called, with its days at the shortest usual durations and at the longest."""

    name: str
    """The act, in its procedure."""
    act: Act
    certain: bool
    """False while the answers do not say whether it is needed."""
    soonest: Days
    """When it can be begun and when it is done, at the shortest."""
    latest: Days
    """The same at the longest."""


@dataclass(frozen=True)
class From:
    """From when a procedure may be carried out, at one speed."""

    start: date
    bodies: Mapping[str, date]
    """The day on which a body of the plan is there, by actor; those that were there before are not told."""
    last: date | None = None
    """The last day of the body under study, where it is known."""
    settled: Mapping[str, date] = field(default_factory=dict)
    """The acts of the procedure that others of the plan are or do, with their days."""


def unrolled(situation: Situation, procedure: str, soonest: From, latest: From) -> Iterator[Step]:
    """Give the acts of a procedure that there are in a case, in order, each after those that it waits for.

    It begins on a day at the shortest usual durations, on another one at the longest.

    Acts that come back each year have no day of their own in a plan: they follow all others.
    """
    own = occurring(situation, Instance(procedure, ""), {}, soonest.start)
    in_turn = replace(own, uncertain=frozenset())  # what may be needed has its day as well, before what follows it
    shortest = _Dated(situation, in_turn, "shortest", soonest)
    longest = _Dated(situation, in_turn, "longest", latest)
    for name, act in own.acts.items():
        if is_task(act) or act.repeat is not None:
            yield Step(name, act, name not in own.uncertain, shortest.of(name), longest.of(name))


def brought_forward(situation: Situation, procedure: str, start: date, due: date) -> dict[str, tuple[date, date]]:
    """Give, for each act of a procedure, the days between which it is to be done for the whole to be done by a day.

    Votes take the notice of their meeting alone, the longest that may be owed, and what is only advised is left out;
    the others take their usual time, at the shortest. Nobody is convened for a day on which no council sits. Nothing
    where even so the day is missed.
    """
    own = occurring(situation, Instance(procedure, ""), {}, start)
    networks, ends = Building(start, situation.case.as_of).networks(situation, replace(own, uncertain=frozenset()))
    least, usual = networks["least"].works, networks["shortest"].works
    held = {own.key(name) for name, act in own.acts.items() if act.vote is None and act.origin == "law"}
    votes = {name: act for name, act in own.acts.items() if act.vote is not None}
    takes = {own.key(name): convened(situation, act, start) for name, act in votes.items()}
    takes |= {key: usual[key].takes for key in held}
    pressed = Network(replace(each, takes=takes.get(key, each.takes)) for key, each in least.items())
    days = pressed.earliest(start)
    if not ends or any(end not in days or days[end].done > due for end in ends):
        return {}
    last = pressed.latest(dict.fromkeys(ends, due))
    within = {name: (days[own.key(name)].done, last[own.key(name)]) for name in own.acts if own.key(name) in last}
    return {name: (first, situation.sits(by, back=True) if name in votes else by)
            for name, (first, by) in within.items()}  # fmt: skip


def convened(situation: Situation, act: Act, start: date, usual: Span = AT_ONCE) -> Span:
    """Give the time up to a sitting of the body of an act, convened as early as it may have to be.

    `usual` is the time that it takes where no text read sets a notice.
    """
    body = act.vote.body if act.vote is not None else ""
    own = (act.notice.length,) if act.notice is not None else ()
    lengths = own or notices_possible(situation.base, body, start, situation.truth)
    return Sitting(Longest(tuple(map(Lasting, lengths))) if lengths else usual, situation.sits)


class _Dated:
    """The days of the acts of a procedure, at one speed from one day."""

    def __init__(self, situation: Situation, own: Occurring, tempo: Tempo, begun: From) -> None:
        """Date them."""
        networks, _ = Building(begun.start, situation.case.as_of).networks(
            situation, own, begun.bodies, begun.last, begun.settled
        )
        found = networks[tempo].earliest(begun.start)
        self._days = {name: found[own.key(name)] for name, act in own.acts.items() if is_task(act)}
        end = max((found[own.key(name)].done for name in own.acts if own.key(name) in found), default=begun.start)
        self._after_all = Days(end, end)

    def of(self, name: str) -> Days:
        """Give the days of an act."""
        return self._days.get(name, self._after_all)
