"""The roadmap of the way that the report goes on with, put in one language."""

from collections.abc import Iterable
from datetime import date

from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.gantt import gantt_pictures
from petr_advisor.documents.model_options import QuestionPart
from petr_advisor.documents.model_roadmap import LaterAnswer, Milestone, Roadmap, RoadmapPhase, RoadmapTask
from petr_advisor.documents.parts import Picture
from petr_advisor.planning import roadmap as plans
from petr_advisor.planning.roadmap import PHASES, KeyDate, Task
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.words.typography import capital


def planned(
    desk: Desk, questions: Iterable[QuestionPart], wanted: PlanSettings, accent: str | None, today: date
) -> Roadmap | None:
    """Plan the option named, else the way retained, that of a contract only when nothing else is.

    None while no way is proposed; drawn in a colour, or not at all.
    """
    order = sorted(questions, key=lambda question: plans.precedence(question.id))
    kept = wanted.option or next((question.retained[0] for question in order if question.retained), None)
    if kept is None:
        return None
    plan = plans.roadmap(desk.consultation, wanted.start or desk.consultation.as_of, kept)
    pictures = gantt_pictures(plan, desk, accent, today) if accent and plan.tasks else ()
    return _roadmap(desk, plan, pictures) if plan.tasks else None


def _roadmap(desk: Desk, plan: plans.Roadmap, pictures: tuple[Picture, ...]) -> Roadmap:
    return Roadmap(
        option=plan.option,
        title=desk.say(plan.title),
        start=plan.start,
        end=plan.finish,
        effect=plan.number(plan.effect) if plan.effect else None,
        phases=tuple(RoadmapPhase(number=number, title=desk.phrase(f"phase.{number}")) for number in PHASES),
        tasks=tuple(_task(desk, plan, task) for task in plan.tasks),
        critical_path=tuple(plan.number(task.id) for task in plan.critical_path),
        milestones=tuple(_milestone(desk, plan, each) for each in plan.key_dates),
        done=tuple(capital(desk.say(each)) for each in plan.done),
        assumptions=tuple(desk.sentence(each) for each in plan.assumptions),
        later=tuple(
            LaterAnswer(question=question, option=option, title=desk.say(desk.base.options[option].title))
            for question, option in plan.later
        ),
        pictures=pictures,
    )


def _task(desk: Desk, plan: plans.Roadmap, task: Task) -> RoadmapTask:
    return RoadmapTask(
        id=task.id,
        number=plan.number(task.id),
        phase=task.phase,
        kind=task.kind,
        title=desk.say(task.does),
        who=capital(desk.say(task.who)),
        start=task.start,
        end=task.finish,
        duration=words.duration(task, desk),
        origin=task.duration.origin,
        running=task.running,
        timing=words.timing(task, desk),
        due=task.due.day if task.due else None,
        due_origin=task.due.origin if task.due else None,
        due_said=words.due(task, desk),
        margin=task.margin,
        majority=desk.maybe(task.majority),
        silence=desk.on_silence(task.silence),
        note=desk.sentence(task.note) if task.note else None,
        documents=tuple(map(desk.say, task.documents)),
        after=tuple(plan.number(each) for each in task.after),
        slack=task.slack,
        critical=task.critical,
        certain=task.certain,
        citations=desk.cite(task.norms),
    )


def _milestone(desk: Desk, plan: plans.Roadmap, each: KeyDate) -> Milestone:
    return Milestone(
        day=each.day,
        title=desk.say(each.title),
        origin=each.origin,
        origin_said=desk.phrase(f"told-by.{each.origin}"),
        task=plan.number(each.task) if each.task else None,
        slack=each.slack,
        slack_said=words.slack(each, plan, desk),
        yearly=each.yearly,
        citations=desk.cite(each.norms),
    )
