"""The dates of a note: none before that of what it waits for."""

import pytest

from petr_advisor.documents.model import Report

from .conftest import READING, reading

CASES = sorted(path.stem for path in READING.glob("gip*.yaml"))


def _days(report: Report) -> dict[int, set[object]]:
    """Give the days that the note tells of each task of the plan."""
    assert report.note is not None
    tasks = report.roadmap.tasks if report.roadmap else ()
    return {
        task.number: {each.day for each in report.note.dates if not each.danger and each.text.endswith(task.title)}
        for task in tasks
    }


@pytest.mark.parametrize("name", CASES)
def test_no_act_is_told_for_a_day_before_the_last_day_of_what_it_waits_for(name: str) -> None:
    report = reading(name)
    days = _days(report)
    for task in report.roadmap.tasks if report.roadmap else ():
        assert len(days[task.number]) < 2
        for before in task.after:
            assert all(one <= day for day in days[task.number] for one in days[before]), task.title  # type: ignore[operator]
