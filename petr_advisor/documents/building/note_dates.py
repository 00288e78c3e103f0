"""When: the dates of a note, the first act, the days between which its course runs."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.documents.building.again import asked_of_attempts, asked_of_votes
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.due_days import due_of, held
from petr_advisor.documents.building.last_acts import ends_with, last_day
from petr_advisor.documents.building.owed_first import owed_first, owed_with
from petr_advisor.documents.building.passing_on import passed_on
from petr_advisor.documents.building.shortened import state_of
from petr_advisor.documents.building.taking_effect import effect
from petr_advisor.documents.building.votes import turns_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteDate, NoteVote
from petr_advisor.documents.model_roadmap import LegalDayPart, Milestone, Roadmap, RoadmapTask
from petr_advisor.documents.timeline import drawn_apart
from petr_advisor.planning.duty_days import day_of_year, duty_title, each_year
from petr_advisor.planning.lines import lines
from petr_advisor.planning.model import KEPT, LATE
from petr_advisor.words.typography import capital, no_capital

DATES, DATES_OF_MANY = 5, 8
"""How many dates are told of one key question, of several."""
CLOCKS = 6
"""How many days of single members, beside these: the vote has them all."""
OTHER_DATES = 3
"""How many of them are in no danger."""
YEARLY = 2
"""How many days that come back each year, beside these."""


def first_act(desk: Desk, report: Report) -> str | None:
    """Say what comes before the first vote; nothing where a vote comes first."""
    plan = report.roadmap
    if plan is None:
        steps = [step for question in report.questions for step in question.next_steps]
        return f"{desk.labelled(steps[0].who, steps[0].does)}." if steps else None
    if asked := next(iter((*asked_of_attempts(desk), *asked_of_votes(desk))), None):
        return asked
    first = _first(desk, plan)
    return " ".join((*([_begun(desk, plan, first)] if first else []), *owed_first(desk, plan, first))) or None


def told_first(desk: Desk, plan: Roadmap | None) -> frozenset[int]:
    """Give the numbers of the tasks that this tells."""
    if plan is None or [*asked_of_attempts(desk), *asked_of_votes(desk)]:
        return frozenset()
    first = _first(desk, plan)
    owed = (task.number for task, _ in owed_with(desk, plan, first))
    return frozenset((*([first.number] if first else []), *owed))


def _first(desk: Desk, plan: Roadmap) -> RoadmapTask | None:
    """Give the act that comes first, where no vote does."""
    doing = [task for task in plan.tasks if task.certain and not task.milestone]
    at_once = _mending(desk, plan)
    numbers = {task.number for task in doing}
    doing = [task for task in doing if numbers.isdisjoint(task.after)]  # nothing before what it waits for
    pressing = _pressing(plan)
    if voting := frozenset(task.group for task in plan.tasks if task.awaited):  # what has its votes open goes first
        doing = [task for task in doing if task.group in voting | at_once or task.number in pressing]
    first = min(
        doing,
        key=lambda task: (task.group not in at_once, task.number not in pressing, task.latest, task.number),
        default=None,
    )
    return _possible_now(plan, doing) if first is None or first.majority else first


def _begun(desk: Desk, plan: Roadmap, first: RoadmapTask) -> str:
    """Say who does what first, and when."""
    when = held(desk, first, due_of(plan, first)).said
    if first.begins <= plan.start:
        when = desk.phrase("note.begun-at-once", when=when)
    if any(vote.task == first.number for vote in plan.called):  # its own days are those of what it calls, at the end
        when = desk.phrase("note.begun-now", when=held(desk, first, due_of(plan, first)).said)
    return f"{desk.labelled(first.who, first.title)} ({when})."


def _possible_now(plan: Roadmap, doing: Sequence[RoadmapTask]) -> RoadmapTask | None:
    """Give, where a vote comes first, the act without a vote that can begin today and that a vote hangs on.

    It is done before the first of them: nobody waits for that to do it.
    """
    votes = [task for task in plan.tasks if task.majority and task.certain]
    soonest = min((task.soonest for task in votes), default=plan.start)
    hanging = {number for task in votes for number in task.after}
    ready = (task for task in doing if not task.majority and task.number in hanging and task.begins <= plan.start)
    return min(
        (task for task in ready if task.latest < soonest), key=lambda task: (task.latest, task.number), default=None
    )


def _pressing(plan: Roadmap) -> frozenset[int]:
    """Give the tasks to shorten, and those late themselves, for a day of the law that the plan does not surely keep."""
    late = [(task.number, legal) for task in plan.tasks for legal in task.legal if legal.state in LATE]
    return frozenset(number for own, legal in late for number in (own, *legal.shorten))


def _mending(desk: Desk, plan: Roadmap) -> frozenset[int]:
    """Give the parts of the plan that mend what is broken: the law wants them first."""
    mending = {line.group.id for line in lines(desk.consultation) if line.mends}
    return frozenset(group.number for group in plan.groups if group.id in mending)


def span(desk: Desk, report: Report, votes: Sequence[NoteVote], told: Sequence[NoteDate]) -> str | None:
    """Say from when to when the course runs, when it takes effect, and whether the wished day of effect can be kept."""
    plan = report.roadmap
    if plan is None:
        return None
    said = capital(desk.phrase("plan-in-short", start=plan.start, soonest=plan.soonest, latest=last_day(plan)))
    beside = desk.phrase("roadmap-beside", last=plan.beside_until) if plan.beside_until else None
    ends = ends_with(desk, plan, votes, told)
    parts = (f"{said}.", ends, beside, _beyond(desk, plan), effect(desk, plan), plan.wish_said)
    return " ".join(filter(None, parts))


def _beyond(desk: Desk, plan: Roadmap) -> str | None:
    """Say until when run the votes that the procedures called still take once the plan has its effect."""
    sure = [vote for vote in plan.called if vote.certain] or plan.called
    soonest = max((vote.soonest for vote in sure), default=plan.soonest)
    latest = max((vote.latest for vote in plan.called), default=plan.end)
    if soonest <= plan.soonest and latest <= plan.end:
        return None
    return desk.phrase("note.span-after", soonest=max(soonest, plan.soonest), latest=max(latest, plan.end))


def dates(desk: Desk, report: Report) -> Iterator[NoteDate]:
    """Give the dates to know in order of time, room being kept for those in danger, each once whoever it binds."""
    most = DATES if len(report.questions) == 1 else DATES_OF_MANY
    met = list(_elections(report.roadmap)) if report.roadmap else []
    found = list(_of_plan(desk, report.roadmap) if report.roadmap else _of_duties(desk, report))
    danger = [each for each in found if each.danger][:most]
    apart = sorted((each for each in found if each.yearly), key=_begins)[:YEARLY]
    calm = [each for each in found if not each.danger and not each.clock and not each.yearly]
    calm = sorted((*met, *calm), key=_begins)
    others = [each for each in calm if each.day >= report.cover.as_of] or calm  # a day long past moves nothing here
    others.sort(key=lambda each: each.first is not None)  # a day that the law fixes comes before one that moves
    clocks = sorted((each for each in found if each.clock), key=_begins)
    kept = (*danger, *clocks[:CLOCKS], *others[: min(OTHER_DATES, most - len(danger))], *apart)
    yield from sorted(kept, key=_begins)


def _begins(each: NoteDate) -> date:
    return each.first or each.day


def _elections(plan: Roadmap) -> Iterator[NoteDate]:
    """Give the elections that an act of the plan meets, with what the bodies may decide from then on."""
    for each in plan.milestones:
        if each.from_then:
            text = ". ".join((capital(each.title), *each.from_then))
            yield NoteDate(day=each.day, text=text, danger=None)


def _of_plan(desk: Desk, plan: Roadmap) -> Iterator[NoteDate]:
    clocks = {each.day for each in plan.milestones if each.clock}
    for task in plan.tasks:
        yield from (each for each in _turns(desk, task) if each.day not in clocks)
        later = sorted({legal.day for legal in _told(task) if not legal.counted})[1:]  # the act is told once alike
        for legal in _told(task):
            if task.awaited:
                continue  # told with the names of those whose day it is
            if task.milestone and _kept_before(plan, task, legal.day):
                continue  # it only notes that an act before it is done, which has the same day to keep
            if legal.counted and legal.state not in LATE and _is_in_the_plan(plan, task, legal.day):
                continue
            danger = _danger(desk, legal) if legal.state in LATE else None
            text = hanging(desk, task, desk.labelled(task.who, task.title))
            if legal.day in later and (owed := owed_by(desk, task, legal)):
                text = desk.phrase("note.owed-then", act=text, owed=owed)
            key = "note.wished-day" if legal.wished else "note.delay-ends" if legal.counted else None
            said = desk.phrase(key, act=text) if key else _beside_usual(desk, task, legal, text)
            said = f"{said} ({legal.second_hand})" if legal.second_hand else said
            if then := passed_on(desk, plan, task, legal):
                said = f"{said} – {then}"
            voted = bool(task.majority) and not task.milestone
            yield NoteDate(day=legal.day, first=legal.first, text=said, danger=danger, voted=voted, task=task.number)
    groups: dict[tuple[date, tuple[str, ...]], list[Milestone]] = {}
    for each in (each for each in plan.milestones if not each.from_then):
        groups.setdefault((each.day, tuple(cited.norm for cited in each.citations)), []).append(each)
    for same in groups.values():
        first, more = same[0], len(same) - 1
        danger = None if first.beside else first.unmet_said
        title = capital(first.title)
        if first.origin == "wish":
            title = desk.phrase("note.wished-day", act=title)
        text = _as_well(desk, title, more)
        if first.yearly:
            text = desk.phrase("note.each-year", act=text)
        yield NoteDate(day=first.day, text=text, danger=danger, clock=first.clock, yearly=first.yearly)


def voted_by_a_day(plan: Roadmap | None, told: Sequence[NoteDate]) -> frozenset[str]:
    """Give the acts that are voted, of those whose day is told: one that the law fixes, not the end of a time."""
    numbers = {each.task for each in told if each.voted and each.first is None}
    return frozenset(task.id for task in (plan.tasks if plan else ()) if task.number in numbers)


def _danger(desk: Desk, legal: LegalDayPart) -> str:
    """Say why a day is in danger, and what another reading makes of it where the answer does not: it may be kept."""
    told = [legal.otherwise_told] if legal.otherwise_told and legal.state in KEPT else []
    return desk.listed([state_of(legal), *told])


def _beside_usual(desk: Desk, task: RoadmapTask, legal: LegalDayPart, text: str) -> str:
    """Tell the day of the law apart from those on which an act is planned, which come well before it."""
    if legal.state in LATE or task.milestone or legal.day <= task.latest:
        return text
    key = "note.scheme-and-usual" if legal.of_a_scheme else "note.law-and-usual"
    return desk.phrase(key, act=text, when=no_capital(task.dates_said))


def _turns(desk: Desk, task: RoadmapTask) -> Iterator[NoteDate]:
    """Give the last days of those who may still answer in a vote under way, with what they may do."""
    danger = {legal.day: legal.state_said for legal in task.legal if legal.state in LATE}
    for turn in turns_of(desk, task.id):
        text = desk.labelled(turn.who, desk.phrase("note.turn", act=task.title, turn=turn.does))
        yield NoteDate(day=turn.day, text=text, danger=danger.get(turn.day), clock=True, task=task.number)


def owed_by(desk: Desk, task: RoadmapTask, legal: LegalDayPart) -> str | None:
    """Say what is owed by a day that an act has to keep; nothing where only the act itself says it."""
    duties = (duty for duty in desk.consultation.duties if duty.deadline == legal.day and task.id in duty.rule.met_by)
    return next((desk.say(duty.rule.to) for duty in duties if duty.rule.to is not None), None)


def _told(task: RoadmapTask) -> Iterator[LegalDayPart]:
    """Give the legal days of a task: all that are in danger, and the first of the others."""
    kept = min((legal.day for legal in task.legal if legal.state not in LATE), default=None)
    yield from (legal for legal in task.legal if legal.state in LATE or legal.day == kept)


def _kept_before(plan: Roadmap, task: RoadmapTask, day: date) -> bool:
    """Tell whether an act that a task waits for has the same legal day to keep."""
    before = (other for other in plan.tasks if other.number in task.after)
    return any(legal.day == day for other in before for legal in other.legal)


def _is_in_the_plan(plan: Roadmap, task: RoadmapTask, day: date) -> bool:
    """Tell whether the end of a time is left to the plan: it moves with an act still to come, or the chart has it.

    That of a vote is told all the same.
    """
    return day < _may_begin(plan, task) or (task.number in drawn_apart(plan) and not task.majority)


def _may_begin(plan: Roadmap, task: RoadmapTask) -> date:
    """Give the last day on which the law lets what a task waits for be done; long past where it sets none."""
    before = [other for other in plan.tasks if other.number in task.after]
    return max((legal.day for other in before for legal in other.legal if not legal.counted), default=date.min)


def _of_duties(desk: Desk, report: Report) -> Iterator[NoteDate]:
    """Where nothing is planned, give the days by which something is due."""
    groups: dict[tuple[date, str], list[str]] = {}
    for duty in report.duties:
        if duty.kind == "obligation" and duty.deadline and not duty.advised:
            rule = duty.rule.partition("@")[0]
            groups.setdefault((duty.deadline, rule), []).append(desk.labelled(duty.who, duty.does))
    for (day, _), said in groups.items():
        past = day < report.cover.as_of
        text = _as_well(desk, said[0], len(said) - 1)
        yield NoteDate(day=day, text=text, danger=desk.phrase("state.past") if past else None)
    for found in each_year(desk.consultation):
        if coming := day_of_year(desk.consultation, found, report.cover.as_of):
            text = desk.phrase("note.each-year", act=capital(desk.say(duty_title(desk.consultation, found))))
            yield NoteDate(day=coming, text=text, danger=None, yearly=True)


def hanging(desk: Desk, task: RoadmapTask, text: str) -> str:
    """Add to the name of an act what it hangs on, where the answers do not say whether it is owed."""
    return text if task.certain else f"{text} ({desk.phrase('depends')})"


def _as_well(desk: Desk, text: str, more: int) -> str:
    return f"{text} {desk.phrase('note.as-well', n=more)}" if more else text
