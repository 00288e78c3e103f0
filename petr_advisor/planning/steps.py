"""The acts of a plan one by one: its tasks, and those of the procedures that a task only calls."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.unrolling import From, Step, brought_forward, unrolled
from petr_advisor.procedures.order import all_before

BY_USUAL_TIMES = frozenset({"at_risk", "out_of_reach"})
"""States of a day of the law that depend on usual durations alone."""


def steps(case: Consultation, plan: Roadmap) -> tuple[Task, ...]:
    """Give the tasks of a plan in order, then the acts of the procedures called, each once, on days of their own.

    An act of a procedure called may be done by another procedure that the plan holds, whose tasks so come first.
    """
    return (*plan.tasks, *(step for _, step in called_steps(case, plan)))


def called_steps(case: Consultation, plan: Roadmap) -> Iterator[tuple[Task, Task]]:
    """Give the acts of the procedures that a plan only calls, each once, with the task that stands for them.

    What is recorded of one is told with the task that it is recorded for. What a task of the plan contains is done with
    that task. A body that the plan sets up does nothing there before.
    """
    found = tuple(_steps(case, plan, ()))
    bodies = (*plan.tasks, *(step for _, step in found))
    yield from _steps(case, plan, bodies)


def called_votes(case: Consultation, plan: Roadmap) -> Iterator[tuple[Task, Task]]:
    """Give the votes of the procedures called; none of one that may not be needed, and is a way not taken.

    Where one of several is needed, and another of them is no way of its own, each is told: neither is put before.
    """
    base = case.base
    taken = {option.id for line in case.course.lines for option in line.to_carry_out}
    apart = {name for key, option in base.options.items() if key not in taken for name in option.procedures}
    apart -= {name for key in taken for name in base.options[key].procedures}
    calls = (act_of(case, task.id).calls for task in plan.tasks if task.certain)
    apart -= {name for each in calls if each and not apart.issuperset(each.one_of) for name in each.one_of}
    for task, step in called_steps(case, plan):
        act = base.act_under(step.id, case.followed)
        told = step.called_for or step.id.partition("/")[0] not in apart
        if act.majority and not act.milestone and told:
            yield task, step


def _held(step: Step, brought: tuple[date, date], by: LegalDay) -> tuple[date, date]:
    """Give the days between which an act keeps a day of the law: from the usual one, where all usual ones keep it."""
    first, last = brought
    return (step.soonest.done if by.state == "at_risk" else first, last)


def _decided_after(
    procedure: str, vote: str, whole: Sequence[Step], held: Mapping[str, tuple[date, date]]
) -> Iterator[tuple[str, date, date]]:
    """Give what an authority decides right after a vote, with the days between which it does for that day."""
    for each in whole:
        if vote in each.act.after and each.act.vote is None and each.act.refused is not None and each.name in held:
            yield f"{procedure}/{each.name}", *held[each.name]


def leads_to_end(procedures: Mapping[str, Procedure], task: str, step: str) -> bool:
    """Tell whether a task ends only once an act of a procedure that it calls, near or far, is done.

    It ends with the effect of what it calls; what a procedure has done after that is waited for by nothing.
    """
    own, _, name = task.partition("/")
    calls, (called, _, act) = procedures[own].acts[name].calls, step.partition("/")
    for each in calls.names if calls else ():
        acts, ends = procedures[each].acts, procedures[each].effect_at
        before = {*ends, *all_before(acts, ends)} if ends else acts.keys()
        if each == called:
            return act in before
        if any(leads_to_end(procedures, f"{each}/{inner}", step) for inner in acts if inner in before):
            return True
    return False


def _steps(case: Consultation, plan: Roadmap, bodies: Sequence[Task]) -> Iterator[tuple[Task, Task]]:
    held = {task.id.partition("/")[0] for task in plan.tasks}
    inside = {inner for task in plan.tasks if task.certain for inner in case.base.act(task.id).contains}
    own = _called_for_sure(case, plan)
    same = dict(same_acts(case, plan))
    unrolling = _Unrolling(Situation(case), *_set_up(case, bodies), held, own, inside, same, plan.last, plan.start)
    first = sorted(plan.tasks, key=lambda task: not unrolling.situation.claims(case.base.act(task.id)))
    yield from ((task, step) for task in first for step in unrolling.called(task, by=pressing(task)))


def same_acts(case: Consultation, plan: Roadmap) -> Iterator[tuple[str, Task]]:
    """Give the acts of procedures called that are a task of the plan, with it: one of the procedure that calls them."""
    tasks = [(task, act_of(case, task.id)) for task in plan.tasks if task.certain]
    called = {
        (task.id.partition("/")[0], name) for task, act in tasks for name in (act.calls.names if act.calls else ())
    }
    for task, act in tasks:
        for other in act.same_as if act.calls is None else ():
            if (task.id.partition("/")[0], other.partition("/")[0]) in called:
                yield other, task


def _called_for_sure(case: Consultation, plan: Roadmap) -> set[str]:
    """Give the procedures that tasks of the plan call themselves, and surely: each is theirs, with its days.

    What another procedure called would have done again far later leaves them to the task that waits for nothing else.
    """
    sure = (act_of(case, task.id).calls for task in plan.tasks if task.certain and task.planned is None)
    return {name for calls in sure if calls is not None for name in calls.all}


def pressing(task: Task) -> LegalDay | None:
    """Give the first day of the law that a task, which waits for nothing, may miss by usual durations alone."""
    pressed = (day for day in task.legal if day.state in BY_USUAL_TIMES and not (day.counted or day.wished))
    return min(pressed, key=lambda found: found.day, default=None) if not task.after else None


def _set_up(case: Consultation, found: Sequence[Task]) -> tuple[dict[str, date], dict[str, date]]:
    """Give the day on which each body set up is there, by actor: at the shortest usual durations, at the longest."""
    acts = {task.id: task for task in found if task.certain}
    soonest: dict[str, date] = {}
    latest: dict[str, date] = {}
    for name, actor in case.base.actors.items():
        held = [acts[key] for key in actor.set_up_by if key in acts]
        if held:
            soonest[name] = max(task.soonest for task in held)
            latest[name] = max(task.latest for task in held)
    return soonest, latest


def _set_up_by(done: date, bodies: Mapping[str, date]) -> dict[str, date]:
    """Give the bodies set up by the day on which a task is done; one set up later leaves it to the one there today."""
    return {who: day for who, day in bodies.items() if day <= done}


@dataclass(frozen=True)
class _Unrolling:
    """Unrolls what the tasks of a plan call, each procedure once."""

    situation: Situation
    soonest: Mapping[str, date]
    latest: Mapping[str, date]
    seen: set[str]
    own: set[str]
    """The procedures that tasks of the plan call themselves."""
    inside: set[str]
    """The acts that tasks of the plan contain, and acts that these call."""
    same: dict[str, Task]
    """The acts that tasks of the plan are, or that acts called do, with these: they are done on their day."""
    last: date | None
    """The last day of the body under study, where it is known."""
    start: date
    """The first day of the plan."""

    def called(self, task: Task, *, by: LegalDay | None = None, inner: bool = False) -> Iterator[Task]:
        """Give the acts of the procedures that a task calls, and of those that they call in turn.

        `by` is the day of the law that the task may miss by usual durations alone; `inner` whether the task is itself
        of a procedure called.
        """
        if task.planned is not None:  # its day is settled, with what it consists of
            return
        own, _, key = task.id.partition("/")
        act = self.situation.acts(own)[key]
        calls = act.calls
        sure = task.certain and bool(calls and calls.all)
        for name in calls.names if calls else ():
            if name in self.seen or (inner and name in self.own):
                continue
            self.seen.add(name)
            soonest, latest = _set_up_by(task.soonest, self.soonest), _set_up_by(task.latest, self.latest)
            in_time = brought_forward(self.situation.as_called(act), name, self.start, by.day) if by else {}
            first, last = self._settled(name)
            begun = From(task.ready, soonest, self.last, first), From(task.ready_latest, latest, self.last, last)
            whole = tuple(unrolled(self.situation.as_called(act), name, *begun))
            held = {each.name: _held(each, in_time[each.name], by) for each in whole if by and each.name in in_time}
            for found in whole:
                if f"{name}/{found.name}" in self.inside:
                    continue
                step = replace(
                    task, id=f"{name}/{found.name}", begins=found.latest.ready, ready=found.soonest.ready,
                    ready_latest=found.latest.ready, soonest=found.soonest.done, latest=found.latest.done,
                    certain=sure and found.certain, called_for=sure, milestone=found.act.milestone,
                    brought=held.get(found.name), then=tuple(_decided_after(name, found.name, whole, held)),
                )  # fmt: skip
                if step.certain:
                    self.inside.update(found.act.contains)
                    self.same.update(dict.fromkeys(found.act.contains, step))
                yield step
                yield from self.called(step, inner=True)

    def _settled(self, procedure: str) -> tuple[dict[str, date], dict[str, date]]:
        """Give the acts of a procedure that others of the plan are or do, with their days: at the shortest, longest."""
        own = {act.partition("/")[2]: task for act, task in self.same.items() if act.partition("/")[0] == procedure}
        return {name: task.soonest for name, task in own.items()}, {name: task.latest for name, task in own.items()}
