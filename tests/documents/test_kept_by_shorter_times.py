"""The days of a vote that keep a legal day are the same in the note, the plan, the workbook and the diary."""

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

from icalendar import Calendar
from openpyxl import load_workbook

from petr_advisor.documents.ics import calendar_file
from petr_advisor.documents.model import Report
from petr_advisor.documents.writing import render
from petr_advisor.planning.roadmap import roadmap

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

SHARED = READING / "petr-fusion-et-partage-des-sieges-2016.yaml"
ASKED = "demande à changer le nombre ou le partage des sièges"
VOTED = "se prononce sur le nouveau partage des sièges"
FIRST, LAST = date(2016, 10, 17), date(2016, 11, 18)


@cache
def _report() -> Report:
    return report_of(case_in(SHARED), "fr")


@cache
def _book() -> Any:
    return load_workbook(BytesIO(render(_report(), ".xlsx")))


def _when(does: str) -> str:
    note = _report().note
    assert note is not None
    return next(vote.when for vote in note.votes if squeezed(does) in squeezed(vote.does).lower())


def test_the_plan_of_the_whole_report_says_them() -> None:
    """It knew the usual days alone, which come after the day that the note shows can be kept."""
    said = squeezed(render(_report(), ".txt").decode())
    assert [does for does in (ASKED, VOTED) if squeezed(_when(does).partition(",")[0]) not in said] == []


def test_the_calendar_of_the_workbook_has_them() -> None:
    (row,) = [cells for cells in _book()["Calendrier"].values if squeezed(ASKED) in squeezed(str(cells[1])).lower()]
    assert (row[3].date(), row[5].date()) == (FIRST, LAST)
    assert squeezed("pour tenir l’échéance légale du 1er janvier 2017") in squeezed(str(row[11]))


def test_the_diary_has_them() -> None:
    held = case_in(SHARED)
    made = calendar_file(roadmap(held, held.as_of), held, "fr", stamp=datetime(2026, 11, 25, tzinfo=UTC))
    events = Calendar.from_ical(made).walk("VEVENT")
    (event,) = [each for each in events if squeezed(ASKED) in squeezed(str(each["summary"])).lower()]
    assert event.decoded("DTSTART") == FIRST
    assert squeezed("durées d’usage raccourcies") in squeezed(str(event["description"]))


def test_the_vote_on_the_seats_has_a_sheet_with_those_who_vote_before_the_merger() -> None:
    (ballot,) = [each for each in _report().ballots if each.act == "seats-change/members"]
    assert len(ballot.voters) == 4
    assert ballot.included is not None
    (sheet,) = [each for each in _book() if squeezed(VOTED) in squeezed(str(each["A1"].value)).lower()]
    named = {str(cell.value) for cell in sheet["A"]}
    assert [voter.name for voter in ballot.voters if voter.name not in named] == []


def test_who_can_stop_the_vote_on_the_seats_is_among_the_dangers() -> None:
    """CC du Piémont, without which the new seats are lost, was in the table of votes alone."""
    note = _report().note
    assert note is not None
    found = [stop for stop in note.stops if squeezed("nouveau partage") in squeezed(stop.text)]
    assert [stop for stop in found if squeezed("CC du Piémont") in squeezed(stop.text)] != []
    assert squeezed("31 octobre 2016") in squeezed(" ".join(stop.guard or "" for stop in found))


def test_what_the_prefects_decide_next_has_its_days_everywhere() -> None:
    """The vote had a day that kept the law, and the order, without which the seats are not shared, had none."""
    said = "les préfets concernés prennent l’arrêté sur les sièges"
    (row,) = [cells for cells in _book()["Calendrier"].values if squeezed(VOTED) in squeezed(str(cells[1])).lower()]
    held = case_in(SHARED)
    made = calendar_file(roadmap(held, held.as_of), held, "fr", stamp=datetime(2026, 11, 25, tzinfo=UTC))
    events = [each for each in Calendar.from_ical(made).walk("VEVENT")
              if squeezed(VOTED) in squeezed(str(each["summary"])).lower()]  # fmt: skip
    outputs = (_when(VOTED), render(_report(), ".txt").decode(), str(row[11]), str(events[0]["description"]))
    told = [squeezed(text).replace("'", "’").partition(squeezed("pour la même échéance,"))[2] for text in outputs]
    spans = {text.partition(",")[0] for text in told}
    assert len(spans) == 1
    assert all(text.startswith(squeezed("entre le")) for text in told)
    assert [text for text in told if squeezed(said) not in text] == []


def test_what_follows_a_legal_day_that_can_be_kept_has_its_days_for_both_cases() -> None:
    """Delegates were told of the slow course alone, months after the merger that the note shows can be kept."""
    when = _when("élit ses délégués au scrutin secret")
    assert squeezed("si l’échéance légale du 1er janvier 2017 est tenue") in squeezed(when).replace("'", "’")
    assert squeezed(when) in squeezed(render(_report(), ".txt").decode())
    rows = (cells for cells in _book()["Calendrier"].values if squeezed("au scrutin secret") in squeezed(str(cells[1])))
    told = [str(cells[11]) for cells in rows]
    assert any(squeezed(when) in squeezed(text) for text in told)
