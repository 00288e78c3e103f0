"""The last day told of a vote leaves what follows it its time before a day of the law, and is one of session."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.documents.model_note import NoteVote
from petr_advisor.documents.model_roadmap import RoadmapTask
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.working_days import to_session_day
from tests.documents.conftest import READING, case_in, reading_note, reading_report, real_base

PRESSED = (
    "gip-de-collectivites-seules-au-terme-2026",
    "gip-terme-proche-2026",
    "petr-eau-des-communes-2026",
    "petr-retrait-une-voix-2015",
    "petr-sans-convention-2015",
    "petr-transfert-scot-2026",
)
CASES = sorted({*PRESSED, *(path.stem for path in sorted(READING.glob("*.yaml"))[::12])})
MEMBERS, MEETING = "gip-prolongation/members", "gip-prolongation/vote"


def told(name: str) -> Iterator[tuple[NoteVote, RoadmapTask]]:
    """Give the votes of a note that are tasks of its plan, with the last day told of each by law."""
    report, note = reading_report(name), reading_note(name)
    tasks = {task.number: task for task in report.roadmap.tasks} if report.roadmap else {}
    both = ((vote, tasks.get(vote.task)) for vote in note.votes)
    return ((vote, task) for vote, task in both if task is not None and vote.does == task.title)


@pytest.mark.parametrize("name", CASES)
def test_the_last_day_of_a_vote_leaves_the_act_that_waits_for_it_its_time(name: str) -> None:
    report = reading_report(name)
    for vote, task in told(name):
        own = {legal.day for legal in task.legal}
        if vote.due is None or vote.due in own or vote.due < vote.soonest:
            continue
        for other in report.roadmap.tasks if report.roadmap else ():
            waits = task.number in other.after and other.group == task.group and other.certain
            if waits and other.soonest > task.soonest and other.origin == "law":
                days = [legal.day for legal in other.legal if not legal.counted and legal.state == "at_risk"]
                assert all(vote.due < day for day in days), (vote.does, other.title)


@pytest.mark.parametrize("name", PRESSED)
def test_the_last_day_that_keeps_a_day_of_the_law_is_one_of_session(name: str) -> None:
    held = case_in(READING / f"{name}.yaml")
    votes = [task for task in roadmap(held, held.as_of).tasks if task.in_time and task.majority]
    assert votes != []
    for task in votes:
        assert task.in_time is not None
        first, last, due, *_ = task.in_time
        own = {legal.day for legal in task.legal}
        assert first <= last <= due
        assert last < due or due in own
        assert to_session_day(last, real_base().holidays, held.departements, back=True) == last, task.id


def test_each_member_of_a_gip_has_its_row_and_its_last_day_before_the_meeting() -> None:
    rows = {task.id: vote for vote, task in told("gip-terme-proche-2026")}
    assert (rows[MEMBERS].due, rows[MEETING].due) == (date(2026, 12, 19), date(2026, 12, 26))
    assert rows[MEMBERS].when.endswith("à convoquer dès maintenant")
    assert "Entre le 30 novembre 2026 et le 19 décembre 2026" in rows[MEMBERS].when
    assert "chaque autre membre" in rows[MEMBERS].who


def test_who_stops_a_vote_is_made_sure_of_before_the_day_that_keeps_the_law() -> None:
    (stop,) = [each for each in reading_note("gip-terme-proche-2026").stops if "chacun des membres" in each.text]
    assert stop.guard is not None
    assert "30 novembre 2026" in stop.guard


def test_a_way_to_avoid_an_event_that_the_plan_can_still_take_is_no_date_that_nothing_meets() -> None:
    report = reading_report("gip-terme-proche-2026")
    assert report.roadmap is not None
    assert [each.id for each in report.roadmap.milestones if each.unmet] == []
