"""Acts that stand for the procedures they call, held back by the bodies that the plan sets up and that act in these."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.planning.bodies import setting_up
from petr_advisor.planning.legal_days import Schedule
from petr_advisor.planning.network import AT_ONCE, Network, Wait
from petr_advisor.planning.network import Span as Time
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lazy
from petr_advisor.planning.tempo import Link, Node, Tempo
from petr_advisor.planning.told_once import waits_for

Called = Callable[[Situation, str], tuple[dict[Tempo, Network], tuple[str, ...]] | None]
"""Gives, in a situation, the networks of a procedure by speed and the acts at which it ends."""


@dataclass(frozen=True)
class HoldingBack:
    """Has a line that only calls procedures end with the last of their acts, those of bodies still to come included.

    A body set up after the line is done leaves its acts to the one there today.
    """

    procedures: Sequence[Occurring]
    situations: Mapping[str, Situation]
    dated: Schedule
    called: Called

    def holding(self, nodes: Mapping[str, Node]) -> dict[str, Node]:
        """Give what comes after a body is set up in what a line calls, and the lines that wait for that."""
        found: dict[str, Node] = {}
        for own in self.procedures:
            for name, act in own.acts.items():
                key = own.key(name)
                calls = act.calls
                if calls is None or key not in nodes or nodes[key].planned or not self._to_measure(calls.one_of):
                    continue
                situation = self.situations[own.name].as_called(act)
                for each in (called for called in calls.names if called not in self.situations):
                    made = {node.key: node for node in self._after_bodies(nodes, key, situation, each)}
                    waits = tuple(Wait(part, AT_ONCE) for part in made)
                    holder = found.get(key, nodes[key])
                    found |= {**made, **({key: replace(holder, waits=(*holder.waits, *waits))} if made else {})}
        return found

    def _to_measure(self, one_of: Sequence[str]) -> bool:
        """Tell whether what is called is measured: one of several ways that the plan holds already is not."""
        return not any(name in self.situations for name in one_of)

    def _after_bodies(self, nodes: Mapping[str, Node], key: str, situation: Situation, called: str) -> Iterator[Node]:
        """Give, for each act of the plan that sets up who acts in a procedure called, what is left of it from then."""
        by_setting: dict[str, set[str]] = {}
        for name, act in situation.base.procedures[called].acts.items():
            for before in setting_up(self.procedures, situation.base.actors[act.who].set_up_by):
                if before in nodes and before != key and not waits_for(nodes, before, key):
                    by_setting.setdefault(before, set()).add(f"{called}/{name}")
        in_time = {before: theirs for before, theirs in by_setting.items() if self._in_time(before, key)}
        measured = self.called(situation, called) if in_time else None
        if measured is None:
            return
        networks, ends = measured
        for before, theirs in in_time.items():
            left = {tempo: _left(network, theirs, ends) for tempo, network in networks.items()}
            yield Node(
                f"{key}#{called}@{before}",
                (Link(before),),
                left["shortest"],
                left["longest"],
                left["least"],
                beside=nodes[key].beside,
            )

    def _in_time(self, before: str, key: str) -> bool:
        """Tell whether a body is there before a line is done, at usual speeds."""
        days = self.dated.days
        return all(days[tempo][before].done <= days[tempo][key].done for tempo in ("shortest", "longest"))


def _left(network: Network, theirs: set[str], ends: Sequence[str]) -> Time:
    """Give the time from the day on which some acts can be done, all else being ready, to the end of a procedure."""
    works = [
        replace(work, takes=AT_ONCE, after=(), waits=(), cut=None, either=()) if key in theirs else work
        for key, work in network.works.items()
        if key in theirs or not network.ancestors(key).isdisjoint(theirs)
    ]
    if not any(work.key in ends for work in works):
        return AT_ONCE
    rest = Network(works)  # what is ready, which these may name, bears on nothing

    def done(day: date) -> date:
        days = rest.earliest(day)
        return max(days[end].done for end in ends if end in days)

    return Lazy(done)
