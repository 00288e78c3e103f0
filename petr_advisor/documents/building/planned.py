"""The plan of the course, put in one language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from petr_advisor.consulting.acting import who_acts_in
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.done_away import still_owed
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.building.again import asked_of_attempts
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.due import done_again
from petr_advisor.documents.building.lasting import late_parts, reserve, too_late
from petr_advisor.documents.building.later_law import later_law
from petr_advisor.documents.building.legal_part import legal_part
from petr_advisor.documents.building.mended_too_late import noted
from petr_advisor.documents.building.rival_votes import each_once
from petr_advisor.documents.building.votes import awaited_of, turns_of
from petr_advisor.documents.gantt import gantt_pictures
from petr_advisor.documents.in_time import in_time
from petr_advisor.documents.model_options import StepPart
from petr_advisor.documents.model_roadmap import (
    CalledVote,
    Milestone,
    Roadmap,
    RoadmapGroup,
    RoadmapTask,
    ThirdParty,
    Turn,
)
from petr_advisor.documents.parts import Picture
from petr_advisor.planning import model as plans
from petr_advisor.planning.beyond import Beyond
from petr_advisor.planning.duty_days import duty_title, without_day
from petr_advisor.planning.foreseen import told_of
from petr_advisor.planning.lines import DUE
from petr_advisor.planning.steps import called_votes, leads_to_end
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, full_stop

FIRST_TASKS = 3
"""How many tasks are told as the first acts of an answer."""


def planned(desk: Desk, accent: str | None, today: date) -> Roadmap | Text:
    """Give the plan of the course in words; where there is nothing to plan, the reason.

    Drawn in a colour, or not at all.
    """
    plan = desk.plan
    if isinstance(plan, Text):
        return plan
    return noted(desk, _roadmap(desk, plan, gantt_pictures(plan, desk, accent, today) if accent else ()))


def first_tasks(desk: Desk, plan: Roadmap, question: str, done: Iterable[str]) -> tuple[StepPart, ...]:
    """Give the first tasks of a plan for a key question: three at most, one of each part where it has several.

    Where an answer before will leave it no subject, they are those of what is still owed until then. Of an answer that
    can only be carried out once what it uses has ended, the first act is to ask what follows. Where the answer has no
    act of its own, they are those of what is due on that question whatever the answer.

    Of the options that are done, the task that does one of them again, on another question, is the last of the three.
    """
    again = done_again(desk.base, plan, done)
    doing = [task for task in plan.tasks if task.certain and not task.milestone]
    again_last = [task for task in doing if task.id in again][:1]
    owing = {f"{DUE}/{duty.rule.carried_out_by}" for duty in still_owed(desk.consultation, question)}
    late = [line for line in desk.consultation.course.of(question) if too_late(desk, line)]
    asking = [step for line in late for step in _asking(desk, line)]
    asked = {line.place for line in late} if asking else set()
    own = (group for group in plan.groups if group.id not in asked)
    parts = [group.number for group in own if group.id.partition("/")[0] == question or group.id in owing]
    if all(line.state == "stay" for line in desk.consultation.course.of(question)):
        parts = parts or _due_anyway(desk, plan, question)
    found = [[task for task in doing if task.group == part and task not in again_last] for part in parts]
    first = found[0] if len(found) == 1 else [tasks[0] for tasks in found if tasks]
    kept = [*first[: max(FIRST_TASKS - len(again_last) - len(asking), 0)], *again_last]
    steps = (*dict.fromkeys(asking), *(_step(task, 0) for task in kept))
    return tuple(step.model_copy(update={"number": number}) for number, step in enumerate(steps[:FIRST_TASKS], 1))


def _due_anyway(desk: Desk, plan: Roadmap, question: str) -> list[int]:
    """Give the parts of a plan that carry out what is due on a key question beside its answer, the first day first."""
    days: dict[str, date] = {}
    for duty in desk.consultation.duties:
        if question in duty.rule.about and duty.rule.carried_out_by is not None:
            key, day = f"{DUE}/{duty.rule.carried_out_by}", duty.deadline or date.max
            days[key] = min(day, days.get(key, day))
    return [
        group.number for group in sorted(plan.groups, key=lambda each: days.get(each.id, date.max)) if group.id in days
    ]


def _asking(desk: Desk, line: CourseLine[Consultation]) -> Iterator[StepPart]:
    """Give what is to be asked before an answer that can only be carried out after an event by law."""
    late = too_late(desk, line)
    if late is None or late.term is None:
        return
    term = late.term.term
    for each in late.term.acts[:1]:
        if each.act.procedure is None:
            yield StepPart(
                number=0,
                who=capital(desk.actor(term.who)),
                does=desk.say(each.does),
                deadline=each.last,
                citations=desk.cite(term.norms),
            )


def _step(task: RoadmapTask, number: int) -> StepPart:
    return StepPart(
        number=number,
        who=task.who,
        does=task.title,
        majority=task.majority,
        when=task.by_when,
        silence=task.silence,
        note=task.note,
        documents=task.documents,
        certain=task.certain,
        citations=task.citations,
    )


def _roadmap(desk: Desk, plan: plans.Roadmap, pictures: tuple[Picture, ...]) -> Roadmap:
    numbers = {group.id: number for number, group in enumerate(plan.groups, 1)}
    late = late_parts(desk)
    by_number = {plan.number(task.id): task for task in plan.tasks}
    called = tuple(_called_votes(desk, plan))
    own = {number: [vote for vote in called if vote.task == number] for number in by_number}
    return Roadmap(
        title=desk.say(plan.groups[0].option),
        start=plan.start,
        soonest=plan.soonest,
        end=plan.finish,
        effect=plan.number(plan.effect) if plan.effect else None,
        wish_said=words.wish(plan, desk),
        groups=tuple(
            RoadmapGroup(
                number=numbers[group.id],
                id=group.id,
                title=desk.say(group.title),
                option=desk.say(group.option),
                completes=group.completes,
            )
            for group in plan.groups
        ),
        tasks=tuple(
            _task(desk, plan, task, numbers[task.group], late.get(task.group), own[number])
            for number, task in by_number.items()
        ),
        called=tuple(each_once(desk, called, by_number)),
        critical_path=tuple(plan.number(task.id) for task in plan.critical_path),
        warnings=(*asked_of_attempts(desk), *words.warnings(plan, desk)),
        at_risk=sum(same[0].state == "at_risk" for same in words.late_together(plan)),
        milestones=tuple(_milestone(desk, plan, each) for each in plan.key_dates),
        third_parties=tuple(dict.fromkeys(_third_party(desk, plan, each) for each in plan.risks)),
        restraints=tuple(capital(words.restraint(each, desk)) for each in plan.restraints),
        done=tuple(capital(desk.say(each)) for each in plan.done),
        foreseen=tuple(desk.sentence(each) for each in told_of(desk.consultation, _foreseen(desk, plan))),
        assumptions=(*(desk.sentence(each) for each in plan.assumptions), *_without_day(desk)),
        pictures=pictures,
    )


def _foreseen(desk: Desk, plan: plans.Roadmap) -> Iterator[plans.Foreseen]:
    """Give the days to come of acts, but those of votes that are told beside the act on which they are taken.

    So are those of members still to vote that the act itself names with their day.
    """
    told = {task.id for task in plan.tasks if awaited_of(desk, task.id)}
    named = {(task.id, member) for task in plan.tasks for member in task.days_named}
    for each in plan.foreseen:
        if each.state != "vote" or (each.act not in told and (each.act, each.member) not in named):
            yield each


def _task(
    desk: Desk, plan: plans.Roadmap, task: plans.Task, group: int, late: Beyond | None, called: Sequence[CalledVote]
) -> RoadmapTask:
    turns = tuple(turns_of(desk, task.id))
    own = _own_days(turns)
    return RoadmapTask(
        id=task.id,
        number=plan.number(task.id),
        group=group,
        title=desk.say(task.does),
        who=capital(desk.say(task.who)),
        origin=task.origin,
        origin_said=desk.phrase(f"act-origin.{task.origin}"),
        begins=task.begins,
        soonest=task.soonest,
        latest=task.latest,
        effect=task.effect,
        dates_said=_dates(desk, task, own),
        once_kept=task.once_kept,
        in_time=(task.in_time.first, task.in_time.last, task.in_time.due) if task.in_time else None,
        takes=words.takes(task, desk),
        by_when=words.by_when(task, desk.consultation, desk),
        made_known=words.publicity(task, desk.consultation, desk),
        opinions=tuple(map(capital, words.opinions(task, desk.consultation, desk))),
        last=task.back.last if task.back else None,
        prudent=task.back.prudent if task.back else None,
        back_said=words.back(task, desk),
        legal=tuple(legal_part(desk, plan, task, each, called) for each in task.legal),
        meets=tuple(map(desk.say, task.meets)),
        mends=tuple(map(desk.say, task.mends)),
        majority=desk.maybe(task.majority),
        silence=desk.silence_of(task.id, task.silence),
        note=_note(desk, task, late),
        awaited=awaited_of(desk, task.id),
        turns=turns if own else (),
        documents=tuple(map(desk.say, task.documents)),
        after=tuple(dict.fromkeys(plan.number(each) for each in task.after)),
        same_day=tuple(plan.number(each) for each in task.same_day),
        better_after=tuple(plan.number(each) for each in task.better_after),
        completes=tuple(plan.number(each) for each in task.completes),
        completing=tuple(map(capital, words.completing(task, plan, desk))),
        slack=task.slack,
        critical=task.critical,
        certain=task.certain,
        supposed=task.supposed,
        beside=task.beside,
        milestone=task.milestone,
        citations=desk.cite(task.norms),
    )


def _own_days(turns: tuple[Turn, ...]) -> list[date]:
    """Give the last days of the members of a vote under way, first to last, where they differ."""
    days = sorted({turn.day for turn in turns})
    return days if len(days) > 1 else []


def _dates(desk: Desk, task: plans.Task, own: list[date]) -> str:
    """Say when a task is done; where each member has its own last day, that none of them is the day of all."""
    return desk.phrase("on-own-days", first=own[0], last=own[-1]) if own else words.dates(task, desk)


def _note(desk: Desk, task: plans.Task, late: Beyond | None) -> str | None:
    """Give what else to know of an act: that it comes too late, what is written of it, the law to come it follows."""
    later = later_law(desk, task.id)
    own = desk.sentence(task.note) if task.note else None
    said = (reserve(desk, late, task.soonest), own, full_stop(later) if later else None)
    return " ".join(filter(None, said)) or None


def _called_votes(desk: Desk, plan: plans.Roadmap) -> Iterator[CalledVote]:
    base = desk.base
    for task, step in called_votes(desk.consultation, plan):
        act = base.act_under(step.id, desk.consultation.followed)
        if act.majority:
            yield CalledVote(
                id=step.id,
                task=plan.number(task.id),
                way=desk.say(base.title_of(step.id.partition("/")[0])),
                who=capital(desk.say(_who_of(desk, task.id, step.id, act.who))),
                does=desk.say(act.does),
                majority=desk.say(base.majorities[act.majority].label),
                silence=desk.silence_of(step.id, act.silence_prudent or act.silence),
                soonest=step.soonest,
                latest=step.latest,
                brought=step.brought,
                then=tuple(day for _, *days in step.then for day in days),
                in_time=in_time(desk.consultation, task, step, desk),
                certain=step.certain,
                before_end=leads_to_end(base.procedures, task.id, step.id),
                citations=desk.cite(norm for norm in act.norms if base.written_by(norm, desk.consultation.as_of)),
            )


def _who_of(desk: Desk, calling: str, called: str, actor: str) -> Text:
    """Name who votes in a procedure that a task calls: there may be two bodies of one kind in a plan."""
    procedures = [each.partition("/")[0] for each in (called, calling)]
    return who_acts_in(desk.consultation, actor, procedures[0], procedures[1:])


def _from(desk: Desk, plan: plans.Roadmap, day: date) -> Iterator[str]:
    """Say what bodies may decide from a day on."""
    yield from (capital(words.restraint(each, desk)) for each in plan.restraints if each.first == day)


def _without_day(desk: Desk) -> Iterator[str]:
    """Say what is owed within a time that no page can date: the day from which it runs is to be found first."""
    lines = desk.consultation.course.lines
    options = {option.id for line in lines for option in line.to_carry_out}
    same: dict[str, list[DutyOutcome]] = {}
    for found in without_day(desk.consultation, options):
        same.setdefault(found.id, []).append(found)
    for several in same.values():
        if (limit := several[0].rule.limit) is not None:
            act = desk.say(duty_title(desk.consultation, *several))
            yield desk.phrase("plan.without-day", act=capital(act), limit=desk.limit(desk.base, limit))


def _milestone(desk: Desk, plan: plans.Roadmap, each: plans.KeyDate) -> Milestone:
    return Milestone(
        id=each.id,
        day=each.day,
        title=desk.say(each.title),
        origin=each.origin,
        origin_said=desk.phrase(f"told-by.{each.origin}"),
        unmet=each.unmet,
        unmet_said=words.unmet(each, desk),
        beside=words.beside(each),
        yearly=each.yearly,
        clock=each.clock,
        from_then=tuple(_from(desk, plan, each.day)) if each.origin == "calendar" else (),
        citations=desk.cite(each.norms),
    )


def _third_party(desk: Desk, plan: plans.Roadmap, each: plans.Risk) -> ThirdParty:
    return ThirdParty(
        title=capital(desk.say(each.title)),
        after=plan.number(each.after),
        soonest=each.soonest,
        latest=each.latest,
        said=words.risk(each, plan, desk.consultation, desk),
        citations=desk.cite(each.norms),
    )
