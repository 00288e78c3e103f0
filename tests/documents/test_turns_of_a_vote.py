"""Of a vote under way, who may still do something has a line each: nothing is put beside the name of the body."""

import io
from datetime import UTC, date, datetime

import openpyxl
from icalendar import Calendar

from petr_advisor.documents.ics import calendar_file, count_events
from petr_advisor.documents.writing import render
from petr_advisor.planning.roadmap import roadmap

from .conftest import READING, case_in, reading_note, reading_report

BLOCKED = "petr-retrait-bloque-et-sieges-2024"
STAMP = datetime(2024, 5, 13, tzinfo=UTC)


def test_who_may_go_back_and_who_is_to_vote_have_a_line_each() -> None:
    vote = reading_note(BLOCKED).votes[0]
    assert "(" not in vote.who
    assert [(turn.who, turn.day) for turn in vote.turns] == [
        ("CC des Coteaux d’Autan", date(2024, 5, 28)),
        ("CC du Causse Blanc", date(2024, 6, 1)),
    ]
    assert "retirer" in vote.turns[0].does


def test_a_vote_that_cannot_unblock_by_itself_says_so() -> None:
    turns = {turn.who: turn.does for turn in reading_note(BLOCKED).votes[0].turns}
    assert "ne débloque rien" in turns["CC du Causse Blanc"]
    turns = {turn.who: turn.does for turn in reading_note(BLOCKED, "en").votes[0].turns}
    assert "unblocks nothing" in turns["CC du Causse Blanc"]


def test_each_has_its_own_day_among_the_dates() -> None:
    dates = {each.day: each.text for each in reading_note(BLOCKED).dates}
    assert dates[date(2024, 5, 28)].startswith("CC des Coteaux d’Autan")
    assert dates[date(2024, 6, 1)].startswith("CC du Causse Blanc")


def test_roadmap_gives_no_day_of_one_as_that_of_all() -> None:
    plan = reading_report(BLOCKED).roadmap
    assert plan is not None
    task = next(each for each in plan.tasks if each.turns)
    assert task.dates_said == "jusqu’au dernier jour de chaque membre, entre le 28 mai 2024 et le 1er juin 2024"
    clocks = {each.day: each.title for each in plan.milestones if each.clock}
    assert "dernier jour pour retirer" in clocks[date(2024, 5, 28)]
    assert "dernier jour pour répondre" in clocks[date(2024, 6, 1)]


def test_diary_has_one_event_for_each_and_none_for_all() -> None:
    held = case_in(READING / f"{BLOCKED}.yaml")
    plan = roadmap(held, held.as_of)
    events = Calendar.from_ical(calendar_file(plan, held, "fr", stamp=STAMP)).walk("VEVENT")
    assert len(events) == count_events(plan, held)
    days = {date(2024, 5, 28): "CC des Coteaux d’Autan", date(2024, 6, 1): "CC du Causse Blanc"}
    for day, name in days.items():
        on = [str(each["summary"]) for each in events if each.decoded("dtstart") == day]
        assert len(on) == 1
        assert on[0].startswith(name)


def test_workbook_has_a_row_for_each() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render(reading_report(BLOCKED), ".xlsx")))["Calendrier"]
    told = {str(row[2].value): row[6].value for row in sheet.iter_rows() if row[6].value is not None}
    assert {name: told[name].date() for name in ("CC des Coteaux d’Autan", "CC du Causse Blanc")} == {
        "CC des Coteaux d’Autan": date(2024, 5, 28),
        "CC du Causse Blanc": date(2024, 6, 1),
    }
    assert not any(name.startswith("Le conseil de chaque EPCI membre") for name in told)
