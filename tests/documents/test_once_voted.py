"""What an effect waits for once it is voted is told at that vote, by its days, and what may end after that effect."""

import pytest

from petr_advisor.documents.model_note import NoteVote
from petr_advisor.documents.model_roadmap import RoadmapTask
from petr_advisor.words.voice import Voice

from .conftest import READING, reading_note, reading_report, real_base
from .test_formats import squeezed

WAITING = ("petr-dissolution-scot-leader-2026", "petr-dissolution-vote-prevu-2026")
CASES = sorted({*WAITING, *(path.stem for path in sorted(READING.glob("*.yaml"))[::25])})


def waited_for(name: str) -> list[tuple[NoteVote, RoadmapTask]]:
    """Give the votes straight before an effect that waits, by habit, for one of a procedure called, with that one."""
    report, base = reading_report(name), real_base()
    plan = report.roadmap
    if plan is None:
        return []
    rows = {vote.task: vote for vote in reading_note(name).votes if vote.act == _id(plan.tasks, vote.task)}
    found = []
    for effect in plan.tasks:
        procedure, _, act = effect.id.partition("/")
        known = base.procedures.get(procedure)
        if known is None or act not in known.effect_at:
            continue
        calls = [known.acts[each].calls for each in known.acts[act].habit]
        ends = {
            f"{each}/{last}"
            for call in calls
            if call
            for each in call.names
            for last in base.procedures[each].effect_at
        }
        held = [task for task in plan.tasks if task.id in ends and task.number in effect.after and task.certain]
        votes = [task for task in plan.tasks if task.number in effect.after and task.number in rows
                 and task.id.startswith(f"{procedure}/")]  # fmt: skip
        found += [(rows[vote.number], task) for vote in votes for task in held if task.latest > vote.latest]
    return found


def _id(tasks: tuple[RoadmapTask, ...], number: int) -> str | None:
    return next((task.id for task in tasks if task.number == number), None)


@pytest.mark.parametrize("name", CASES)
def test_a_vote_says_what_its_effect_still_waits_for(name: str) -> None:
    found = waited_for(name)
    assert found or name not in WAITING
    for vote, task in found:
        said = squeezed(" ".join((*vote.how, *vote.sequel))).casefold()
        assert squeezed(f"{task.title} ({task.dates_said})").casefold() in said, (vote.does, task.title)


@pytest.mark.parametrize("name", WAITING)
def test_what_may_end_after_the_effect_is_told_with_its_last_day(name: str) -> None:
    """The old bearer could be gone a month before the files and the staff had passed, and no row said so."""
    report = reading_report(name)
    assert report.roadmap is not None
    tasks = {task.id: task for task in report.roadmap.tasks}
    order, after = tasks["petr-dissolution-by-agreement/order"], tasks["leader-bearer-change/handover"]
    assert after.latest > order.latest
    [said] = {text for vote, _ in waited_for(name) for text in vote.sequel if squeezed(after.title) in squeezed(text)}
    assert squeezed(Voice("fr").day(after.latest)) in squeezed(said)
