"""When the first way of a plan takes effect, what that day supposes, and what had better come before it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from petr_advisor.consulting.hanging import is_stopped
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.done_with import sessions
from petr_advisor.documents.building.due_days import held, own_due
from petr_advisor.documents.building.effect_by_ways import effect_by_ways
from petr_advisor.documents.building.leading import act_in, leading_to, named
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.words.typography import no_capital


def effect(desk: Desk, plan: Roadmap) -> str | None:
    """Say when the first part of the plan that has a day of effect takes it."""
    task = _effect_of(plan)
    if task is None:
        return None
    group = next(group for group in plan.groups if group.number == task.group)
    way, when = group.option, held(desk, task, own_due(task)).said
    key = "note.would-take-effect" if _is_stopped(desk, group.id) else "note.takes-effect"
    said = desk.phrase(key, way=way, when=when)
    if task.effect is not None:
        said = desk.phrase("note.takes-effect-on", way=way, when=when, day=task.effect)
    before, apart = _before(desk, plan, task), _apart(desk, plan, task)
    # at the longest too it waits for none of them
    both = "-both" if any(each.latest > task.begins for each in apart) else ""
    more = [desk.phrase(f"note.effect-without{both}", acts=_named(desk, apart))] if apart else []
    if days := _if_needed(desk, task, apart):
        more.append(desk.phrase("note.effect-with", when=_between(desk, days)))
    elif both:
        more.append(desk.phrase("note.effect-later"))
    if (last := max(_later(before), default=None)) is not None and task.effect is None:
        more.append(desk.phrase("note.effect-if-held", day=last))
    more += effect_by_ways(desk, before, task.soonest)
    return " ".join((said, *more))


def effect_in_short(desk: Desk, plan: Roadmap, options: Collection[str]) -> str | None:
    """Say the same in a few words of an answer that consists in some options; nothing of another one.

    Acts before it that may be needed are told beside the votes where they have days; else that there may be some.
    """
    task = _effect_of(plan)
    if task is None:
        return None
    place = next(group.id for group in plan.groups if group.number == task.group)
    if not any(option.id in options for option in _carried_out(desk, place)):
        return None
    if task.effect is not None:
        return desk.phrase("note.effect-on", day=task.effect)
    apart = _apart(desk, plan, task)
    unless = "-unless" if apart and _if_needed(desk, task, apart) is None else ""
    key = "note.effect-carried" if _is_stopped(desk, place) else f"note.effect-when{unless}"
    return desk.phrase(key, when=held(desk, task, own_due(task)).said)


def effect_if(desk: Desk, plan: Roadmap) -> str | None:
    """Say to which days the effect goes, where acts before it are needed of which nobody knows it yet."""
    task = _effect_of(plan)
    apart = [] if task is None else _apart(desk, plan, task)
    days = None if task is None else _if_needed(desk, task, apart)
    if days is None:
        return None
    return desk.phrase("note.effect-if-needed", acts=_named(desk, apart), when=_between(desk, days))


def _effect_of(plan: Roadmap) -> RoadmapTask | None:
    return next((task for task in plan.tasks if task.number == plan.effect), None)


def _before(desk: Desk, plan: Roadmap, task: RoadmapTask) -> list[RoadmapTask]:
    leading = leading_to(desk, plan, (task.number,))
    return [each for each in plan.tasks if each.number in leading]


def _apart(desk: Desk, plan: Roadmap, task: RoadmapTask) -> list[RoadmapTask]:
    """Give what comes before a task only in some cases, and which the plan does not have it wait for."""
    return [each for each in _before(desk, plan, task) if not each.certain and each.soonest >= task.soonest]


def _if_needed(desk: Desk, task: RoadmapTask, apart: Iterable[RoadmapTask]) -> tuple[date, date] | None:
    """Give the days of the effect if such acts are needed; None where that moves neither, or they are not known."""
    acts = frozenset(each.id for each in apart)
    days = desk.effect_needing(acts) if acts and task.effect is None else None
    return None if days == (task.soonest, task.latest) else days


def _between(desk: Desk, days: tuple[date, date]) -> str:
    first, last = days
    return (
        desk.phrase("on-day", day=first) if first == last else desk.phrase("note.between", soonest=first, latest=last)
    )


def _named(desk: Desk, tasks: Iterable[RoadmapTask]) -> list[str]:
    return [no_capital(named(desk, each)) for each in tasks]


def _is_stopped(desk: Desk, place: str) -> bool:
    """Tell whether the votes of the answer at a place of the course are blocked, or have failed."""
    return any(is_stopped(desk.consultation, found.option) for found in _carried_out(desk, place))


def _carried_out(desk: Desk, place: str) -> Iterator[OptionOutcome]:
    """Give what the answer at a place of the course has carried out."""
    yield from (found for line in desk.consultation.course.lines if line.place == place for found in line.to_carry_out)


def effect_first(desk: Desk, plan: Roadmap) -> str | None:
    """Say what the plan has come only after its effect, though it had better come before, and how to have it so."""
    task = _effect_of(plan)
    after = [] if task is None else [each for each in plan.tasks if each.number in task.better_after]
    acts = _named(desk, after)
    if task is None or not acts:
        return None
    said = desk.phrase("note.effect-better-after", acts=acts, when=held(desk, task, own_due(task)).said)
    return " ".join((said, *_with_the_first(desk, plan, task, after)))


def voted_with_the_first(desk: Desk, plan: Roadmap) -> list[tuple[date, date]]:
    """Give the days of the sessions at which what comes after the effect is to be voted to come before it."""
    task = _effect_of(plan)
    after = [] if task is None else [each for each in plan.tasks if each.number in task.better_after]
    return [] if task is None else [days for _, days in _sooner(desk, plan, task, after)]


def _with_the_first(desk: Desk, plan: Roadmap, task: RoadmapTask, after: Iterable[RoadmapTask]) -> Iterator[str]:
    """Say of what comes after the effect that it comes before if voted with an act that calls for the same, if so."""
    for other, (soonest, latest) in _sooner(desk, plan, task, after):
        when = desk.phrase("note.between", soonest=soonest, latest=latest)
        yield desk.phrase("note.effect-with-the-first", act=no_capital(named(desk, other)), when=when)


def _sooner(
    desk: Desk, plan: Roadmap, task: RoadmapTask, after: Iterable[RoadmapTask]
) -> Iterator[tuple[RoadmapTask, tuple[date, date]]]:
    """Give the acts that call for the same and are done before the effect, with the days of their sessions."""
    for each in after:
        called = _called(desk, each)
        for other in plan.tasks:
            in_time = other.soonest <= task.soonest and other.latest <= task.latest
            if other.number != each.number and other.certain and in_time and called & _called(desk, other):
                yield other, sessions(plan, other, called)


def _called(desk: Desk, task: RoadmapTask) -> frozenset[str]:
    act = act_in(desk, task)
    return frozenset(act.calls.names if act is not None and act.calls is not None else ())


def _later(tasks: Iterable[RoadmapTask]) -> Iterator[date]:
    """Give the last legal days of votes under way that the plan has on the day of a meeting, which may not be held."""
    for task in tasks:
        if task.awaited and task.soonest == task.latest:
            yield from (legal.day for legal in task.legal if legal.day > task.latest)
