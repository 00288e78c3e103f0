"""What a plan supposes: everything in it that neither the law nor the answers say."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.reminding import reminders
from petr_advisor.planning.building import Built
from petr_advisor.planning.foreseen import told_of
from petr_advisor.planning.lines import DUE, Line
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def assumptions(case: Consultation, plan: Roadmap, found: tuple[Line, ...], built: Built) -> Iterator[Text]:
    """Give what a plan supposes, sentence by sentence."""
    for line in found:
        if line.option is None:
            continue
        title, status = line.option.option.title, line.option.status
        if line.tied:
            yield told("plan.tied", title=title)
        if status == "conditional":
            yield told("plan.conditional", title=title)
        elif status != "open":
            yield told("plan.lacking", title=title, status=told(f"status.{status}"))
    yield told("plan.speeds")
    yield from _about_tasks(plan)
    if built.schedule.pressed and any(task.origin != "law" for task in plan.tasks):
        yield told("plan.habits-give-way")
    if plan.effect is not None:
        effect = plan.task(plan.effect).effect
        key = "plan.effect" if effect is None else "plan.effect-fixed"
        yield told(key, number=plan.number(plan.effect), effect=effect)
    yield from told_of(case, plan.foreseen)
    for text in reminders(case.course.lines):
        yield told("plan.outside", text=text)
    yield told("plan.months")


def _about_tasks(plan: Roadmap) -> Iterator[Text]:
    better_before = {before for task in plan.tasks for before in task.better_after}
    for task in plan.tasks:
        if task.better_after:
            before = [str(plan.number(each)) for each in task.better_after]
            yield told("plan.better-after", number=plan.number(task.id), tasks=before)
    if aside := _numbers(plan, [task for task in plan.tasks if not task.certain]):
        yield told("plan.beside", tasks=aside)
    beside = [task for task in plan.tasks if task.certain and task.beside and task.id not in better_before]
    if advice := _numbers(plan, [task for task in beside if not _is_due(task)]):
        yield told("plan.advice-beside", tasks=advice)
    if owed := _numbers(plan, [task for task in beside if _is_due(task)]):
        yield told("plan.due-beside", tasks=owed)
    if supposed := _numbers(plan, [task for task in plan.tasks if task.supposed]):
        yield told("plan.to-do", tasks=supposed)
    if called := _numbers(plan, [task for task in plan.tasks if task.calls]):
        yield told("plan.called", tasks=called)


def _is_due(task: Task) -> bool:
    return task.group.partition("/")[0] == DUE


def _numbers(plan: Roadmap, tasks: list[Task]) -> list[str]:
    return [str(plan.number(task.id)) for task in tasks]
