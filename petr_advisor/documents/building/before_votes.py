"""What has to be there before a vote, and no vote carries: a document, an opinion, an agreement in writing."""

from collections.abc import Collection, Iterable, Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import named
from petr_advisor.documents.model_note import NoteVote
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.words.typography import no_capital


def with_what_comes_before(
    desk: Desk, plan: Roadmap | None, votes: Iterable[NoteVote], told: Collection[int], leading: str | None
) -> Iterator[NoteVote]:
    """Say at a first vote what has to be there before it, each act once, but for those `told` with what comes first.

    Its days are told of what the answer that leads waits for: other votes have their own, which it comes before. Of a
    vote held sooner for a day of the law, those are told that let it be: usual ones come after it.
    """
    tasks = {task.number: task for task in plan.tasks} if plan is not None else {}
    said = {*told}
    for vote in votes:
        own = tasks.get(vote.task) if vote.first and not vote.procedure and not vote.awaited else None
        found = [task for task in before(desk, tasks, own) if task.number not in said] if own else []
        if own is None or not found:
            yield vote
            continue
        said |= {task.number for task in found}
        dated = vote.question == leading and not own.in_time
        acts = desk.listed((_act(desk, task, dated=dated) for task in found), "semicolon")
        yield vote.model_copy(update={"how": (*vote.how, desk.phrase("note.before-vote", acts=acts))})


def before(desk: Desk, tasks: dict[int, RoadmapTask], vote: RoadmapTask) -> list[RoadmapTask]:
    """Give what a vote waits for of its procedure since what was voted or took effect before it, in order of the plan.

    Such are the acts that leave a document which precedes votes: what only prepares one is left to the plan.
    """
    name = vote.id.partition("/")[0]
    known, papers = desk.base.procedures[name], desk.base.documents
    found, left = dict[int, RoadmapTask](), [vote]
    while left:
        for number in left.pop().after:
            task = tasks[number]
            procedure, _, act = task.id.partition("/")
            ends = procedure != name or act in known.effect_at or task.majority
            if not ends and number not in found:
                found[number] = task
                left.append(task)
    kept = (task for task in found.values() if task.certain and not task.milestone)
    kept = (task for task in kept if any(papers[each].precedes for each in desk.base.act(task.id).documents))
    return sorted(kept, key=lambda task: task.number)


def _act(desk: Desk, task: RoadmapTask, *, dated: bool) -> str:
    act = no_capital(named(desk, task))
    if task.in_time is not None:
        first, last, _ = task.in_time
        return f"{act} ({desk.phrase('note.between', soonest=first, latest=last)})"
    return f"{act} ({no_capital(task.dates_said)})" if dated else act
