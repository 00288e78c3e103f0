"""Whether a plan keeps the days of the law, and what can be done about those it does not keep."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from petr_advisor.consulting.read_otherwise import OtherDay
from petr_advisor.planning.network import Days
from petr_advisor.planning.tempo import TEMPOS, Due, Node, Speeds, Tempo, speeds

State = Literal["met", "at_risk", "out_of_reach", "planned_late", "impossible", "past"]
"""In time at the longest; at the shortest only; by law but not by usual durations; if an act planned for a later day is
brought forward; not even by law; over already."""
LAST_DAY = "last-day"
"""The name of a legal day that is the last one of the body that acts."""
STATES: tuple[State, ...] = ("met", "at_risk", "out_of_reach", "planned_late", "impossible", "past")

NEAR = timedelta(days=31)
"""How near a day is that usual durations no longer keep: what is left is to convene who votes, today."""

FEW = 2
"""How many acts are done in that time: the vote, and what prepares it; no text is written and heard of in it."""

Dated = Mapping[Tempo, Mapping[str, Days]]
"""The days of each act at each speed."""


@dataclass(frozen=True)
class Forward:
    """An act planned for a day that comes too late, as its body may meet before."""

    act: str
    on: date
    by: date
    """The last day that leaves what follows its time."""


@dataclass(frozen=True)
class LegalDay:
    """A day of the law set against the act that it binds."""

    act: str
    name: str
    day: date
    """The last day; where it runs from another act of the plan, counted at the longest."""
    first: date
    """The same, counted at the shortest; the same day where it does not move with the plan."""
    state: State
    soonest: date
    """The day of the act at the shortest usual durations."""
    latest: date
    """The same at the longest."""
    shorten: tuple[str, ...] = ()
    """The acts to shorten when usual durations are too long, first to last."""
    forward: tuple[Forward, ...] = ()
    """The acts to bring forward, where their days alone are what makes it too late."""
    counted: bool = False
    """Whether it runs from an act of the plan, and moves with it."""
    wished: bool = False
    """Whether the State only aims at it: no text makes it law."""
    of_a_scheme: bool = False
    """Whether it is the last day of a scheme of contracts, which no law fixes."""
    off: tuple[tuple[date, str], ...] = ()
    """The days on which nobody works that it was moved from, and why."""
    by_a_vote_alone: bool = False
    """Whether usual durations are too long for the vote and what prepares it alone: convening may shorten them."""
    today: bool = False
    """Whether it is a matter of days, and the law's own delays leave the time that usual ones do not."""
    otherwise: OtherDay | None = None
    """The last day by another reading of a disputed point, where that one gives more time."""
    completed: date | None = None
    """Where others have to complete the act after it, the day on which they have at the shortest usual durations."""
    since: date | None = None
    """Where it runs from an event, the day of that event at the shortest usual durations."""

    @property
    def leads_to(self) -> date:
        """The day to which the plan leads at best: the act is done, and completed where others have to."""
        return self.completed or self.soonest

    @property
    def missed_otherwise(self) -> bool:
        """Whether the other reading gives no time enough either, at the shortest usual durations."""
        return self.otherwise is not None and self.leads_to > self.otherwise.first_or_only

    @property
    def kept_otherwise(self) -> bool:
        """Whether the other reading gives time enough, whatever time it takes."""
        return self.otherwise is not None and not self.missed_otherwise and self.latest <= self.otherwise.day

    @property
    def margin(self) -> int:
        """Days between the longest schedule and the last day, negative when it comes too late."""
        return (self.day - self.latest).days


@dataclass(frozen=True)
class Schedule:
    """Acts dated at the three speeds, and the days of the law."""

    networks: Speeds
    start: date
    days: Dated
    legal: tuple[LegalDay, ...]
    pressed: frozenset[str]
    """Acts that do not wait for habits, as a legal date presses."""


def schedule(nodes: Iterable[Node], start: date, as_of: date | None = None) -> Schedule:
    """Date acts from a start; `as_of`, the day on which one looks, tells what is past (the start when None)."""
    given = tuple(nodes)
    found = _dated(given, start, as_of or start, frozenset())
    late = [each for each in found.legal if each.state in {"at_risk", "out_of_reach"}]
    pressed = frozenset(key for each in late for key in (each.act, *found.networks.shortest.ancestors(each.act)))
    if not pressed:
        return found
    again = _dated(given, start, as_of or start, pressed)
    return again if _better(again, found) else found


def _better(again: Schedule, found: Schedule) -> bool:
    pairs = zip(again.legal, found.legal, strict=True)
    return any(STATES.index(new.state) < STATES.index(old.state) for new, old in pairs)


def _dated(nodes: tuple[Node, ...], start: date, as_of: date, pressed: frozenset[str]) -> Schedule:
    networks = speeds(nodes, pressed)
    days: Dated = {tempo: networks.of(tempo).earliest(start) for tempo in TEMPOS}
    freely = (networks, days) if all(node.last is None for node in nodes) else unhurried(nodes, start, pressed)
    return Schedule(networks, start, days, legal_days(nodes, (networks, days), freely, as_of), pressed)


def legal_days(
    nodes: Iterable[Node], dated: tuple[Speeds, Dated], freely: tuple[Speeds, Dated], as_of: date
) -> tuple[LegalDay, ...]:
    """Set the days of the law of acts against theirs; `freely` dates them as if nothing came to an end."""
    return tuple(
        _legal_day(node, due, *(freely if _hurried(node, due) else dated), as_of)
        for node in nodes
        for due in node.dues
        if _counts(node, due, dated[1])
    )


