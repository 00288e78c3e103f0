"""The acts of a procedure that one line of a plan stands for, dated one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.building import Building
from petr_advisor.planning.noding import is_task
from petr_advisor.planning.occurring import Instance, occurring
from petr_advisor.planning.situation import Situation


@dataclass(frozen=True)
class Step:
    """An act of a procedure called, with its days at the shortest usual durations."""

    name: str
    """The act, in its procedure."""
    act: Act
    certain: bool
    """False while the answers do not say whether it is needed."""
    ready: date
    """The day on which all that it waits for is done."""
    done: date


def unrolled(situation: Situation, procedure: str, start: date) -> Iterator[Step]:
    """Give the acts of a procedure that there are in a case, in order, each after those that it waits for.

    Acts that come back each year have no day of their own in a plan: they follow all others.
    """
    own = occurring(situation, Instance(procedure, ""), {}, start)
    in_turn = replace(own, uncertain=frozenset())  # what may be needed has its day as well, before what follows it
    networks, _ = Building(start, situation.case.as_of).networks(situation, in_turn)
    days = networks["shortest"].earliest(start)
    end = max((days[own.key(name)].done for name in own.acts if own.key(name) in days), default=start)
    for name, act in own.acts.items():
        certain = name not in own.uncertain
        if is_task(act):
            found = days[own.key(name)]
            yield Step(name, act, certain, found.ready, found.done)
        elif act.repeat is not None:
            yield Step(name, act, certain, end, end)
