"""The nodes of a plan, built from the procedures of its lines and dated at three speeds."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from petr_advisor.consulting.breaches import AHEAD
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.anchoring import Anchors
from petr_advisor.planning.bodies import after_elections, after_set_up, before_the_end, ends_by_term, last_day
from petr_advisor.planning.called_first import after_called
from petr_advisor.planning.calling import Calling
from petr_advisor.planning.held_back import HoldingBack
from petr_advisor.planning.lapsing import planned_in_time
from petr_advisor.planning.legal_days import Schedule, schedule
from petr_advisor.planning.lines import Line
from petr_advisor.planning.model import InTime
from petr_advisor.planning.network import AT_ONCE, DAY, Days, Network, Span
from petr_advisor.planning.noding import Noding, ahead
from petr_advisor.planning.occurring import Instance, Occurring, occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.tempo import TEMPOS, Due, Link, Node, Tempo, speeds
from petr_advisor.planning.together import after_others, on_one_day
from petr_advisor.planning.told_once import (
    called_before,
    called_in_full,
    contained,
    contained_in_done,
    done_within,
    followed,
    ready_for,
)

Dues = Callable[[Collection[str]], Mapping[str, Sequence[Due]]]
"""Gives dated duties by the act that meets them."""
ROUNDS = 3
"""How often a plan is made again because an act begins under another law than supposed."""


@dataclass(frozen=True)
class RightOfOthers:
    """A right of others that runs by itself from an act of the plan."""

    id: str
    act: str
    """The act that tells it."""
    who: str
    """Whose it is: an actor."""
    limit: Limit
    anchor: str
    """The node from which it runs."""
    norms: tuple[str, ...]


@dataclass(frozen=True)
class Built:
    """The procedures of a plan, and their acts dated."""

    procedures: tuple[Occurring, ...]
    situations: Mapping[str, Situation]
    """By procedure."""
    schedule: Schedule
    windows: tuple[RightOfOthers, ...]
    """The rights of others that run by themselves."""
    told_by: Mapping[str, str] = field(default_factory=dict)
    """For an act that another one of the plan does: the act that is told in its place."""
    one_day: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For an act that the law wants done on the day of others, these."""
    last: date | None = None
    """The last day of the body under study, where it is known."""
    in_time: Mapping[str, InTime] = field(default_factory=dict)
    """For an act, the days between which a day of the law is kept that usual durations may miss."""
    held: Mapping[str, Days] = field(default_factory=dict)
    """For those of them that only shortened times keep, when they are ready and done at the latest so."""

    def told(self, act: str) -> str:
        """Give the act that is told in the place of another; itself as a rule."""
        return self.told_by.get(act, act)


