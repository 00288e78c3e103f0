"""What is owed late, or by a day that no act of the plan keeps: it is to be put right, or checked, before anything."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from petr_advisor.consulting.ending import heir
from petr_advisor.documents.building.desk import NAMED, Desk
from petr_advisor.documents.building.first_voted import of_acts, voted
from petr_advisor.documents.building.silence import CARRIED
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.words.typography import capital, no_capital

MOST = 2
"""How many of them are told: the plan and the dates have them all."""


def overdue(desk: Desk, report: Report, *, aside: bool = False) -> tuple[str, ...]:
    """Say what is owed whatever is decided since a day that is past: what bears on what is decided, or the rest."""
    due = (duty for duty in owed_anyway(report) if _is_aside(desk, duty) is aside)
    late = _late(desk, due, of_members=False if _heir_of_the_members(desk) else None)
    said = {act: (desk.phrase("note.overdue-first", act=act, day=day), rules) for act, day, rules in late}
    told = {part.voted for part in report.breaches}  # what is late is told there too, as what is not met
    return tuple(" ".join((text, *_voted(desk, report, rules, told))) for text, rules in list(said.values())[:MOST])


def _voted(desk: Desk, report: Report, rules: Iterable[str], told: Collection[str | None]) -> Iterator[str]:
    """Say who votes what is late, and when, where the plan has it and nothing said above does."""
    acts = (act for name in rules for act in desk.base.rules[name].met_by)
    by_whom = voted(desk, report.roadmap, of_acts(acts))
    if by_whom is not None and by_whom not in told:
        yield by_whom


def _is_aside(desk: Desk, duty: DutyPart) -> bool:
    """Tell whether no plan is expected to meet a duty, and nobody said that it is not met: it bears on no vote."""
    return duty.likelihood == "presumed" and desk.base.rules[duty.rule.partition("@")[0]].beside_plan


def pressing(desk: Desk, report: Report) -> tuple[str, ...]:
    """Say, of what is owed by a day, what the plan does not keep: there is room for it beside what is late already.

    What avoids an event by law is told with that event, and leaves its place to nothing else.
    """
    plan, avoiding = report.roadmap, {(part.key, part.ask_by) for part in report.terms}
    told = {(duty.rule.partition("@")[0], duty.deadline) for duty in owed_anyway(report) if duty.late}  # as overdue
    unmet = (each for each in plan.milestones if each.unmet_said and not each.beside) if plan else ()
    unmet = (each for each in unmet if (each.id.partition("@")[0], each.day) not in told)
    said = {
        desk.phrase("note.unmet-first", day=each.day, act=capital(each.title), state=each.unmet_said): each
        for each in unmet
    }
    first = list(said.items())[: MOST - len(report.overdue)]
    return tuple(text for text, each in first if (each.id.partition("/")[0], each.day) not in avoiding)


def owed_anyway(report: Report) -> Iterator[DutyPart]:
    """Give what is owed by a day whatever is decided, on no way in particular."""
    for duty in report.duties:
        if duty.kind == "obligation" and duty.anyway and not duty.options and not duty.advised and duty.deadline:
            yield duty


def inherited(desk: Desk, report: Report) -> Iterator[str]:
    """Say what members that a merger already decided ends owe late: there is time for their heir alone to do it."""
    after = _heir_of_the_members(desk)
    if after is not None:
        heir = desk.actor(after)
        for act, day, _ in _late(desk, owed_anyway(report), of_members=True):
            yield desk.phrase("note.overdue-inherited", act=act, day=day, heir=heir)


def _heir_of_the_members(desk: Desk) -> str | None:
    """Name who takes the place of the body and of its members as well, where a merger already decided ends them."""
    after = heir(desk.consultation)
    for name, told in desk.consultation.progress.items() if after is not None else ():
        ends = (effect.end_subject for effect in desk.base.procedures[name].effects)
        theirs = any(end is not None and end.who == "merging" and end.successor == after for end in ends)
        if theirs and told.progress.state in CARRIED:
            return after
    return None


def _late(
    desk: Desk, due: Iterable[DutyPart], *, of_members: bool | None
) -> Iterator[tuple[str, date, tuple[str, ...]]]:
    """Give what is owed since a day that is past, with that day and the rules: by members, by others, or by anybody."""
    same: dict[tuple[date, str], list[DutyPart]] = {}
    for duty in due:
        theirs = of_members is None or (duty.of is not None) is of_members
        if theirs and duty.deadline and duty.deadline < desk.consultation.as_of:
            same.setdefault((duty.deadline, duty.does), []).append(duty)
    for (day, does), duties in same.items():
        who = named_together(desk, [duty.who for duty in duties])
        yield desk.labelled(who, does), day, tuple(duty.rule.partition("@")[0] for duty in duties)


def named_together(desk: Desk, who: Sequence[str]) -> str:
    """Name those who owe the same; of many, the first."""
    more = [desk.phrase("and-others", n=len(who) - NAMED)] if len(who) > NAMED else []
    return desk.listed((who[0], *map(no_capital, who[1:NAMED]), *more))
