"""The disputed points of which another reading in force changes the answer of a line, its acts, a date or a vote."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.duties import DutyOutcome, duties_met
from petr_advisor.consulting.outcomes import ActOutcome, OptionOutcome
from petr_advisor.consulting.requirements import carried_out_by
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.under_readings import Told
from petr_advisor.procedures.voting import TRANSITION

C = TypeVar("C", bound=Case)

CHANGING = frozenset({"silence", "limit", "included", "when", "refused"})
"""What of an act, changed by another reading, counts: what silence does, its days, whether it is there."""

VOTED = "vote"
"""What counts too where nothing has begun and caution asks for more than the usual reading; otherwise a majority counts
by what comes of the votes."""


def points_of(line: CourseLine[C]) -> Iterator[str]:
    """Give the disputed points of which another reading in force changes the answer, one of its acts or a date."""
    case = line.case
    diagrams = case.situation.diagrams
    nodes = [diagrams.condition(merit.merit.when) for option in line.weighed for merit in option.merits]
    for option in line.options:
        nodes += [diagrams.condition(found) for act in option.acts for found in (act.act.when, act.act.done)]
    points = dict.fromkeys(found.point for option in line.weighed for found in option.disputed)
    points |= dict.fromkeys(point for option in line.options for point in _readings_of_acts(case, option))
    points |= dict.fromkeys(found.point for duty in _met(line) for found in duty.disputed)
    kept = _kept(line)
    for point in points | dict.fromkeys(case.situation.disputed_points(nodes)):
        if any(_kept(other) != kept for other in _others(line, point)):
            yield point


def disputed_under_way(line: CourseLine[C], progress: Mapping[str, Told]) -> Iterator[str]:
    """Give the disputed points of which another reading says otherwise how far the procedure that runs has come."""
    if line.state == "running" and line.option is not None:
        for name in carried_out_by(line.case, line.option.option):
            told = progress.get(name)
            yield from (other.point for other in told.otherwise if other.point != TRANSITION) if told else ()


def _readings_of_acts(case: Case, option: OptionOutcome) -> Iterator[str]:
    """Give the disputed points of which a reading changes what counts of an act of an option."""
    for act in case.base.acts_of(option.id).values():
        cautious = () if option.begun else tuple(by_caution(case, act))
        for point, readings in act.by_reading.items():
            counting = CHANGING | {VOTED} if point in cautious else CHANGING
            if any(counting & changed.keys() for changed in readings.values()):
                yield point


def _others(line: CourseLine[C], point: str) -> Iterator[CourseLine[C]]:
    """Give a line under each other reading in force of a disputed point."""
    case = line.case
    followed = case.followed[point]
    for reading in case.rules.readings(point):
        if reading != followed:
            yield line.under({**case.readings, point: reading})


def turns(line: CourseLine[C], point: str) -> bool:
    """Tell whether another reading of a disputed point gives another answer."""
    kept = [option.id for option in line.options]
    return any([option.id for option in other.options] != kept for other in _others(line, point))


def _kept(line: CourseLine[C]) -> Mapping[str, object]:
    """Give what must be the same under every reading: the state, the options, their statuses, acts and dates."""
    return {
        "state": line.state,
        "days": frozenset((duty.rule.to, duty.of, duty.deadline or _runs_from(duty)) for duty in _met(line)),
        **{option.id: (option.status, tuple(_kept_of(option, act) for act in option.acts)) for option in line.options},
    }


def _met(line: CourseLine[C]) -> tuple[DutyOutcome, ...]:
    """Give the duties with a day to come that an act to come of the answer meets; one that is past is late anyway.

    A day that the plan counts, from an event to come, is one of them.
    """
    acts = {act.key for option in line.options if not option.done for act in option.acts}
    as_of = line.case.as_of
    met = duties_met(line.case, acts)
    return tuple(duty for duty in met if (duty.deadline >= as_of if duty.deadline else _runs_from(duty) is not None))


def _runs_from(duty: DutyOutcome) -> str | None:
    """Name the event from which the time of a duty runs, where passing that time makes the act late or impossible."""
    limit = duty.rule.limit
    costs = limit is not None and limit.kind == "maximum" and limit.passed and limit.passed.does in {"late", "lapses"}
    return limit.from_ if limit is not None and costs else None


def _kept_of(option: OptionOutcome, found: ActOutcome) -> tuple[object, ...]:
    act = found.act
    by_base = option.case.base.act(found.key)
    voted = None if option.begun or not any(by_caution(option.case, by_base)) else act.majority
    return found.key, found.needed, found.deadline, act.silence, act.limit, act.refused, voted


def by_caution(case: Case, act: Act) -> Iterator[str]:
    """Give the disputed points of an act on which caution follows another reading than the usual one."""
    for point in act.by_reading:
        usual = case.base.disputed[point].usual
        if usual is not None and usual != case.followed[point] and usual in case.rules.readings(point):
            yield point