@dataclass(frozen=True)
class Building:
    """Builds plans from a first day."""

    start: date
    as_of: date
    wished: tuple[str, date] | None = None
    """An act of the plan and the day of effect asked for it: what follows the act waits for that day."""
    needed: frozenset[str] = frozenset()
    """Acts (`procedure/act`) supposed to be needed where nobody knows whether they are: what follows waits for them."""
    measured: dict[tuple[int, tuple[str, ...]], tuple[Situation, dict[str, Mapping[Tempo, Span]]]] = field(
        default_factory=dict, compare=False
    )
    """By situation and acts contained, the time of what is called in it; what measures it would hold this building."""

    def of(self, found: Sequence[Line], dues: Dues) -> Built:
        """Date the acts of lines; `dues` gives, of the acts that there are, the days by which duties want them."""
        begins: dict[str, date] = {}
        for _ in range(ROUNDS):
            built = self._once(found, dues, begins)
            again = self._begins(built)
            if self._same_law(built, begins, again):
                break
            begins = again
        return built

    def _begins(self, built: Built) -> dict[str, date]:
        """Give the days on which acts begin.

        Of two acts that succeed each other in law one only is there: the other would begin when what it waits for is
        done. A duty that is new in law, in the place of none, is not foreseen.
        """
        longest = built.schedule.days["longest"]
        found: dict[str, date] = {}
        for each in built.procedures:
            acts = built.situations[each.name].base.procedures[each.name].acts
            for name, act in acts.items():
                before = [longest[each.key(other)].done for other in act.after if each.key(other) in longest]
                if each.key(name) in longest:
                    found[each.key(name)] = longest[each.key(name)].ready
                elif before and any(_succeed(act, other) or _succeed(other, act) for other in acts.values()):
                    found[each.key(name)] = max(before)
        return found

    def _same_law(self, built: Built, before: Mapping[str, date], after: Mapping[str, date]) -> bool:
        """Tell whether no act begins under another law than supposed."""
        for each in built.procedures:
            for name, act in built.situations[each.name].base.procedures[each.name].acts.items():
                key = each.key(name)
                days = (before.get(key, self.start), after.get(key, self.start))
                if act.period is not None and len({act.period.covers(day) for day in days}) > 1:
                    return False
        return True

    def _once(self, found: Sequence[Line], dues: Dues, begins: Mapping[str, date]) -> Built:
        situations = {each.procedure: line.situation for line in found for each in line.instances}
        procedures = self._occurring(found, begins)
        if within := contained_in_done(procedures, situations):
            procedures = self._occurring(found, begins, within)
        procedures = _once_each(procedures)
        nodes: dict[str, Node] = {}
        windows: tuple[RightOfOthers, ...] = ()
        if found:
            anchors = Anchors(found[0].situation, procedures, self.start)
            for each in procedures:
                nodes |= self._nodes(situations[each.name], anchors, each, frozenset(situations))
            windows = tuple(_windows(procedures, anchors))
            nodes |= anchors.made
        for act, waits in ahead(procedures, found[0].situation).items() if found else ():
            if act in nodes:
                nodes[act] = replace(nodes[act], waits=(*nodes[act].waits, *waits))
        if found:
            after_set_up(procedures, found[0].situation.base, nodes)
            after_elections(procedures, found[0].situation.base, nodes)
            after_others(procedures, nodes)
            after_called(procedures, situations, self._called, nodes)
        last = last_day(procedures, situations)
        terms = [ends_by_term(procedures, situations[each.name].case) for each in procedures]
        for each, term in zip(procedures, terms, strict=True):
            if (day := min(filter(None, (last, term)), default=None)) is not None and day >= self.start:
                before_the_end(each, situations[each.name], day, nodes)
        last = min(filter(None, (last, *terms)), default=None)
        told_by = _told_by(procedures, situations, nodes)
        one_day = on_one_day(procedures, told_by, nodes)
        for act, due in (*dues(nodes.keys() - told_by.keys()).items(), *_handed_on(nodes, told_by)):
            nodes[act] = replace(nodes[act], dues=(*nodes[act].dues, *due))
        planned_in_time(nodes, self.start)
        dated = schedule(nodes.values(), self.start, self.as_of)
        if held := HoldingBack(procedures, situations, dated, self._called).holding(nodes):
            nodes |= held
            dated = schedule(nodes.values(), self.start, self.as_of)
        return Built(tuple(procedures), situations, dated, windows, told_by, one_day, last)

    def _occurring(
        self, found: Sequence[Line], begins: Mapping[str, date], within: Collection[str] = ()
    ) -> list[Occurring]:
        """Give the acts of the procedures of lines; those `within` acts that are done are done as well."""
        return [
            self._as_wished(
                occurring(line.situation, self._in_time(line.situation, instance), begins, self.start, within).needing(
                    self.needed
                )
            )
            for line in found
            for instance in line.instances
        ]

    def _in_time(self, situation: Situation, instance: Instance) -> Instance:
        """Give a procedure with the day from which it is asked for, where it is due on one.

        That is a year, as for what the law does of itself, and what it takes at the longest from the first day of the
        plan to its effect, before its day.
        """
        if instance.due is None:
            return instance
        takes = self._calling(situation).span(((instance.procedure,), False), "longest")
        return replace(instance, asked_from=instance.due - AHEAD - (takes.end(self.start) - self.start))

    def _as_wished(self, own: Occurring) -> Occurring:
        """Give a procedure with the day of effect asked for it, where the case has none of its own."""
        if self.wished is None:
            return own
        key, day = self.wished
        return replace(own, coming={**{act: day for act in own.effect if own.key(act) == key}, **own.coming})

    def _nodes(
        self, situation: Situation, anchors: Anchors, own: Occurring, planned: frozenset[str] = frozenset()
    ) -> dict[str, Node]:
        noding = Noding(situation, anchors, self._calling, self.start, planned)
        return {node.key: node for node in noding.of(own)}

    def _calling(self, situation: Situation, within: tuple[str, ...] = ()) -> Calling:
        """Give what measures the procedures called in a situation, each once for all; acts `within` take no time."""
        _, known = self.measured.setdefault((id(situation), within), (situation, {}))
        return Calling(lambda name: self._called(situation, name, within), known)

    def _called(
        self, situation: Situation, name: str, within: Collection[str] = ()
    ) -> tuple[dict[Tempo, Network], tuple[str, ...]] | None:
        """Give the networks of a procedure called, and the acts at which it ends."""
        if name not in situation.base.procedures:
            return None
        own = occurring(situation, Instance(name, ""), {}, self.start)
        settled = {act: None for act in own.acts if own.key(act) in within}
        return self.networks(situation, replace(own, uncertain=frozenset()), settled=settled)

    def networks(
        self,
        situation: Situation,
        own: Occurring,
        not_before: Mapping[str, date] = MappingProxyType({}),
        last: date | None = None,
        settled: Mapping[str, date | None] = MappingProxyType({}),
    ) -> tuple[dict[Tempo, Network], tuple[str, ...]]:
        """Give the networks of a procedure that stands alone, by speed, and the acts at which it ends.

        An actor does nothing before the day that `not_before` gives it; the body under study nothing after its last.
        The acts `settled` are done with others of the plan, on their days where these are given.
        """
        anchors = Anchors(situation, (own,), self.start)
        nodes = self._nodes(situation, anchors, own) | anchors.made
        for name, act in own.acts.items():
            if own.key(name) in nodes and act.who in not_before:
                nodes[own.key(name)] = replace(nodes[own.key(name)], not_before=not_before[act.who])
        for name, day in settled.items():
            if (key := own.key(name)) in nodes:
                nodes[key] = replace(nodes[key], not_before=day, shortest=AT_ONCE, longest=AT_ONCE, least=AT_ONCE)
        if last is not None:
            before_the_end(own, situation, last, nodes)
        planned_in_time(nodes, self.start)
        on_one_day((own,), {}, nodes)
        found = speeds(nodes.values())
        return {tempo: found.of(tempo) for tempo in TEMPOS}, tuple(own.key(act) for act in own.ends)


