"""A roadmap: the tasks of an option in time, in three phases, with what each rests on and what was assumed.

>>> plan = roadmap(consultation, date(2026, 11, 24))
>>> plan.finish, [task.id for task in plan.critical_path]
"""

from dataclasses import replace
from datetime import date

from petr_advisor.consulting.consultation import LATEST, Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.clash_words import clash_text
from petr_advisor.planning.assumptions import assumptions
from petr_advisor.planning.choice import options_after, planned_option, precedence
from petr_advisor.planning.drafts import Drafting
from petr_advisor.planning.key_dates import key_dates
from petr_advisor.planning.model import PHASES, Delay, DueDate, KeyDate, Phase, Roadmap, Task
from petr_advisor.planning.outlining import Outlining
from petr_advisor.planning.twelve_months import timed
from petr_advisor.words.speech import told

__all__ = [
    "PHASES",
    "PLANNING_DAYS",
    "Delay",
    "DueDate",
    "KeyDate",
    "Phase",
    "Roadmap",
    "Task",
    "precedence",
    "roadmap",
]

PLANNING_DAYS = 15
"""What stands in for a delay that nobody wrote; each use of it is marked as an assumption."""
EARLIEST_START = date(2014, 1, 29)


def roadmap(
    consultation: Consultation, start: date, option: str | None = None, *, planning_days: int = PLANNING_DAYS
) -> Roadmap:
    """Plan from a day on the option named, else the one chosen, else the best; PetrAdvisorError if there is none."""
    if not EARLIEST_START <= start <= LATEST:
        raise PetrAdvisorError.of("plan.start-outside", start=start, low=EARLIEST_START, high=LATEST)
    if planning_days < 1:
        raise PetrAdvisorError(f"planning_days is {planning_days}: a task takes one day at least")
    _refuse_clashes(consultation)
    question, outcome = planned_option(consultation, option)
    others = list(options_after(consultation, question.id, outcome.id))
    outlining = Outlining(consultation, Delay(0, planning_days, "assumption"))
    drafts = Drafting(outlining, start).of(outcome, others)
    tasks, shortened = timed(drafts.outlines, start, drafts.effect)
    dates = key_dates(consultation, outcome.id, tasks, drafts.effect)
    plan = Roadmap(
        question=question.id,
        option=outcome.id,
        title=outcome.option.title,
        start=start,
        tasks=tasks,
        effect=drafts.effect,
        key_dates=dates,
        done=drafts.done,
        assumptions=(),
        later=tuple((o.option.answers, o.id) for o in others if o.option.answers in consultation.key_questions),
    )
    supposed = assumptions(plan, consultation, drafts, shortened, planning_days, named=option is not None)
    return replace(plan, assumptions=tuple(supposed))


def _refuse_clashes(consultation: Consultation) -> None:
    """Refuse to plan on answers that exclude each other."""
    if consultation.clashes:
        held_back = told("clash.held-back")
        clashes = [clash_text(consultation, clash) for clash in consultation.clashes]
        raise PetrAdvisorError(
            f"{held_back.en} {' '.join(text.en for text in clashes)}",
            fr=f"{held_back.fr} {' '.join(text.fr for text in clashes)}",
        )
