"""A plan counted back from a wished day: for each act, the last day and the prudent day."""

from dataclasses import dataclass
from datetime import date

from petr_advisor.planning.legal_days import State
from petr_advisor.planning.tempo import Speeds


@dataclass(frozen=True)
class BackTo:
    """The days by which an act has to be done for a wished day to be kept."""

    last: date
    """At the shortest usual durations: later than that and the wished day is missed."""
    prudent: date
    """At the longest durations: done by then, nothing usual can make it missed."""


@dataclass(frozen=True)
class Wished:
    """A wished day, whether it can be kept, and the days of the acts that lead to it."""

    day: date
    state: State
    acts: dict[str, BackTo]


def back_from(networks: Speeds, target: str, day: date, start: date) -> Wished:
    """Count back from the day on which a target is wished done."""
    shortest = networks.shortest.latest({target: day})
    longest = networks.longest.latest({target: day})
    acts = {key: BackTo(shortest.get(key, day), longest.get(key, day)) for key in longest}
    done = {tempo: networks.of(tempo).earliest(start)[target].done for tempo in ("longest", "shortest", "least")}
    if day < start:
        state: State = "past"
    elif done["longest"] <= day:
        state = "met"
    elif done["shortest"] <= day:
        state = "at_risk"
    elif done["least"] <= day:
        state = "out_of_reach"
    else:
        state = "impossible"
    return Wished(day, state, acts)
