"""The days of the law that a plan does not reach, and that nothing told first of the answers and the votes tells."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.late_days import not_kept
from petr_advisor.documents.building.leading import named
from petr_advisor.documents.building.shortened import state_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteVote
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.words.typography import capital

MOST = 2
"""How many acts that miss one are told: the answers, further on, and the dates have them all."""
ROWS = 3
"""How many votes a first page surely has room for: what the row of another tells stands on the next one."""


def missed_first(desk: Desk, report: Report, leads: str | None, votes: Sequence[NoteVote]) -> tuple[str, ...]:
    """Say them, of an act its first day: whoever reads the beginning alone would take a later one for that to keep."""
    plan = report.roadmap
    if plan is None:
        return ()
    beside = {(task.number, legal.day) for task, legal, _ in not_kept(desk, report, leads)} if leads else set()
    found = sorted(
        (legal.day, task.number, desk.phrase("note.unmet-first", act=capital(named(desk, task)), day=legal.day,
                                             state=state_of(legal)))
        for task in plan.tasks
        for legal in task.legal
        if legal.state == "out_of_reach" and not legal.counted and not legal.wished and not legal.today
        and task.certain and not task.milestone
        and (task.number, legal.day) not in beside and legal.day not in _told(plan, task, votes)
    )  # fmt: skip
    of_each = {number: said for _, number, said in reversed(found)}
    return tuple(dict.fromkeys(of_each[number] for _, number, _ in found))[:MOST]


def _told(plan: Roadmap, task: RoadmapTask, votes: Sequence[NoteVote]) -> Iterator[date]:
    """Give the days of the law that the votes on a first page tell of a task, or of what it waits for."""
    near = [vote for vote in votes if vote.first][:ROWS]
    own = {vote.task for vote in near}
    for each in plan.tasks:
        if each.number in own and (each.number == task.number or each.number in task.after):
            yield from (found[2] for found in (each.in_time, each.once_kept) if found is not None)
    yield from (vote.due for vote in near if vote.task == task.number and vote.due is not None)
