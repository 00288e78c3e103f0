"""The days to come that a case gives acts: what a plan makes of each."""

from collections.abc import Iterable, Iterator, Sequence

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.planning.building import Built
from petr_advisor.planning.model import Foreseen, ForeseenState, Task
from petr_advisor.planning.voters import named
from petr_advisor.procedures.record import Done
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def foreseen(case: Consultation, built: Built, tasks: Sequence[Task]) -> tuple[Foreseen, ...]:
    """Give the acts recorded with a day to come, votes of members included, in order of time."""
    return tuple(_sorted(found for done in case.recordings.acts for found in _of(case, done, built, tasks)))


def _sorted(found: Iterable[Foreseen]) -> list[Foreseen]:
    return sorted(found, key=lambda each: (each.day, each.act, each.member or ""))


def told_of(case: Consultation, found: Iterable[Foreseen]) -> Iterator[Text]:
    """Say of each what the plan makes of it."""
    for each in found:
        act = case.base.act(each.act)
        said = told("running.act", who=who_acts(case, act.who), does=act.does)
        member = named(case, act, each.member) if each.member else ""
        days = {"day": each.day, "soonest": each.soonest, "latest": each.latest}
        text = told(f"plan.foreseen-{each.state}", act=said, member=member, **days)
        yield told("plan.foreseen-effect", said=text, effect=each.effect) if each.effect else text


def unplanned(case: Consultation) -> tuple[Foreseen, ...]:
    """Give them where there is nothing to plan."""
    return tuple(_sorted(found for done in case.recordings.acts for found in _of(case, done, None, ())))


def _of(case: Consultation, done: Done, built: Built | None, tasks: Sequence[Task]) -> Iterator[Foreseen]:
    if done.on is None or done.on <= case.as_of:
        return
    if done.member is not None:
        yield Foreseen(done.key, done.on, "vote", member=done.member)
        return
    named = {task.id: task for task in tasks}
    own = (done.key, *setting_of(case).also(done, case.as_of))
    told_as = (named.get(built.told(key) if built else key) for key in own)
    task = next(filter(None, told_as), None) or next(_calling(case, done.procedure, tasks), None)
    effect = done.effect if done.effect is not None and done.effect > done.on else None
    if task is None:
        state: ForeseenState = "excluded" if _is_excluded(case, done, built) else "aside"
        yield Foreseen(done.key, done.on, state, effect=effect)
    elif task.soonest > done.on:
        yield Foreseen(done.key, done.on, "late", task.soonest, task.latest, effect=effect)
    else:
        state = "kept" if task.latest <= done.on else "at_risk"
        yield Foreseen(done.key, done.on, state, task.soonest, task.latest, effect=effect)


def _is_excluded(case: Consultation, done: Done, built: Built | None) -> bool:
    """Tell whether an act is of a procedure of the plan, in a way that the answers exclude."""
    when = case.base.act(done.key).when
    here = built is not None and done.procedure in built.situations
    return here and when is not None and setting_of(case).holds(when, case.as_of) is False


def _calling(case: Consultation, procedure: str, tasks: Sequence[Task]) -> Iterator[Task]:
    """Give the tasks that consist of a procedure."""
    for task in tasks:
        calls = act_of(case, task.id).calls
        if calls is not None and procedure in calls.names:
            yield task