def _succeed(act: Act, other: Act) -> bool:
    """Tell whether an act is what the law puts in the place of another from the day after that one ends."""
    if act.period is None or other.period is None or other.period.to is None:
        return False
    return other.period.to + DAY == act.period.from_ and set(other.after) == set(act.after)


def _told_by(
    procedures: Sequence[Occurring], situations: Mapping[str, Situation], nodes: dict[str, Node]
) -> dict[str, str]:
    """Give the acts that others do, each with the act told in its place; they are done on the same day."""
    in_full = called_in_full(procedures)
    inside = {act: other for act, other in contained(procedures, situations).items() if act not in in_full}
    inside = done_within(nodes, inside, hands_on=False)
    ready_for(procedures, nodes, inside)
    left = {**in_full, **inside}
    again = {act: other for act, other in called_before(procedures, situations).items() if act not in left}
    return followed({**left, **done_within(nodes, again, hands_on=True)})


def _handed_on(nodes: dict[str, Node], told_by: Mapping[str, str]) -> list[tuple[str, tuple[Due, ...]]]:
    """Take the days by which the law wants acts from those that others are told in the place of, for these."""
    found = []
    for act, other in told_by.items():
        found.append((other, nodes[act].dues))
        nodes[act] = replace(nodes[act], dues=())
    return found


def _once_each(procedures: Sequence[Occurring]) -> list[Occurring]:
    """Put a procedure that another one of the plan calls where it is called, for it is done once."""
    placed = []
    for each in procedures:
        instance = each.instance
        for own in procedures:
            for name, act in own.acts.items():
                if own is each or act.calls is None or each.name not in act.calls.names:
                    continue
                behind = tuple(Link(own.key(link.on), link.habit) for link in own.links[name])
                waits = tuple(
                    before for before in instance.after if before != own.name or not own.leads_to_effect(name)
                )
                called = instance.called or name not in own.uncertain
                begun_by = instance.begun_by | _begun_by(each, act)
                instance = replace(
                    instance, after=waits, behind=(*instance.behind, *behind), begun_by=begun_by, called=called
                )
        placed.append(replace(each, instance=instance))
    return placed


def _begun_by(called: Occurring, caller: Act) -> frozenset[str]:
    """Give the first acts of a procedure called that the act which calls it is: the others are prepared before it."""
    own = {called.key(name): name for name in called.acts if not called.links[name]}
    return frozenset(own[same] for same in caller.same_as if same in own)


def _windows(procedures: Iterable[Occurring], anchors: Anchors) -> Iterator[RightOfOthers]:
    """Give the rights of others: acts that are one, and those that run beside an act."""
    for own in procedures:
        for name, act in own.acts.items():
            if name in own.uncertain:
                continue
            key = own.key(name)
            found = [(key, act.who, act.limit, act.norms)] if act.limit and act.limit.kind == "window" else []
            found += [(f"{key}#{n}", each.who, each.limit, each.norms) for n, each in enumerate(act.windows, 1)]
            for identifier, who, limit, norms in found:
                for place, each in enumerate(anchors.again(limit, own)):
                    of = f"{identifier}+{place}" if place else identifier
                    if (anchor := anchors.of(each, name, own)) is not None:
                        yield RightOfOthers(of, key, who, each, anchor, norms)
