"""Who votes in an act of the plan: the members of today, or those that an operation of the course leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.among import among
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import leading_to
from petr_advisor.documents.building.votings import voting_in
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.procedures.voting import Voting
from petr_advisor.territory.measures import MEASURED


@dataclass(frozen=True)
class Electorates:
    """The votes of an act by who they are then members; the one that cannot be is not there."""

    today: Voting | None
    """By the members of today."""
    later: Voting | None = None
    """By those of the day on which the operation has its effect."""
    born: str | None = None
    """Who stands there for several of today."""
    past: bool = False
    """Whether the operation comes before the vote by the usual durations, though its day may be set after it."""


def electorates(desk: Desk, plan: Roadmap, act: str, first: date, last: date) -> Electorates:
    """Give the votes of an act that is held between two days; none where its members are not listed."""
    today = voting_in(desk.consultation, act)
    operation = next(_operations(desk.consultation), None)
    if today is None or operation is None:
        return Electorates(today)
    option, left = operation
    ends = {f"{name}/{key}" for name in option.option.procedures for key in desk.base.procedures[name].effect_at}
    effects = [task for task in plan.tasks if task.id in ends]
    before = leading_to(desk, plan, (task.number for task in effects))
    if any(task.id == act and task.number in before for task in plan.tasks):
        return Electorates(today)  # it comes about by this vote: whoever is a member until then has it
    later = voting_in(left, act)
    same = later is None or later.voters == today.voters
    days = [plan.effect_span(task) for task in effects]
    if same or not days or last <= min(soonest for soonest, _ in days):
        return Electorates(today)
    born = _born(desk.consultation, option)
    past = max(latest for _, latest in days) <= first
    usual = max(task.latest for task in effects) <= first
    return Electorates(None if past else today, later, born, usual)


def _operations(case: Consultation) -> Iterator[tuple[OptionOutcome, Consultation]]:
    """Give the options carried out that change who the members are, the last first, with the case that each leaves."""
    for line in reversed(case.course.lines):
        for option in line.to_carry_out:
            changes = (option.option.merges, option.option.removes)
            if any(change is not None and change.entity == MEASURED for change in changes):
                yield option, after_way(line.case, option)


def _born(case: Consultation, option: OptionOutcome) -> str | None:
    """Give the member that, once some are one, stands for all of them."""
    merging = option.option.merges
    return next(iter(among(case, merging)), None) if merging is not None else None
