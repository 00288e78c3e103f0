"""Build a report from a consultation: everything a document says, in one language."""

from datetime import date
from typing import Any, NamedTuple

from petr_advisor.consulting.clashes import Clash
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import in_order
from petr_advisor.consulting.ending import after_the_end
from petr_advisor.documents.building.ballots import ballot_parts
from petr_advisor.documents.building.breaking import breach_parts, term_parts
from petr_advisor.documents.building.council import governance
from petr_advisor.documents.building.covering import cover_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import map_part
from petr_advisor.documents.building.inheriting import as_planned
from petr_advisor.documents.building.late_days import today_parts
from petr_advisor.documents.building.matters import (
    disputed_parts,
    duty_parts,
    otherwise_parts,
    settle_parts,
)
from petr_advisor.documents.building.money import funding
from petr_advisor.documents.building.note import note_part
from petr_advisor.documents.building.numbered import as_numbered
from petr_advisor.documents.building.perimeters import perimeters
from petr_advisor.documents.building.planned import first_tasks, planned
from petr_advisor.documents.building.pressing import overdue
from petr_advisor.documents.building.questions import question_part
from petr_advisor.documents.building.running import running_parts, slip_parts
from petr_advisor.documents.building.sources import answer_parts, norm_parts, source_parts
from petr_advisor.documents.building.unsettled import provisional
from petr_advisor.documents.leads import NOTHING_YET
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.model_matters import ConflictPart
from petr_advisor.documents.model_options import QuestionPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import ANNEXES, Annex, Size
from petr_advisor.explaining.clash_words import answers_of
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.texts import Language, Text


class Extent(NamedTuple):
    """How much a report holds."""

    size: Size = "file"
    """How much of it a document tells."""
    without: frozenset[Annex] = frozenset()
    """The annexes that a document leaves out."""
    annexes: bool = True
    """Whether it holds the proofs, and lists the texts and the norms."""
    ways: frozenset[str] | None = None
    """The options on whose way duties and disputed points are told; those retained when none is named."""
    pictures: bool = True
    """Whether it holds the pictures, of which plain text shows nothing."""
    beyond: bool = True
    """Whether it holds more than the clashes and the answers to the key questions: duties, plan, what is to settle."""


WHOLE = Extent()
BINDING: frozenset[DutyKind] = frozenset({"obligation", "prohibition"})
"""Duties that bind a body until it ends."""


def extent_of(size: Size, without: frozenset[Annex] = frozenset()) -> Extent:
    """Give how much a report of some size holds: only a whole file has annexes."""
    return Extent(size=size, without=without, annexes=size == "file")


def build(
    consultation: Consultation,
    language: Language,
    settings: Adviser,
    made_on: date,
    *,
    territory: str | None = None,
    subtitle: str | None = None,
    wanted: PlanSettings = BEST_NOW,
    extent: Extent = WHOLE,
) -> Report:
    """Build the report of a consultation; the same consultation, language, settings and day give the same report.

    The roadmap starts on the date of law unless another day is given; it plans the course, the option named being
    chosen if there is one, which PetrAdvisorError refuses where the case does not weigh it.
    """
    desk = Desk(language, consultation=consultation, wanted=wanted)
    proved = extent.annexes and "proof" not in extent.without
    # Under a clash the options are held back; only a list of norms has those that they cite.
    in_options = extent.annexes or not consultation.clashes
    questions = tuple(question_part(desk, key, proved=proved, in_options=in_options) for key in in_order(consultation))
    conflicts = tuple(_conflict(desk, clash) for clash in consultation.clashes)
    asked = tuple(question.text for question in questions)
    cover = cover_of(desk, settings, made_on, asked, territory=territory, subtitle=subtitle)
    beyond = _beyond(desk, cover, questions, extent) if extent.beyond else _nothing_beyond(desk, questions)
    report = Report(
        size=extent.size,
        without=tuple(annex for annex in ANNEXES if annex in extent.without),
        language=language,
        cover=cover,
        conflicts=conflicts,
        running=running_parts(desk),
        slips=slip_parts(desk),
        today=today_parts(desk, beyond["roadmap"]),
        breaches=breach_parts(desk, beyond["roadmap"]),
        terms=term_parts(desk),
        provisional=None if conflicts else provisional(desk),
        questions=questions,
        **beyond,
    )
    report = _held_back(report) if conflicts else _begun_as_planned(desk, report)
    if any(question.verdict not in NOTHING_YET for question in questions):
        late = {"overdue": overdue(desk, report), "overdue_aside": overdue(desk, report, aside=True)}
        report = report.model_copy(update=late)
    noted = extent.size != "file" or (extent.beyond and extent.pictures)  # slides are made of the note at any size
    return report.model_copy(update={"note": note_part(desk, report)}) if noted else report


