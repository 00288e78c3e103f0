"""Dates that a plan has to reckon with, all taken from the rule base: 1 January, elections, calls, fixed days."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.delays import read_day, read_due
from petr_advisor.planning.model import KeyDate, Task
from petr_advisor.planning.twelve_months import key_date
from petr_advisor.words.speech import told

FIRST_OF_JANUARY = "calendar.first-of-january"
"""The advice that makes 1 January a date to aim at."""
OF_TASK = "due/"
"""Begins the identifier of a day that the law fixes for a task of the plan."""


def key_dates(
    consultation: Consultation, option: str, tasks: Sequence[Task], effect: str | None
) -> tuple[KeyDate, ...]:
    """Give the dates to reckon with from the first day of the plan on, in order of time."""
    start = min((task.start for task in tasks), default=consultation.as_of)
    horizon = max((task.finish for task in tasks), default=start) + timedelta(days=366)
    born = next((task for task in tasks if task.id == effect), None)
    january = tuple(_first_of_january(consultation, option, born))
    found = [
        *january,
        *_seasonal(consultation, option, tasks, january[0].day if january else None, start),
        *_of_tasks(tasks, start),
        *filter(None, [key_date(tasks, effect)]),
        *_fixed(consultation, option, tasks, start),
        *(each for each in _elections(consultation, born, start) if each.day <= horizon),
        *_calls(consultation, start),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def _first_of_january(consultation: Consultation, option: str, born: Task | None) -> Iterable[KeyDate]:
    """Give the first 1 January that the act can precede, where the rule base advises that day."""
    duty = next((found for found in consultation.duties if found.id == FIRST_OF_JANUARY), None)
    if duty is None or born is None or option not in duty.rule.options:
        return
    target = date(born.finish.year + 1, 1, 1)
    title = told("date.effect", day=target)
    yield KeyDate(duty.id, title, target, "advice", duty.rule.norms, born.id, (target - born.finish).days)


def _seasonal(
    consultation: Consultation, option: str, tasks: Sequence[Task], january: date | None, start: date
) -> Iterable[KeyDate]:
    """Give the days of the year: on the way to 1 January those of the year before it, else the next ones."""
    for found in consultation.duties:
        rule, deadline = found.rule, found.rule.deadline
        if deadline is None or rule.to is None or (rule.options and option not in rule.options):
            continue
        on_the_way = option in rule.options and january is not None
        read = read_day(deadline.text, date(january.year - 1, 1, 1) if on_the_way and january else start)
        if read is None or not read.seasonal or read.day < start:
            continue
        who = consultation.base.actors[rule.who].label if rule.who else None
        votes = [task for task in tasks if task.who == who and task.majority] if rule.options else []
        task = votes[-1] if votes else None
        slack = (read.day - task.finish).days if task else None
        origin = read_due(deadline, read.day)
        law = origin is not None and origin.origin == "law"
        compared = task.id if task else None
        yield KeyDate(found.id, rule.to, read.day, "law" if law else "advice", rule.norms, compared, slack, read.yearly)


def _of_tasks(tasks: Sequence[Task], start: date) -> Iterable[KeyDate]:
    """Give the days that the law fixes for tasks of the plan, with what the plan leaves before them."""
    for task in tasks:
        if task.due is not None and task.due.origin == "law" and task.due.day >= start:
            title = told("mark.labelled", label=task.who, value=task.does)
            yield KeyDate(f"{OF_TASK}{task.id}", title, task.due.day, "law", task.norms, task.id, task.margin)


def _fixed(consultation: Consultation, option: str, tasks: Sequence[Task], start: date) -> Iterable[KeyDate]:
    """Give the fixed days of duties that are no task of the plan."""
    for found in consultation.duties:
        rule = found.rule
        due = read_due(rule.deadline, found.deadline)
        bears = not rule.options or option in rule.options
        if due is None or due.day < start or not bears or rule.to is None:
            continue
        if any(task.due == due and set(rule.norms) & set(task.norms) for task in tasks):
            continue
        key = found.id if found.of is None else f"{found.id}@{found.of}"
        yield KeyDate(key, rule.to, due.day, "law" if due.origin == "law" else "advice", rule.norms)


def _elections(consultation: Consultation, born: Task | None, start: date) -> Iterable[KeyDate]:
    """Give the municipal elections that a norm dates, as those after which a project is revised."""
    for first, key in elections(consultation.base).items():
        if first >= start:
            slack = (first - born.finish).days if born else None
            title = told("date.elections")
            yield KeyDate(f"elections-{first}", title, first, "calendar", (key,), born.id if born else None, slack)


def elections(base: KnowledgeBase) -> dict[date, str]:
    """Give the first ballot of each municipal election that a norm dates, in order of time, with that norm."""
    return dict(sorted((norm.days["election"], key) for key, norm in base.norms.items() if "election" in norm.days))


def _calls(consultation: Consultation, start: date) -> Iterable[KeyDate]:
    """Give the closing days of calls that norms of the case date."""
    cited = dict.fromkeys(norm for duty in consultation.duties for norm in duty.rule.norms)
    for outcome in consultation.outcomes:
        cited |= dict.fromkeys(norm for option in outcome.routes for norm in option.option.norms)
    for key in cited:
        norm = consultation.base.norms[key]
        last = norm.days.get("call_closes")
        if last is not None and last >= start:
            yield KeyDate(f"call-{key}", norm.statement, last, "calendar", (key,))
