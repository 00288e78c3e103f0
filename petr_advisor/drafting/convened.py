"""What goes with the notice of a meeting, and the last day to send one for a meeting whose day the case gives."""

from collections.abc import Iterator

from petr_advisor.drafting.filling import Filling
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.lengths import Length
from petr_advisor.knowledge.templates import TemplateKind
from petr_advisor.planning.model import Task
from petr_advisor.procedures.counting import last_day_before
from petr_advisor.procedures.working_days import to_session_day
from petr_advisor.territory.measures import MEASURED

ENCLOSED: frozenset[TemplateKind] = frozenset({"document", "statutes"})
"""The sorts of papers that are enclosed with a notice."""


def is_enclosed(filling: Filling, task: Task, kind: TemplateKind) -> bool:
    """Tell whether a draft is a paper of a vote, and bears its day: that of its act, or of one that waits for it."""
    procedure, _, name = task.id.partition("/")
    acts = filling.case.base.procedures[procedure].acts
    waiting = {f"{procedure}/{key}": act for key, act in acts.items() if key == name or name in act.after}
    held = (step for step in filling.steps if step.id == task.id or step.held_from == filling.day)
    return kind in ENCLOSED and any(step.id in waiting and waiting[step.id].vote is not None for step in held)


def last_notices(filling: Filling, task: Task) -> Iterator[str]:
    """Say by when the meetings of an act have to be called: of each member, or of the one body that takes it."""
    notice, case, voice = filling.voting.notice, filling.case, filling.voice
    if notice is None or filling.opening:
        return
    sessions = filling.records.sessions((filling.member,) if filling.member is not None else filling.members)
    alone = filling.member is not None or not sessions
    if not sessions and task.planned is not None and filling.voting.act.vote is not None:
        sessions = {"": task.planned}
    length = Length(n=notice.n, unit=notice.unit, rounding="down" if notice.in_months else None)
    where = case.base.holidays, case.departements
    last = {of: to_session_day(last_day_before(day, length), *where, back=True) for of, day in sessions.items()}
    named = [day if alone else voice.phrase("draft.member-day", name=entity_name(case, MEASURED, of), day=day)
             for of, day in last.items()]  # fmt: skip
    if named:
        yield voice.phrase("draft.last-notice", span=filling.voting.in_words(notice), last=named)