def _beyond(desk: Desk, cover: Cover, questions: tuple[QuestionPart, ...], extent: Extent) -> dict[str, Any]:
    """Give what a report holds beyond clashes and answers, by field; norms stand in the order of their citation."""
    consultation = desk.consultation
    retained = frozenset(key for question in questions for key in question.retained)
    ways = retained if extent.ways is None else extent.ways
    duties = duty_parts(desk, consultation.duties, ways)
    accent = cover.adviser.accent
    drawn = accent if extent.pictures else None
    plan = None if desk.consultation.clashes else planned(desk, drawn, cover.made_on)
    if isinstance(plan, Roadmap):
        duties = tuple(as_planned(desk, plan, duties))
    if after_the_end(consultation) is not None:  # advice to a body that goes on is none to one that the course ends
        duties = tuple(duty for duty in duties if duty.options or duty.kind in BINDING)
    return {
        "duties": tuple(duty for duty in duties if duty.kind != "warning"),
        "risks": tuple(duty for duty in duties if duty.kind == "warning"),
        "duties_otherwise": otherwise_parts(desk, ways),
        "governance": governance(desk),
        "map": map_part(desk, accent) if extent.pictures else None,
        "perimeters": perimeters(desk, accent),
        "funding": funding(desk, questions),
        "roadmap": plan if isinstance(plan, Roadmap) else None,
        "ballots": ballot_parts(desk, plan if isinstance(plan, Roadmap) else None) if extent.pictures else (),
        "no_roadmap": desk.sentence(plan) if isinstance(plan, Text) else None,
        "disputed": tuple(disputed_parts(desk, sorted(ways))),
        "settle": settle_parts(desk),
        "answers": tuple(answer_parts(desk)),
        "norms": tuple(norm_parts(desk)) if extent.annexes else (),
        "sources": source_parts(desk) if extent.annexes else (),
    }


def _nothing_beyond(desk: Desk, questions: tuple[QuestionPart, ...]) -> dict[str, Any]:
    lists = ("duties", "risks", "duties_otherwise", "disputed", "settle", "answers", "norms", "sources")
    nothing = dict.fromkeys(("governance", "perimeters", "roadmap", "no_roadmap"))
    return {**dict.fromkeys(lists, ()), **nothing, "funding": funding(desk, questions)}


def _begun_as_planned(desk: Desk, report: Report) -> Report:
    """Let the first acts of an answer be those with which its part of the plan begins, and number all as it does.

    What is done already has none there; the plan of another answer may do it again.
    """
    plan = report.roadmap
    if plan is None:
        return report
    questions = []
    for question in report.questions:
        done = [option for line in question.lines if line.state == "done" for option in line.options]
        steps = first_tasks(desk, plan, question.id, done) or question.next_steps
        questions.append(as_numbered(question.model_copy(update={"next_steps": steps}), plan))
    return report.model_copy(update={"questions": tuple(questions)})


def _conflict(desk: Desk, clash: Clash) -> ConflictPart:
    answers = answers_of(desk.consultation, clash)
    return ConflictPart(
        text=desk.sentence(clash.message),
        answers=tuple(map(desk.say, answers)),
        facts=tuple(fact if of is None else f"{fact}@{of}" for fact, of in clash.answers),
        citations=desk.cite(clash.norms),
    )


def _held_back(report: Report) -> Report:
    """Take out what would be concluded from answers that exclude each other."""
    nothing: dict[str, tuple[()]] = dict.fromkeys(("reasons", "next_steps", "to_lift", "options", "proofs"), ())
    questions = tuple(question.model_copy(update=nothing) for question in report.questions)
    concluded = dict.fromkeys(("duties", "risks", "duties_otherwise", "disputed", "running", "ballots"), ())
    money = report.funding.model_copy(update=dict.fromkeys(("questions", "arguments", "steps"), ()))
    return report.model_copy(update={**concluded, "questions": questions, "governance": None, "funding": money})
