"""How far a procedure has come on a day, and its next change if nobody does anything.

To start; running, with the acts awaited; its votes acquired; in effect; blocked, while those who refused may still go
back on it; refused; out of time. The next change is found by running the same function forward.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.record import Setting, known_by
from petr_advisor.procedures.voting import Voting

State = Literal["to_start", "running", "votes_acquired", "in_effect", "blocked", "refused", "out_of_time"]

UNDER_WAY: frozenset[State] = frozenset({"running", "blocked", "votes_acquired"})
"""States of a procedure that has begun and goes on."""


@dataclass(frozen=True)
class NextChange:
    """What comes if nobody does anything."""

    day: date
    """The day from which it holds."""
    state: State
    """What the procedure becomes, or stays."""
    acts: tuple[str, ...]
    """The acts that change."""
    members: tuple[str, ...] = ()
    """The members whose time is over the day before."""


@dataclass(frozen=True)
class Progress:
    """How far a procedure has come."""

    procedure: str
    as_of: date
    state: State
    acts: Mapping[str, Act]
    """Its acts as they are under the readings followed, in order."""
    marks: Mapping[str, Mark]
    """Where each act stands, in order."""
    on_the_way: tuple[str, ...]
    """The acts without which it has no effect, those of effect included, in order."""
    awaited: tuple[str, ...]
    """The acts that come next, in order: on the way to the effect, then, once it is there, those of law."""
    decided_by: tuple[str, ...]
    """The acts by which it is blocked, refused or out of time."""
    since: date | None
    """The day of its effect, or on which it was refused or out of time, where it is known."""
    next_change: NextChange | None
    """What comes if nobody does anything, or None when nothing does."""
    attempt: int = 1
    planned: tuple[tuple[str, date, str | None], ...] = ()
    """What is dated later than the day: (act, day, member)."""
    strangers: tuple[tuple[str, str], ...] = ()
    """Votes of those who are not members: (act, member)."""

    @cached_property
    def silent(self) -> bool:
        """Tell whether no vote is recorded on the way, and silence alone stands for all: true only if none refused."""
        votes = [self.marks[key] for key in self.on_the_way if self.acts[key].vote is not None]
        spoken = any(mark.status == "done" or any(ballot.vote for ballot in mark.votes) for mark in votes)
        return not spoken and any(mark.status == "deemed" for mark in votes)

    @cached_property
    def omitted(self) -> tuple[str, ...]:
        """The acts of which nothing is recorded though later ones were done."""
        return tuple(key for key, mark in self.marks.items() if mark.status == "implied" and not mark.doubtful)


def progress(key: str, setting: Setting, as_of: date) -> Progress:
    """Tell how far a procedure has come at the end of a day, in its last attempt begun by then; KeyError if unknown."""
    found = _at(key, setting, as_of)
    return replace(found, next_change=_next_change(found, setting))


def earlier(key: str, setting: Setting, as_of: date) -> tuple[Progress, ...]:
    """Tell how far the attempts before the last had come, without what comes next; votes never pass from one on."""
    return tuple(_at(key, setting, as_of, attempt) for attempt in attempts(key, setting, as_of)[:-1])


def stand(key: str, setting: Setting, as_of: date) -> Progress:
    """Tell how far a procedure has come, as `progress`, without what comes next."""
    return _at(key, setting, as_of)


def attempts(key: str, setting: Setting, as_of: date) -> tuple[int, ...]:
    """Give the attempts begun by a day, in order; none is the first."""
    own = (done for done in setting.acts if done.procedure == key)
    acts = (known_by(done, as_of) for done in (*own, *setting.recorded_elsewhere(key, as_of)))
    return tuple(sorted({done.attempt for done in acts if done is not None})) or (1,)


def _at(key: str, setting: Setting, as_of: date, attempt: int | None = None) -> Progress:
    attempt = attempt or attempts(key, setting, as_of)[-1]
    marking = Marking(key, setting, as_of, attempt).settled()
    marks = {act: marking.mark(act) for act in marking.acts}
    together = tuple(_ends(marking))
    ends = tuple(act for each in together for act in each)
    way = marking.order.before(*ends) | set(ends)
    on_the_way = tuple(act for act in marking.order.present if act in way)
    state, decided_by, since = _state(marking, marks, on_the_way, together)
    if not ends and (lost := tuple(_lost_with_the_effect(marking, marks))):
        state, decided_by, since = "out_of_time", lost, _first_day(marks, lost)
    return Progress(
        procedure=key,
        as_of=as_of,
        state=state,
        acts=marking.acts,
        marks=marks,
        on_the_way=on_the_way,
        awaited=tuple(_awaited(marking, marks, on_the_way, state)),
        decided_by=decided_by,
        since=since,
        next_change=None,
        attempt=attempt,
        planned=tuple(_planned(marking)),
        strangers=tuple(_strangers(marking)),
    )


def _ends(marking: Marking) -> Iterator[tuple[str, ...]]:
    """Give the acts of effect: where one only records what the law wants before it, all of that together instead."""
    for act in marking.procedure.effect_at:
        if act in marking.order.present:
            before = marking.order.binding[act]
            written = tuple(each for each in before if marking.acts[each].origin == "law")
            yield (act,) if marking.acts[act].decides else written or before


def _lost_with_the_effect(marking: Marking, marks: Mapping[str, Mark]) -> Iterator[str]:
    """Give the acts that lapsed, when what came of them leaves no act of effect."""
    ends = [act for act in marking.procedure.effect_at if act in marking.possible.present]
    before = marking.possible.before(*ends)
    yield from (act for act in marking.possible.present if act in before and marks[act].status == "lapsed")


def _state(
    marking: Marking, marks: Mapping[str, Mark], way: tuple[str, ...], ends: tuple[tuple[str, ...], ...]
) -> tuple[State, tuple[str, ...], date | None]:
    done = [marks[act] for each in ends if all(marks[act].over for act in each) for act in each]
    event = marking.procedure.effect_on
    if not ends and event is not None and (day := marking.days.named(event)) is not None:
        return ("in_effect" if day <= marking.as_of else _under_way(marking, marks, way)), (), day
    if done:
        days = [mark.effect or mark.day for mark in done]
        day = max((found for found in days if found is not None), default=None)
        if day is None or day <= marking.as_of:
            return "in_effect", (), day
        return "votes_acquired", (), day
    if lost := tuple(act for act in way if marks[act].status == "lapsed" and not _passes_on(marking.acts[act])):
        return "out_of_time", lost, _first_day(marks, lost)
    if against := tuple(act for act in way if marks[act].status == "refused" and not marking.goes_on(act)):
        return "refused", against, _first_day(marks, against)
    if back := tuple(act for act in way if _tally_state(marks[act]) == "blocked"):
        return "blocked", back, None
    return _under_way(marking, marks, way), (), None


def _under_way(marking: Marking, marks: Mapping[str, Mark], way: tuple[str, ...]) -> State:
    if not marking.begun and not marking.runs and not any(_is_recorded(marks[act]) for act in way):
        return "to_start"
    votes = [act for act in way if marking.acts[act].vote is not None and not marks[act].doubtful]
    votes = [act for act in votes if marking.acts[act].origin == "law"]
    acquired = bool(votes) and all(marks[act].over for act in votes)
    return "votes_acquired" if acquired else "running"


def _is_recorded(mark: Mark) -> bool:
    return mark.status in {"done", "deemed", "refused", "closed"} and mark.day is not None


def _awaited(marking: Marking, marks: Mapping[str, Mark], way: tuple[str, ...], state: State) -> Iterator[str]:
    if state in {"refused", "out_of_time"}:
        return
    for act, found in marking.order.present.items():
        if not found.decides and state != "in_effect":
            continue
        concerned = (act in way) == (state != "in_effect")
        told = (found.origin == "law" or act in marking.procedure.effect_at) and not _runs_by_itself(found)
        if marks[act].status == "awaited" and concerned and told:
            yield act


def _runs_by_itself(act: Act) -> bool:
    """Tell whether it is a time of others, which nobody has to do."""
    return act.limit is not None and act.limit.kind == "window"


def _first_day(marks: Mapping[str, Mark], acts: tuple[str, ...]) -> date | None:
    return min((day for act in acts if (day := marks[act].day) is not None), default=None)


def _passes_on(act: Act) -> bool:
    return act.limit is not None and act.limit.passed is not None and act.limit.passed.to is not None


def _tally_state(mark: Mark) -> str:
    return mark.tally.state if mark.tally is not None and mark.status == "awaited" else ""


def _planned(marking: Marking) -> Iterator[tuple[str, date, str | None]]:
    for act in marking.order.present:
        if (day := marking.days.planned(act)) is not None:
            yield act, day, None
        votes = (found for found in marking.to_come.get(act, ()) if found.member is not None)
        yield from ((act, found.on, found.member) for found in votes if found.on is not None)


def _strangers(marking: Marking) -> Iterator[tuple[str, str]]:
    for act in marking.order.present:
        voting = Voting.of(marking, act)
        yield from ((act, member) for member in (voting.strangers() if voting else ()))


def _next_change(now: Progress, setting: Setting) -> NextChange | None:
    """Run the same function forward over the days on which a clock ends, with nothing done any more."""
    known = (known_by(done, now.as_of) for done in setting.acts)
    acts = tuple(done for done in known if done is not None)
    still = replace(setting, acts=acts)
    before = _at(now.procedure, still, now.as_of) if acts != setting.acts else now
    for day in sorted(set(_turning_days(before, setting))):
        after = _at(now.procedure, still, day)
        changed = tuple(act for act in now.marks if _seen(before.marks[act]) != _seen(after.marks[act]))
        if changed or after.state != before.state:
            return NextChange(day, after.state, changed, _clocks(before, changed, day))
    return None


def _seen(mark: Mark) -> object:
    """Give what a person sees of a mark."""
    return (mark.shown, mark.late, mark.result, mark.tally.state if mark.tally else None)


def _turning_days(now: Progress, setting: Setting) -> Iterator[date]:
    """Give the days to come on which something may change by itself."""
    for day in _all_days(now, setting):
        if day > now.as_of:
            yield day


def _all_days(now: Progress, setting: Setting) -> Iterator[date]:
    one = timedelta(days=1)
    if now.since is not None:
        yield now.since
    for key, mark in now.marks.items():
        if mark.due is not None:
            yield mark.due.last + one
        if mark.tally is not None and mark.tally.next_change is not None:
            yield mark.tally.next_change.day
        period = setting.base.procedures[now.procedure].acts[key].period
        if period is not None and period.to is not None:
            yield period.to + one
        if period is not None and period.from_ is not None:
            yield period.from_


def _clocks(now: Progress, changed: tuple[str, ...], day: date) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for act in changed:
        tally = now.marks[act].tally
        if tally is not None and tally.next_change is not None and tally.next_change.day == day:
            found.update(dict.fromkeys(tally.next_change.clocks))
    return tuple(found)
