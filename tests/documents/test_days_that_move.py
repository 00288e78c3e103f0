"""A legal day counted from an act of the plan moves with it: it is told as a span, everywhere the same."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from petr_advisor.documents.ics import calendar_file
from petr_advisor.documents.layout.note import when
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_roadmap import LegalDayPart
from petr_advisor.documents.writing import render
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice

from .conftest import EXAMPLES, READING, case_in, reading, report_of
from .test_formats import squeezed

CASES = ("gip-2026", "petr-entree-sieges-projet-2026")
"""Cases with an effect not yet known, from which legal days run."""
STAMP = datetime(2026, 11, 25, tzinfo=UTC)


def moving(report: Report) -> list[LegalDayPart]:
    """The legal days of a plan that move with it."""
    assert report.roadmap is not None
    return [legal for task in report.roadmap.tasks for legal in task.legal if legal.first is not None]


@pytest.mark.parametrize("name", CASES)
def test_the_plan_and_the_note_give_both_days(name: str) -> None:
    report, voice = reading(name), Voice("fr")
    found = moving(report)
    assert found
    for legal in found:
        assert legal.first is not None
        assert legal.first < legal.day
        assert voice.day(legal.first) in legal.said
        assert voice.day(legal.day) in legal.said
    assert report.note is not None
    told = {(each.first, each.day) for each in report.note.dates if each.first is not None}
    assert told <= {(legal.first, legal.day) for legal in found}
    pen, text = pen_for(report), squeezed(render(report.model_copy(update={"size": "note"}), ".md").decode())
    assert all(squeezed(when(pen, each)) in text for each in report.note.dates)


@pytest.mark.parametrize("name", CASES)
def test_a_day_that_may_come_sooner_is_told_alone_nowhere(name: str) -> None:
    """A note that gave its longest day alone would have a council believe that it has the time."""
    report = reading(name)
    assert report.note is not None
    assert report.roadmap is not None
    longest = {legal.day for legal in moving(report)}
    fixed = {legal.day for task in report.roadmap.tasks for legal in task.legal if legal.first is None}
    fixed |= {each.day for each in report.roadmap.milestones}
    assert [each.text for each in report.note.dates if each.first is None and each.day in longest - fixed] == []


@pytest.mark.parametrize("name", CASES)
def test_a_diary_has_the_same_spans(name: str) -> None:
    """An act from its day at the shortest to that at the longest, as the note and the drafts; a legal day likewise."""
    case = case_in(READING / f"{name}.yaml")
    plan = roadmap(case, case.as_of)
    events = Calendar.from_ical(calendar_file(plan, case, "fr", stamp=STAMP)).walk("VEVENT")
    spans = {(each.decoded("dtstart"), each.decoded("dtend") - timedelta(days=1)) for each in events}
    report = reading(name)
    assert report.roadmap is not None
    assert {(task.soonest, task.latest) for task in report.roadmap.tasks} <= spans
    assert {(legal.first, legal.day) for legal in moving(report)} <= spans


def test_a_diary_has_no_day_that_was_over() -> None:
    """A duty of ten years ago is told in the plan; a diary would ring for it."""
    case = case_in(READING / "petr-crte-en-place-2026.yaml")
    plan = roadmap(case, case.as_of)
    past = {each.day for each in plan.key_dates if each.past}
    events = Calendar.from_ical(calendar_file(plan, case, "fr", stamp=STAMP)).walk("VEVENT")
    own = {task.soonest for task in plan.tasks} | {legal.first for legal in plan.legal}
    assert [each for each in events if each.decoded("dtstart") in past - own] == []
    assert all(each.day < case.as_of for each in plan.key_dates if each.past)


def test_an_effect_supposes_of_its_own_procedure_only() -> None:
    """« This first day supposes that … is not needed » is said of what that effect waits for, not of other ways."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert report.note is not None
    assert report.note.effect is not None
    assert "suppose" not in report.note.effect
    other = reading("association-votes-prevus-2026")
    assert other.note is not None
    assert other.note.effect is not None
    assert squeezed("suppose que ceci ne soit pas nécessaire : les communes") in squeezed(other.note.effect)
    assert other.note.effect_if is not None
    assert squeezed("entre le 17 mars 2027 et le 17 mai 2027") in squeezed(other.note.effect)


def test_the_effect_if_an_act_not_known_to_be_needed_is_stands_beside_the_votes() -> None:
    """It is that of the plan of the case in which the answer is known: the note foretells it."""
    case = case_in(READING / "association-votes-prevus-2026.yaml")
    text = render(report_of(case).model_copy(update={"size": "note"}), ".md").decode()
    first = squeezed(text[text.index("## Ce qui est demandé") : text.index("## Les autres réponses")])
    known = roadmap(case.answer("consent.state", "pending"), case.as_of)
    assert known.effect is not None
    task, voice = known.task(known.effect), Voice("fr")
    said = f"entre le {voice.day(task.soonest)} et le {voice.day(task.latest)} : les communes"
    assert squeezed(f"Si ceci est nécessaire, l’effet vient plus tard, {said}") in first


def test_an_effect_that_nothing_unknown_moves_has_no_other_days() -> None:
    """Neither where the acts before it are all needed, nor where their answer is known."""
    case = case_in(READING / "association-votes-prevus-2026.yaml").answer("consent.state", "dispensed")
    for found in (report_of(case), reading("gip-2026")):
        assert found.note is not None
        assert found.note.effect_if is None
