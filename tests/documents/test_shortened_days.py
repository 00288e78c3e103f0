"""What keeps a day of the law by shortened times is told alike of all on the way to it, and of that day itself."""

import pytest

from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.words.voice import Voice

from .conftest import READING, reading_note, reading_report, real_base
from .test_formats import squeezed

TOLD = "petr-transfert-scot-2026"
CASES = sorted({TOLD, *(path.stem for path in sorted(READING.glob("*.yaml"))[::12])})


def plan_of(name: str) -> Roadmap:
    plan = reading_report(name).roadmap
    assert plan is not None
    return plan


def shortened(plan: Roadmap) -> list[RoadmapTask]:
    """Give the votes with a day of their own that only shortened times keep."""
    return [task for task in plan.tasks for legal in task.legal
            if task.in_time and task.in_time[2] == legal.day and legal.state == "out_of_reach"]  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_vote_that_only_some_cases_call_for_has_the_day_of_the_act_written_after_it(name: str) -> None:
    """That of those associated was told months after the act that waits for it, which kept its day of the law."""
    if reading_report(name).roadmap is None:
        return
    plan = plan_of(name)
    tasks = {task.id: task for task in plan.tasks}
    for act in shortened(plan):
        procedure = act.id.partition("/")[0]
        before = (tasks.get(f"{procedure}/{each}") for each in real_base().act(act.id).after)
        for vote in (task for task in before if task is not None and task.majority and act.in_time):
            assert act.in_time is not None
            late = vote.latest > act.in_time[2] and vote.once_kept is None
            assert not late or (vote.in_time is not None and vote.in_time[1] <= act.in_time[1]), vote.title


def test_those_associated_vote_before_the_project_is_recorded() -> None:
    (vote,) = [task for task in plan_of(TOLD).tasks if task.id == "project-scot-plan/approve-too-they"]
    assert not vote.certain
    assert vote.in_time is not None


@pytest.mark.parametrize("name", CASES)
def test_a_row_brought_forward_says_that_the_usual_days_are_too_late(name: str) -> None:
    plan = reading_report(name).roadmap
    rows = {vote.act: vote for vote in reading_note(name).votes}
    for task in plan.tasks if plan else ():
        if task.in_time and task.soonest > task.in_time[2] and task.id in rows and not task.awaited:
            assert "trop tard" in rows[task.id].when.replace("\u00a0", " "), task.title


@pytest.mark.parametrize("name", [TOLD, "petr-membres-fusionnent-2016"])
def test_a_day_that_shortened_times_keep_is_said_to_be_kept_wherever_it_is_out_of_reach(name: str) -> None:
    """The page of votes gave the days that keep it; that of dates and the slides said it to be out of reach alone."""
    plan, note = reading_report(name).roadmap, reading_note(name)
    assert plan is not None
    called = {vote.task for vote in plan.called if vote.in_time and vote.brought}
    missed = [(task, legal.day) for task in plan.tasks for legal in task.legal if legal.state == "out_of_reach"]
    kept = {day for task, day in missed if task.in_time and task.in_time[2] == day}
    kept |= {day for task, day in missed if task.number in called and not task.after}
    assert kept != set()
    dates = [each.danger or "" for each in note.dates if each.day in kept and each.danger]
    short = [said for answer in note.answers for said in answer.late_days
             for day in kept if said.startswith(Voice("fr").day(day))]  # fmt: skip
    assert dates != []
    assert short != []
    assert [said for said in (*dates, *short) if "mais tenue" not in said] == []


@pytest.mark.parametrize("name", CASES)
def test_a_day_that_shortened_times_keep_is_out_of_reach_nowhere_without_its_last_day(name: str) -> None:
    """Two pages of one note said of one act that its day was the last useful one and that it was out of reach."""
    plan, note = reading_report(name).roadmap, reading_note(name)
    for act in shortened(plan) if plan else ():
        assert act.in_time is not None
        day = Voice("fr").day(act.in_time[2])
        last = squeezed(f"au plus tard le {Voice('fr').day(act.in_time[1])}")
        dates = [each.danger or "" for each in note.dates if each.task == act.number and each.day == act.in_time[2]]
        late = [said for answer in note.answers for said in answer.late
                if squeezed(f"l’échéance du {day}") in squeezed(said).replace("'", "’")]  # fmt: skip
        assert [said for said in (*dates, *late) if last not in squeezed(said)] == []
        assert dates or name != TOLD
