"""Progress under each reading of the disputed points it turns on: those that differ from the one followed are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.procedures.progress import Progress, progress
from petr_advisor.procedures.record import Setting
from petr_advisor.procedures.tally import DECIDED
from petr_advisor.procedures.voting import AS_BEGUN, TRANSITION


@dataclass(frozen=True)
class Otherwise:
    """Progress under another reading, where it differs."""

    point: str
    """The disputed point; `transition` where it is the law within a limit that changes."""
    reading: str
    progress: Progress


@dataclass(frozen=True)
class Told:
    """Progress as it is told: under the readings followed, with those that differ."""

    progress: Progress
    otherwise: tuple[Otherwise, ...] = ()

    @property
    def disputed(self) -> bool:
        """Tell whether another reading in force gives something else."""
        return bool(self.otherwise)

    def decided(self, act: str) -> bool:
        """Tell whether no vote still to come changes anything of an act, whatever is read of a disputed point."""
        read = (self.progress, *(other.progress for other in self.otherwise))
        tallies = [found.marks[act].tally for found in read if act in found.marks]
        return bool(tallies) and all(tally is not None and tally.state in DECIDED for tally in tallies)


def told(key: str, setting: Setting, as_of: date) -> Told:
    """Tell how far a procedure has come, under the readings followed and, one point at a time, under the others."""
    followed = progress(key, setting, as_of)
    return Told(followed, tuple(_otherwise(followed, key, setting, as_of)))


def _otherwise(followed: Progress, key: str, setting: Setting, as_of: date) -> Iterator[Otherwise]:
    for point, readings in _points(setting.base.procedures[key], setting).items():
        for reading in readings:
            other = replace(setting, readings={**setting.readings, point: reading})
            found = progress(key, other, as_of)
            if _differ(followed, found):
                yield Otherwise(point, reading, found)


def _points(procedure: Procedure, setting: Setting) -> Mapping[str, tuple[str, ...]]:
    """Give the other readings of each point that the acts turn on."""
    events = {act.limit.from_ for act in procedure.acts.values() if act.limit is not None}
    named: dict[str, None] = {}
    for act in procedure.acts.values():
        named.update(dict.fromkeys(act.by_reading))
    for event in events:
        if event in setting.base.events:
            named.update(dict.fromkeys(setting.base.events[event].by_reading))
    found: dict[str, tuple[str, ...]] = {}
    for point in named:
        readings = setting.base.disputed[point].readings if point in setting.base.disputed else {}
        found[point] = tuple(reading for reading in readings if reading != setting.readings.get(point))
    if any(act.vote is not None and act.period is not None and act.period.to for act in procedure.acts.values()):
        found[TRANSITION] = (AS_BEGUN,)
    return found


def _differ(one: Progress, other: Progress) -> bool:
    """Tell whether two readings give another state, or another fate if nobody does anything, or on another day."""
    return (one.state, one.since, _coming(one)) != (other.state, other.since, _coming(other))


def _coming(found: Progress) -> tuple[date, str] | None:
    """Give what comes next; that votes acquired are also in effect shows on the day they are."""
    if found.next_change is None:
        return None
    state = found.next_change.state
    return found.next_change.day, "votes_acquired" if state == "in_effect" else state
