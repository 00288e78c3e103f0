"""The answers of a note, one a key question: what is proposed, or still to be settled, how sure, what warns of it."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.awaited import awaited_by
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.reminding import reminders
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.done_with import done_in_part, done_over, done_with, shared_vote
from petr_advisor.documents.building.late_days import late, late_in_short
from petr_advisor.documents.building.refusals import refused_already
from petr_advisor.documents.building.steps_beside import step_beside
from petr_advisor.documents.building.taking_effect import effect_in_short
from petr_advisor.documents.leads import IDLE, NOTHING_YET
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteAnswer, NoteDecision
from petr_advisor.documents.model_options import LinePart, QuestionPart, SurePart
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.procedures.order import all_before
from petr_advisor.words.typography import no_capital


def answers(desk: Desk, report: Report) -> Iterator[NoteAnswer]:
    """Give a line a key question: what is still to be settled of one has its place among the others."""
    answered = [found for found in report.questions if found.verdict not in NOTHING_YET]
    disputed: set[str] = set()  # points of law that a line above tells
    refused = refused_already(desk, report.roadmap) if report.roadmap and answered else {}
    for found in report.questions if answered else ():
        if found in answered:
            yield _answer(desk, report, found, disputed, refused.get(found.id))
        elif found.verdict == "to_settle":
            yield _open(desk, found)


def _answer(desk: Desk, report: Report, found: QuestionPart, disputed: set[str], refused: str | None) -> NoteAnswer:
    several = len(report.questions) > 1  # of one alone, what begins is told before the votes
    begins = _without_vote(desk, report.roadmap, found) if report.roadmap and several else None
    parts = _decisions(desk, report.roadmap, found, begins)
    return NoteAnswer(
        question=found.id,
        title=found.title,
        decision=" ".join(part.words for part in parts),
        parts=parts,
        state=found.verdict,
        shut=found.shut,
        sure=_sure(desk, found, disputed),
        despite=found.despite,
        refused=refused,
        late=late(desk, report, found.id),
        late_days=late_in_short(desk, report, found.id),
    )


def _without_vote(desk: Desk, plan: Roadmap, found: QuestionPart) -> tuple[str, str] | None:
    """Say on what theme nobody votes, and who begins it: no table of the note has it."""
    first = beginning(plan, found)
    if first is None:
        return None
    soonest, latest = first.to_hold
    when = desk.phrase("note.between", soonest=soonest, latest=latest)
    said = desk.phrase("note.acts-first", who=no_capital(first.who), does=first.title, when=when)
    return next(group.title for group in plan.groups if group.number == first.group), said


def beginning(plan: Roadmap, found: QuestionPart) -> RoadmapTask | None:
    """Give what begins an answer on which nobody votes."""
    groups = {group.number for group in plan.groups if group.id.partition("/")[0] == found.id}
    tasks = [task for task in plan.tasks if task.group in groups]
    numbers = {task.number for task in tasks}
    if any(task.majority for task in tasks) or any(vote.task in numbers for vote in plan.called):
        return None
    first = min((task for task in tasks if task.certain), key=lambda task: (task.to_hold[0], task.number), default=None)
    return None if found.verdict in {"done", "stay"} else first


def _decisions(
    desk: Desk, plan: Roadmap | None, found: QuestionPart, begins: tuple[str, str] | None
) -> tuple[NoteDecision, ...]:
    """Give what is said of each theme, with what begins one of them beside it: after another it would seem its own."""
    told = [
        NoteDecision(
            words=line.decision,
            state=line.state,
            effect=_when(desk, plan, line) if plan is not None else None,
        )
        for line in found.lines
    ] or [NoteDecision(words=found.decision, state=found.verdict)]
    idle = next((at for at, line in enumerate(found.lines) if line.state == "stay"), None)
    if plan is not None and idle is not None and (step := step_beside(desk, plan, found.id)):
        told[idle] = told[idle].model_copy(update={"words": f"{told[idle].words} {step}"})
    if begins is None:
        return tuple(told)
    theme, acts = begins
    place = next((at for at, line in enumerate(found.lines) if theme in line.themes), len(told) - 1)
    told[place] = told[place].model_copy(update={"words": f"{told[place].words} {acts}"})
    return tuple(told)


def _when(desk: Desk, plan: Roadmap, line: LinePart) -> str | None:
    """Say when an answer takes effect; of one that only a vote of another answer carries out, which and when.

    Of one that is done, what another answer has done over.
    """
    if line.state == "done":
        return effect_in_short(desk, plan, line.options) or done_in_part(desk, plan, line.options)
    shared = None if line.state in IDLE else done_with(desk, plan, line.options)
    return effect_in_short(desk, plan, line.options) or shared


def voted_days(desk: Desk, plan: Roadmap, found: QuestionPart) -> Iterator[date]:
    """Give the first and last days of what this tells that a body convened for it does for another answer."""
    for line in found.lines:
        if effect_in_short(desk, plan, line.options):
            continue
        over = done_over(desk, plan, line.options) if line.state == "done" else None
        if over is not None and any(desk.base.act(over.id).who in notice.who for notice in desk.base.notices.values()):
            yield from (over.soonest, over.latest, *(over.once_kept or ())[:2])
        shared = None if line.state in IDLE else shared_vote(desk, plan, line.options)
        if shared is not None:
            yield from (shared.first, shared.last)


def _sure(desk: Desk, found: QuestionPart, disputed: set[str]) -> str:
    """Say how sure an answer is, in a word; where its themes differ, the word of each; a disputed point once."""
    judged = [(line.themes, line.sure) for line in found.lines if line.sure]
    if not judged:
        return desk.phrase("note.sure-nothing")
    words = {_label(desk, sure, set(disputed)) for _, sure in judged}
    if len(words) == 1:
        return _label(desk, judged[0][1], disputed)
    said = [(desk.listed(themes, "comma"), _label(desk, sure, disputed)) for themes, sure in judged]
    return desk.listed(desk.labelled(themes, word) for themes, word in said)


def _label(desk: Desk, sure: SurePart, disputed: set[str]) -> str:
    """Say how sure in a word; where a point of law is disputed, with the first that is unless it is told already."""
    word = desk.phrase(f"note.sure-{sure.label.replace('_', '-')}")
    points = [of for part in sure.missing if part.kind == "points" for of in part.ids if of in desk.base.disputed]
    if sure.label != "disputed" or not points:
        return word
    told = points[0] in disputed
    disputed.add(points[0])
    point = desk.phrase("note.same-point") if told else desk.quoted(desk.base.disputed[points[0]].question)
    others = [desk.phrase("and-others", n=len(points) - 1)] if len(points) > 1 else []
    return desk.phrase("note.sure-on", word=word, point=" ".join((point, *others)))


def _open(desk: Desk, found: QuestionPart) -> NoteAnswer:
    """Give what is still to be settled: what would come first and on what it turns, and what is said beside."""
    beside = map(desk.say, reminders(desk.consultation.course.of(found.id)))
    said = " ".join(filter(None, (found.explanation or found.decision, *beside)))
    return NoteAnswer(
        question=found.id,
        title=found.title,
        decision=desk.labelled(desk.phrase("note.to-settle"), said),
        parts=(NoteDecision(words=said, state=found.verdict),),
        state=found.verdict,
        shut=found.shut,
        sure=desk.phrase("note.sure-nothing"),
    )


def first_known(desk: Desk, report: Report) -> str | None:
    """Say what is to be found out first for an operation that is asked for and still to be settled, and of whom."""
    for line in desk.consultation.course.lines:
        if line.state != "to_settle" or line.rival is None or not _asked_for(line.rival):
            continue
        waited = {fact for fact, _ in awaited_by(line)}
        if part := next((each for each in report.settle if each.fact in waited), None):
            where = part.where or desk.phrase("note.ask-nobody")
            option = desk.quoted(line.rival.option.title)
            said = desk.phrase("note.first-known", option=option, question=part.question, where=where)
            return " ".join((said, *_then_voted(desk, line.rival)))
    return None


def _then_voted(desk: Desk, option: OptionOutcome) -> Iterator[str]:
    """Say the votes that would come next, to the effect of an operation; those after it are only counted."""
    votes = tuple(_votes_of(desk, option))
    leading = [said for leads, said in votes if leads] or [said for _, said in votes]
    if leading:
        yield desk.phrase("note.then-voted", votes=leading)
    if after := len(votes) - len(leading):
        yield desk.phrase("note.then-voted-after", n=after)


def _votes_of(desk: Desk, option: OptionOutcome) -> Iterator[tuple[bool, str]]:
    """Say the votes that an operation would take, each with whether the effect of its procedure waits for it."""
    case = desk.consultation
    for procedure in option.option.procedures:
        found = desk.base.procedures[procedure]
        leading = {*found.effect_at, *all_before(found.acts, found.effect_at)}
        for name, written in found.acts.items():
            act = desk.base.act_under(f"{procedure}/{name}", case.followed)
            if act.vote is not None and (written.when is None or truth(case, written.when) is True):
                yield name in leading, desk.phrase("running.act", who=desk.actor(act.who), does=act.does)


def _asked_for(option: OptionOutcome) -> bool:
    """Tell whether the answers say that what an option leads to is planned."""
    occasion = f"{option.id}/{option.option.occasion}"
    return option.wanted or any(found.key == occasion and found.state == "met" for found in option.requirements)
