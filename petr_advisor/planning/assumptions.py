"""What a plan supposes: everything in it that neither the law nor the answers say."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.planning.drafts import DIAGNOSIS, Drafts
from petr_advisor.planning.key_dates import elections
from petr_advisor.planning.model import KeyDate, Roadmap, Task
from petr_advisor.planning.twelve_months import TWELVE_MONTHS_END
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

TERM = 6
"""The years for which municipal councils are elected."""


def assumptions(
    plan: Roadmap,
    consultation: Consultation,
    drafts: Drafts,
    shortened: tuple[str, ...],
    planning_days: int,
    *,
    named: bool,
) -> Iterator[Text]:
    """Give what a plan supposes, sentence by sentence; `shortened` are tasks counted at the shorter of two times."""
    question = next(found for found in consultation.outcomes if found.id == plan.question)
    outcome = question.option(plan.option)
    assert outcome is not None  # noqa: S101 - it is the one planned
    yield from _about_the_option(consultation, question, outcome, drafts, named=named)
    yield from _about_legal_days(plan.tasks, plan.start, drafts)
    yield from _about_the_order(plan.tasks, shortened)
    yield from _about_delays(plan.tasks, planning_days, drafts)
    yield from _about_twelve_months(plan.key_dates)
    yield from _about_dates(consultation, plan.key_dates, plan.start)


def _about_the_option(
    consultation: Consultation, question: QuestionOutcome, outcome: OptionOutcome, drafts: Drafts, *, named: bool
) -> Iterator[Text]:
    if not named and question.id not in consultation.state.chosen:
        ties = [route for route in question.routes if route.rank == outcome.rank and route.id != outcome.id]
        if ties:
            yield told("plan.tied", titles=[route.option.title for route in ties])
        else:
            yield told("plan.supposed")
    if drafts.cures:
        yield told("plan.conditional")
    elif outcome.status != "open":
        yield told("plan.lacking", status=told(f"status.{outcome.status}"))
    if drafts.done:
        yield told("plan.delay-runs")
    for title in drafts.also:
        yield told("plan.also", title=title)


def _about_legal_days(tasks: tuple[Task, ...], start: date, drafts: Drafts) -> Iterator[Text]:
    """Say which days fixed by law can no longer be kept, and what was left out to keep them."""
    if drafts.unprepared:
        yield told(f"plan.unprepared.{drafts.unprepared}")
    for number, task in enumerate(tasks, 1):
        margin = task.margin
        if task.due is None or task.due.origin != "law" or margin is None or margin >= 0:
            continue
        if task.due.day < start:
            yield told("plan.day-past", day=task.due.day, number=number)
        else:
            yield told("plan.day-missed", day=task.due.day, number=number, n=-margin)


def _about_the_order(tasks: tuple[Task, ...], shortened: tuple[str, ...]) -> Iterator[Text]:
    """Say what was put beside the chain, what is supposed still to be done, and what was counted at its shortest."""
    aside = [str(n) for n, task in enumerate(tasks, 1) if task.aside]
    if aside:
        yield told("plan.beside", tasks=aside)
    supposed = [str(n) for n, task in enumerate(tasks, 1) if task.supposed]
    if supposed:
        yield told("plan.to-do", tasks=supposed)
    short = [str(n) for n, task in enumerate(tasks, 1) if task.id in shortened]
    if short:
        yield told("plan.shortest", tasks=short)
    prepared = [str(n) for n, task in enumerate(tasks, 1) if set(task.norms) & set(DIAGNOSIS)]
    if prepared and len(prepared) < len(tasks):
        yield told("plan.preparation", tasks=prepared)


def _about_delays(tasks: tuple[Task, ...], planning_days: int, drafts: Drafts) -> Iterator[Text]:
    assumed = [(str(n), task.duration.days) for n, task in enumerate(tasks, 1) if task.duration.origin == "assumption"]
    unknown = [number for number, days in assumed if days == planning_days]
    shortened = [number for number, days in assumed if days != planning_days]
    if shortened:
        yield told("plan.cut", tasks=shortened)
    if unknown:
        yield told("plan.unknown", days=planning_days, tasks=unknown)
    ranges = [str(n) for n, task in enumerate(tasks, 1) if task.duration.shortest]
    if ranges:
        yield told("plan.range", tasks=ranges)
    yield told("plan.in-turn")
    yield told("plan.months")
    if drafts.effect:
        number = next(n for n, task in enumerate(tasks, 1) if task.id == drafts.effect)
        yield told("plan.effect", number=number)


def _about_twelve_months(dates: tuple[KeyDate, ...]) -> Iterator[Text]:
    """Say that the twelve months of the project are not kept, rather than leave it to a negative slack."""
    for each in dates:
        if each.id == TWELVE_MONTHS_END and each.slack is not None and each.slack < 0:
            yield told("plan.twelve-months", day=each.day)


def _about_dates(consultation: Consultation, dates: tuple[KeyDate, ...], start: date) -> Iterator[Text]:
    known = [*elections(consultation.base)]
    if not known or any(each.id.startswith("elections-") for each in dates):
        return
    if to_come := [each for each in known if each >= start]:
        year = to_come[0].year
        yield told("plan.elections", year=str(year))
    else:
        year = known[-1].year
        yield told("plan.elections-unknown", next=str(year + TERM), year=str(year))
