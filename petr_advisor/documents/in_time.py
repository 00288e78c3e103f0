"""The days between which a vote keeps a day of the law that usual durations miss, said alike wherever it is told."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.model import Task
from petr_advisor.planning.steps import leads_to_end, missed
from petr_advisor.words.voice import Voice


def in_time(case: Consultation, task: Task, step: Task, voice: Voice) -> str | None:
    """Say them, of a vote of a procedure that a task calls; nothing where usual durations begin soon enough."""
    due, days = missed(task), step.brought
    if due is None or days is None or days[1] >= step.soonest:
        return None
    if not leads_to_end(case.base.procedures, task.id, step.id):
        return None
    silent = case.base.act_under(step.id, case.followed).silence == "favourable"
    phrase = "between-brought-express" if silent else "between-brought"
    usual = {"soonest": step.soonest, "latest": step.latest}
    return voice.phrase(phrase, first=days[0], last=days[1], due=due, **usual)