def unhurried(nodes: Iterable[Node], start: date, pressed: frozenset[str]) -> tuple[Speeds, Dated]:
    """Date acts as if no body and no power came to an end: what tells whether usual times are short enough for it."""
    networks = speeds((replace(node, last=None) for node in nodes), pressed)
    return networks, {tempo: networks.of(tempo).earliest(start) for tempo in TEMPOS}


def _hurried(node: Node, due: Due) -> bool:
    """Tell whether a day is one by which an act is planned whatever time it usually takes: its power ends then."""
    own = (other for other in node.dues if other.name != LAST_DAY)
    return due.ends or any(other.ends and other.day == due.day for other in own)


def _counts(node: Node, due: Due, days: Dated) -> bool:
    if due.since is not None and days["longest"][node.key].done < due.since:
        return False
    return due.day is not None or (due.runs is not None and due.runs.on in days["longest"])


def _legal_day(node: Node, due: Due, networks: Speeds, days: Dated, as_of: date) -> LegalDay:
    margins = {tempo: _last_day(due, days[tempo]) for tempo in TEMPOS}
    in_time = {tempo: days[tempo][node.key].done <= margins[tempo] for tempo in TEMPOS}
    last = margins["longest"]
    forward: tuple[Forward, ...] = ()
    state: State
    if in_time["longest"]:
        state = "met"
    elif last < as_of:
        state = "past"
    elif in_time["shortest"]:
        state = "at_risk"
    elif in_time["least"]:
        state = "out_of_reach"
    else:
        forward = _forward(node, due, last, networks, as_of)
        state = "planned_late" if forward else "impossible"
    since = due.runs.on if due.runs else None
    shorten = to_shorten(node.key, networks, days, since) if state in {"at_risk", "out_of_reach"} else ()
    counted = due.day is None and due.runs is not None and not _stands(due.runs.on, networks, days)
    by_a_vote_alone = state == "out_of_reach" and not counted and _of_a_vote_alone(shorten, networks)
    return LegalDay(
        node.key,
        due.name,
        last,
        margins["shortest"],
        state,
        days["shortest"][node.key].done,
        days["longest"][node.key].done,
        shorten,
        forward,
        counted=counted,
        wished=due.wished,
        of_a_scheme=due.of_a_scheme,
        otherwise=_read_otherwise(due, days, last),
        off=due.off(days["longest"][due.runs.on].done) if due.off and due.runs else (),
        by_a_vote_alone=by_a_vote_alone,
        today=by_a_vote_alone and last <= as_of + NEAR,
        since=days["shortest"][due.runs.on].done if due.runs else None,
    )


def _stands(event: str, networks: Speeds, days: Dated) -> bool:
    """Tell whether an event comes on a known day whatever the plan: its own, or that of what it comes about by."""
    nodes = networks.nodes
    if nodes[event].on is not None:
        return True
    known = (link.on for link in nodes[event].after if link.on in nodes and nodes[link.on].on is not None)
    return any(all(days[tempo][key].done == days[tempo][event].done for tempo in TEMPOS) for key in known)


def _of_a_vote_alone(shorten: tuple[str, ...], networks: Speeds) -> bool:
    """Tell whether what takes too long is a vote and what prepares it: nobody is convened for a letter or a study."""
    return len(shorten) <= FEW and any(networks.nodes[key].voted for key in shorten)


def _forward(node: Node, due: Due, last: date, networks: Speeds, as_of: date) -> tuple[Forward, ...]:
    """Give the planned acts, the one bound by it among them, that make a day too late, where the law leaves time.

    The last day for them leaves what follows its shortest usual time, or the least that the law allows where that is
    over already.
    """
    given = networks.nodes
    set_days = {key: given[key].planned for key in {node.key, *networks.least.ancestors(node.key)}}
    movable = {key: day for key, day in set_days.items() if day is not None and day > as_of}
    if not movable or (due.runs is not None and given[due.runs.on].on is None):
        return ()
    freed = speeds(
        replace(each, not_before=None, planned=None) if key in movable else each for key, each in given.items()
    )
    if freed.least.earliest(as_of)[node.key].done > last:
        return ()
    usual, least = (found.latest({node.key: last}) for found in (freed.shortest, freed.least))
    by = {key: usual[key] if usual[key] >= as_of else least[key] for key in movable if key in usual and key in least}
    return tuple(Forward(key, movable[key], day) for key, day in sorted(by.items()) if day < movable[key])


def _read_otherwise(due: Due, days: Dated, last: date) -> OtherDay | None:
    """Give the last day by another reading that counts from another act of the plan, and gives more time."""
    both = (
        OtherDay(read.span.end(days["longest"][read.on].done), read.span.end(days["shortest"][read.on].done))
        for read in due.read
        if read.on in days["longest"]
    )
    return max((other for other in both if other.day > last), key=lambda other: other.day, default=None)


def _last_day(due: Due, days: Mapping[str, Days]) -> date:
    if due.day is not None:
        return due.day
    assert due.runs is not None  # noqa: S101 - a due day is one or the other
    return due.runs.span.end(days[due.runs.on].done)


def to_shorten(act: str, networks: Speeds, days: Dated, since: str | None = None) -> tuple[str, ...]:
    """Give the acts that make it late and that the law lets go faster; only those after the event it runs from."""
    before = {since, *networks.longest.ancestors(since)} if since else set()
    chain = networks.longest.binding(act, days["longest"])
    acts = (key for key in chain if key not in before and "#" not in key)  # a part of an act is told by the act
    return tuple(key for key in acts if _takes_longer_than_the_law(networks, days, key))


def _takes_longer_than_the_law(networks: Speeds, days: Dated, key: str) -> bool:
    own = days["longest"][key]
    return networks.least.works[key].takes.end(own.ready) < own.done and networks.nodes[key].on is None
