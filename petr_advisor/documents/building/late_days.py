"""The legal days that a plan does not keep, told beside the answers that they bear on, with what passing them does."""

from collections.abc import Iterator

from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.feared import feared_of
from petr_advisor.documents.building.leading import named
from petr_advisor.documents.building.note_dates import hanging, owed_by
from petr_advisor.documents.building.shortened import state_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_breaches import TodayPart
from petr_advisor.documents.model_roadmap import LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.planning.lines import DUE
from petr_advisor.planning.model import KEPT, LATE


def late(desk: Desk, report: Report, question: str) -> tuple[str, ...]:
    """Say which legal days of the answer to a question are not kept by what it plans, each once.

    Of what is owed whatever is answered, those whose passing has a consequence for what the question is about: a day
    that is only at risk is told as well. What is for today is told first, apart.
    """
    told: dict[str, None] = {}
    seen: set[tuple[str, str]] = set()
    for task, legal, feared in not_kept(desk, report, question):
        owed = owed_by(desk, task, legal) if (task.id, legal.state) in seen else None
        told[_as_well(desk, legal, owed) if owed else _late(desk, task, legal, feared)] = None
        seen.add((task.id, legal.state))
    return tuple(told)


def _as_well(desk: Desk, legal: LegalDayPart, owed: str) -> str:
    """Say of an act that misses one day already which other one it misses, and what is owed by it."""
    return desk.phrase("note.late-as-well", day=legal.day, state=state_of(legal), owed=owed)


def late_in_short(desk: Desk, report: Report, question: str) -> tuple[str, ...]:
    """Say the same in a few words: the day, and how far it is kept."""
    found = (legal for _, legal, _ in not_kept(desk, report, question))
    return tuple(dict.fromkeys(desk.phrase("slides.late-day", day=legal.day, state=state_of(legal)) for legal in found))


def not_kept(
    desk: Desk, report: Report, question: str
) -> Iterator[tuple[RoadmapTask, LegalDayPart, DutyOutcome | None]]:
    """Give the legal days of the answer to a question that what is planned does not keep, each with its act."""
    plan = report.roadmap
    if plan is None:
        return
    ways = {group.number for group in plan.groups if group.id.partition("/")[0] == question}
    due = {group.number for group in plan.groups if group.id.partition("/")[0] == DUE}
    yield from (
        (task, legal, feared)
        for task in plan.tasks
        for legal in task.legal
        if not legal.today
        for feared in [feared_of(desk, task, legal, question)]
        if (task.group in ways and legal.state not in KEPT) or (task.group in due and feared and legal.state in LATE)
    )


def today_parts(desk: Desk, plan: Roadmap | None) -> tuple[TodayPart, ...]:
    """Give each legal day that only what is done today still keeps, with what passing it does."""
    return tuple(
        TodayPart(
            task=task.id,
            title=desk.phrase("note.today", act=hanging(desk, task, named(desk, task)), day=legal.day),
            does=" ".join((desk.phrase("note.today-does"), *passing)),
            citations=task.citations,
        )
        for task in (plan.tasks if plan else ())
        for legal in task.legal
        if legal.today
        for feared in [feared_of(desk, task, legal)]
        for passing in [_passing(desk, feared) if feared else ()]
    )


def _late(desk: Desk, task: RoadmapTask, legal: LegalDayPart, feared: DutyOutcome | None) -> str:
    words: dict[str, object] = {
        "act": hanging(desk, task, named(desk, task)),
        "day": legal.day,
        "state": state_of(legal),
    }
    key = "note.late-counted" if legal.counted and legal.state == "out_of_reach" else "note.late"
    if legal.wished:
        key, words["soonest"] = (
            "note.late-wished-after" if task.soonest > legal.day else "note.late-wished",
            task.soonest,
        )
    if legal.otherwise_said is not None:
        key = "note.late-read-too" if legal.missed_otherwise else "note.late-read"
        words["later"] = legal.otherwise_said
    said = desk.phrase(key, **words)
    return " ".join((said, *_passing(desk, feared))) if feared else said


def _passing(desk: Desk, feared: DutyOutcome) -> Iterator[str]:
    """Say what passing a day does; where that is disputed, on which point and whom to ask."""
    if feared.rule.consequence is not None:
        yield desk.sentence(feared.rule.consequence)
    norms = desk.base.norms
    points = dict.fromkeys(point for norm in feared.rule.norms for point in norms[norm].disputed)
    for point in (desk.base.disputed[key] for key in points):
        question, ask = desk.quoted(point.question), desk.labelled(desk.phrase("whom-to-ask"), point.ask)
        yield desk.phrase("note.late-disputed", point=question, ask=ask)
