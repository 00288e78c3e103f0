"""Votes, their days and what presses are the same in the note and on the slides, of several cases."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from petr_advisor.documents.building.due_days import due_of
from petr_advisor.documents.ics import calendar_file
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.writing import render
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.typography import capital
from tests.documents.conftest import EXAMPLES, READING, case_in, report_of

CASES: dict[str, Path] = {
    "creation": READING / "association-votes-prevus-2026.yaml",
    "withdrawal": READING / "petr-retrait-2026.yaml",
    "gip": READING / "gip-terme-proche-2026.yaml",
    "commune": examples_folder() / "course" / "transformation-with-a-commune.yaml",
    "dissolution": READING / "petr-dissolution-scot-leader-2026.yaml",
    "midi-quercy": EXAMPLES["midi-quercy"],
}

PRESSED = ("withdrawal", "commune", "dissolution")
"""Those in which days of the law are in danger, and no end by law comes before."""


@cache
def told(name: str) -> Report:
    return report_of(case_in(CASES[name]))


def note(name: str) -> Note:
    found = told(name).note
    assert found is not None
    return found


@cache
def deck(name: str) -> tuple[tuple[str, str], ...]:
    """Give the title and the words of each slide."""
    from pptx import Presentation  # noqa: PLC0415 - slow to load

    found = Presentation(BytesIO(render(told(name), ".pptx")))
    return tuple((slide.shapes.title.text_frame.text, "\n".join(_words(slide))) for slide in found.slides)


def _words(slide: Any) -> list[str]:
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [*said, *(" | ".join(cell.text for cell in row.cells) for table in tables for row in table.rows)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("name", CASES)
def test_a_vote_that_may_miss_a_day_of_the_law_says_it_where_it_says_when(name: str) -> None:
    report = told(name)
    assert report.roadmap is not None
    tasks = {task.number: task for task in report.roadmap.tasks}
    for vote in note(name).votes:
        task = tasks.get(vote.task)
        if task is None or task.title != vote.does or task.awaited:
            continue
        due = due_of(report.roadmap, task)
        assert vote.due == (task.in_time[1] if task.in_time else due)
        assert ("échéance légale" in vote.when) is (vote.due is not None)


def test_a_vote_whose_follow_up_has_a_last_day_is_held_before_it() -> None:
    first = note("gip").votes[0]
    assert plain(first.when).startswith("Entre le 30 novembre 2026 et le 19 décembre 2026")
    assert "15 juillet 2027" not in plain(note("gip").span or "")


def test_a_vote_after_its_own_deadline_says_so_and_is_made_sure_of_before_it_is_held() -> None:
    """Before 15 March there is no text yet of which a council could be made sure."""
    late = [vote for vote in note("withdrawal").votes if "après l" in vote.when]
    assert any("15 mars 2027" in plain(vote.when) for vote in late)
    assert any("22 février 2027" in plain(vote.when) for vote in late)
    guards = [plain(stop.guard or "") for stop in note("withdrawal").stops]
    assert any("avant le 26 avril 2027" in guard for guard in guards)
    assert not any("15 mars 2027" in guard or "22 février 2027" in guard for guard in guards)


def _begins(does: str) -> str:
    return plain(capital(does))[:24]


@pytest.mark.parametrize("name", CASES)
def test_the_slides_have_the_votes_of_the_note_in_order_with_how_many_more(name: str) -> None:
    found = note(name)
    assert found.votes
    words = plain(next(said for title, said in deck(name) if title == "Ce que vous votez"))
    rows = [row for row in words.split("\n") if " | " in row]
    assert len(set(rows)) == len(rows)
    # those of the answer that leads come before the others: what a slide has no room for is left out at its end
    in_order = sorted(found.votes, key=lambda vote: vote.question != found.leading)
    places = [
        next((place for place, row in enumerate(rows) if plain(vote.when) in row and _begins(vote.does) in row), None)
        for vote in in_order
    ]
    shown = [place for place in places if place is not None]
    assert shown
    assert shown == sorted(shown)
    if found.more_votes:
        assert "de plus" in words


@pytest.mark.parametrize("name", PRESSED)
def test_what_presses_comes_first_on_the_last_slide(name: str) -> None:
    assert not told(name).terms
    assert any(each.danger and each.day >= told(name).cover.as_of for each in note(name).dates)
    assert "⚠" in deck(name)[-1][1]


def test_the_end_of_the_body_and_the_day_to_keep_are_on_the_slides() -> None:
    assert "3 mai 2027" in plain(deck("gip")[0][1])
    assert "3 janvier 2027" in plain(deck("gip")[-1][1])
    assert "autorise le renouvellement" in deck("gip")[-1][1]


@pytest.mark.parametrize("name", CASES)
def test_ways_are_compared_with_the_one_proposed_and_of_one_question_a_slide(name: str) -> None:
    """Of a question still to be settled, of which none is proposed, staying stands by its name among those open."""
    ways = note(name).ways
    proposed = {way.question for way in ways if way.kind == "proposed"}
    staying = [plain(way.title) for way in ways if way.kind == "staying" and way.question not in proposed]
    for title, words in deck(name):
        if title.startswith("Les voies comparées"):
            assert any(each in words for each in ("Voie proposée", "Ne rien faire", *staying))
            assert len(note(name).answers) == 1 or " : " in plain(title)
            assert "écartée" not in words


def test_who_voted_what_is_told_in_the_note_and_on_the_slides() -> None:
    said = plain(" ".join(note("dissolution").underway))
    assert "contre : CC de l’Aval (5 novembre 2026)" in said
    assert "contre : CC de l’Aval" in plain(deck("dissolution")[0][1])
    assert any("Aval a refusé" in stop.text for stop in note("dissolution").stops)


def test_no_vote_told_runs_beyond_the_last_day_of_the_course() -> None:
    span = plain(note("dissolution").span or "")
    assert "27 juin 2029" in span


def test_a_body_that_ends_gets_no_advice_for_one_that_goes_on() -> None:
    report = told("dissolution")
    advice = [duty for duty in (*report.duties, *report.risks) if duty.kind not in {"obligation", "prohibition"}]
    assert [duty.does for duty in advice if not duty.options] == []


@pytest.mark.parametrize("name", CASES)
def test_money_is_told_in_the_note_and_on_a_slide_without_a_figure_that_nobody_gave(name: str) -> None:
    found = note(name).money
    assert found is not None
    assert "Les demander à" in found.amounts
    assert "€" not in " ".join(found.said)
    assert found.amounts[:40] in "\n".join(words for _, words in deck(name))


def test_what_is_known_of_the_team_is_told() -> None:
    found = note("creation").money
    assert found is not None
    assert "effectif de la structure : 9" in plain(found.known or "")


def test_where_nothing_is_to_be_voted_each_question_is_named_once() -> None:
    from tests.documents.conftest import started  # noqa: PLC0415

    found = report_of(started("evolution", "governance", "scot"))
    said = found.no_roadmap or ""
    assert said.count("Gouvernance") == 1
    assert said.count("trancher d'abord") + said.count("trancher d’abord") == 1


@pytest.mark.parametrize("name", CASES)
def test_every_vote_of_the_note_is_in_the_plan_the_workbook_and_the_diary(name: str) -> None:
    held, report = case_in(CASES[name]), told(name)
    calendar = calendar_file(roadmap(held, held.as_of), held, "fr", stamp=datetime(2026, 11, 25, tzinfo=UTC))
    diary = plain("\n".join(str(event["summary"]) for event in Calendar.from_ical(calendar).walk("VEVENT"))).casefold()
    sheets = load_workbook(BytesIO(render(report, ".xlsx")))
    rows = plain("\n".join(str(value) for sheet in sheets for row in sheet.values for value in row if value)).casefold()
    planned = plain(render(report, ".txt").decode()).casefold()
    for vote in note(name).votes:
        if vote.task:
            by_members = vote.awaited or "reste à voter" in plain(vote.who)  # each has its own meeting there
            assert by_members or plain(vote.does).casefold() in diary
            assert plain(vote.does).casefold() in rows
            assert "".join(plain(vote.does).casefold().split()) in "".join(planned.split())


def test_an_event_begins_with_who_acts() -> None:
    held = case_in(CASES["gip"])
    calendar = calendar_file(roadmap(held, held.as_of), held, "fr", stamp=datetime(2026, 11, 25, tzinfo=UTC))
    said = [plain(str(event["summary"])) for event in Calendar.from_ical(calendar).walk("VEVENT")]
    assert any(each.startswith("Prévu : l’assemblée générale vote") for each in said)
