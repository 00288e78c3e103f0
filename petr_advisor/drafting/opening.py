"""The day of what comes before an act of the plan, once what that act waits for is done, or after another act."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.requirements import truth
from petr_advisor.drafting.wanted import Wanted
from petr_advisor.knowledge.templates import ActTemplate
from petr_advisor.planning.convening import meeting_notice
from petr_advisor.planning.model import Task
from petr_advisor.planning.network import DAY
from petr_advisor.planning.spans import Lasting
from petr_advisor.procedures.working_days import to_session_day


def opened_on(case: Consultation, wanted: Wanted, template: ActTemplate) -> date:
    """Give the next day; that of its meeting, which is called then; for what follows a meeting, the day after it.

    A notice leaves, and its meeting is counted, from a day on which letters do.
    """
    day, act = wanted.task.ready_from + DAY, wanted.act
    templates = case.base.templates.values()
    body = next((each.convened for each in templates if act in each.opens and each.convened is not None), None)
    if body is None:
        return day
    where = case.base.holidays, case.departements
    leaves = to_session_day(day, *where)
    if act not in template.opens:
        return leaves
    notice = meeting_notice(case.base, body, leaves, lambda when: when is None or truth(case, when))
    held = to_session_day(Lasting(notice).end(leaves), *where) if notice is not None else leaves
    return held if template.convened else held + DAY


def after(case: Consultation, followed: Task, template: ActTemplate) -> date:
    """Give the first day of what follows an act; that of its meeting, where a body is called once the act is taken."""
    day, body, where = followed.held_from + DAY, template.convened, (case.base.holidays, case.departements)
    notice = meeting_notice(case.base, body, day, lambda when: when is None or truth(case, when)) if body else None
    return day if notice is None else to_session_day(Lasting(notice).end(to_session_day(day, *where)), *where)
