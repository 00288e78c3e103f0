"""A day that the State only aims at is no day of the law: it is told as what it is, with a sign of its own."""

import io
from datetime import UTC, date, datetime

import icalendar
import openpyxl

from petr_advisor.documents.ics import calendar_file
from petr_advisor.documents.writing import render
from petr_advisor.planning.roadmap import roadmap

from .conftest import EXAMPLES, case_in, report_of

WISHED = date(2017, 6, 30)
"""The day for which the State wanted rurality contracts signed: a circular, no law."""
SIGNS = "rurality-contract-petr/signs-contract"


def test_the_note_the_charts_and_the_answers_call_it_a_date_aimed_at() -> None:
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert report.note is not None
    assert report.roadmap is not None
    assert [each.text for each in report.note.dates if each.day == WISHED] == [
        "Le préfet du département du siège\u00a0: signe le contrat (date visée par l’État)"
    ]
    (late,) = (said for answer in report.note.answers for said in answer.late)
    assert "date visée par l’État, le 30 juin 2017" in late.replace("\u00a0", " ")
    assert "au plus tôt le 23 novembre 2017" in late.replace("\u00a0", " "), "the plan knows that it comes after"
    assert "échéance" not in late
    signs = next(task for task in report.roadmap.tasks if task.id == SIGNS)
    assert [(each.day, each.wished) for each in signs.legal] == [(WISHED, True)]
    assert not any("légale" in each.said for each in signs.legal)
    assert report.note.timeline is not None
    assert "date visée par l’État" in report.note.timeline.svg
    assert "date visée par l’État" in report.note.timeline.alt
    assert any("Date visée par l’État" in picture.svg for picture in report.roadmap.pictures)


def test_the_workbook_has_it_in_no_column_of_the_law() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render(report_of(case_in(EXAMPLES["loire-beauce"])), ".xlsx")))[
        "Calendrier"
    ]
    (row,) = ([cell.value for cell in row] for row in sheet.iter_rows() if "visée" in str(row[1].value))
    assert "30" in str(row[1])
    assert "2017" in str(row[1])
    assert row[6] is None


def test_the_calendar_names_it_so() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    written = calendar_file(roadmap(case, case.as_of), case, "fr", stamp=datetime(2026, 11, 25, tzinfo=UTC))
    events = (str(each.to_ical(), "utf-8") for each in icalendar.Calendar.from_ical(written).walk("VEVENT"))
    (event,) = (each.replace("\r\n ", "") for each in events if "SUMMARY:Date visée par l’État" in each)
    assert "20170630" in event
    assert "(hors d’atteinte)" in event.split("DTSTART")[0], "a list of events shows their names alone"


def test_nobody_is_late_of_it() -> None:
    """The act was to be “still due, but late” after a day that no text makes law."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert report.roadmap is not None
    (signs,) = (task for task in report.roadmap.tasks if task.id == SIGNS)
    assert signs.by_when is not None
    assert "2017" in signs.by_when
    assert "en retard" not in signs.by_when
