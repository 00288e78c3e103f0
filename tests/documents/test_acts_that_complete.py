"""What is approved by some, then by others, is approved once all have: the last is measured by the day of the first."""

import re

from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_md import render

from .conftest import EXAMPLES, case_in, report_of

EPCIS, PARTNERS = "project-updated/expressly-approves-updated", "project-updated/approve-text-they"


def midi_quercy() -> Report:
    return report_of(case_in(EXAMPLES["midi-quercy"]), "en")


def test_a_vote_that_completes_an_act_due_by_a_day_says_that_it_comes_after_it() -> None:
    report = midi_quercy()
    assert report.note is not None
    assert report.roadmap is not None
    tasks = {task.id: task for task in report.roadmap.tasks}
    assert tasks[PARTNERS].completes == (tasks[EPCIS].number,)
    assert [said.replace("\u00a0", " ") for said in tasks[PARTNERS].completing] == [
        f"Completes the act of task {tasks[EPCIS].number}, after its legal deadline of 15 March 2021"
    ]
    (row,) = [vote for vote in report.note.votes if vote.task == tasks[PARTNERS].number]
    assert row.when.replace("\u00a0", " ").endswith(": after the legal deadline of 15 March 2021")
    assert not tasks[EPCIS].completing


def test_one_that_is_due_in_some_cases_only_says_so_too() -> None:
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert report.roadmap is not None
    (task,) = [each for each in report.roadmap.tasks if each.id == PARTNERS]
    assert not task.certain
    (said,) = task.completing
    assert "peut-être après son échéance légale" in said


def test_the_last_of_the_days_told_is_looked_at_for_a_meeting() -> None:
    note = midi_quercy().note
    assert note is not None
    assert note.no_session is not None
    assert "1 May 2022" in note.no_session.replace("\u00a0", " ")


def test_a_day_that_can_only_come_later_is_never_told_as_the_last_one() -> None:
    """No text dates the installation of the last council in 2020: the other reading has its earliest day alone."""
    said = render(midi_quercy()).decode().replace("\u00a0", " ")
    followed = re.findall(r"28 June 2021(.{16})", said)
    assert followed
    assert set(followed) == {" at the earliest"}
    assert re.findall(r"28 June 2021 at the earliest[ (,]+where a second ballot was held", said)
    assert not re.findall(r"28 June 2021 at the earliest(?!\.|[ (,]+where)", said)
