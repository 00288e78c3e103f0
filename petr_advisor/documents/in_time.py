"""The days between which a vote keeps a day of the law that usual durations may miss, said alike wherever told."""

from collections.abc import Iterator

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.model import Task
from petr_advisor.planning.steps import leads_to_end, pressing
from petr_advisor.words.typography import capital, full_stop
from petr_advisor.words.voice import Voice

BROUGHT = ("between-brought", "between-brought-express")
"""How days brought forward are said, where silence is no agreement and where it is."""


def in_time(case: Consultation, task: Task, step: Task, voice: Voice) -> str | None:
    """Say them, of a vote of a procedure that a task calls; nothing where usual durations keep that day.

    What an authority decides next is to come by that day as well.
    """
    by, days = pressing(task), step.brought
    if by is None or days is None or days[1] >= step.latest:
        return None
    if not leads_to_end(case.base.procedures, task.id, step.id):
        return None
    silent = case.base.act_under(step.id, case.followed).silence == "favourable"
    phrase = ("between-last", "between-last-express") if days[1] >= step.soonest else BROUGHT
    usual = {"soonest": step.soonest, "latest": step.latest}
    said = voice.phrase(phrase[silent], first=days[0], last=days[1], due=by.day, **usual)
    then = tuple(_then(case, step, voice))
    return " ".join((full_stop(said), *then)) if then else said


def _then(case: Consultation, step: Task, voice: Voice) -> Iterator[str]:
    for key, first, last in step.then:
        act = case.base.act_under(key, case.followed)
        done = voice.phrase("running.act", who=who_acts(case, act.who), does=act.does)
        yield capital(voice.phrase("between-then", act=done, first=first, last=last))
