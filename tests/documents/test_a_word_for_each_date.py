"""Whatever day a course misses, or may miss, has a word in the note; one that cannot be counted has its stake there."""

import re
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import LATE
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.voice import Voice

from .conftest import EXAMPLES, MADE_ON, case_in, real_base, report_of

SAMPLE = sorted((examples_folder() / "reading").glob("*.yaml"))[::12]
"""One in twelve of the cases that jurists read, whatever they are about."""


def note_of(path: Path) -> Report:
    found = next(iter(load_scenarios(path, real_base()))).consultation(engine("native"))
    return build(found, "fr", Adviser(), MADE_ON, extent=extent_of("note"))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_each_day_in_danger_has_a_word_in_the_note(path: Path) -> None:
    report = note_of(path)
    if report.note is None or report.note.kind != "course" or report.roadmap is None:
        return
    told = report.note.model_dump_json() + " ".join(term.ask for term in report.terms)
    days = {legal.day for task in report.roadmap.tasks for legal in task.legal if legal.state in LATE}
    days |= {each.day for each in report.roadmap.milestones if each.unmet_said and not each.beside}
    voice = Voice("fr")
    assert [day for day in days if voice.day(day) not in told and day.isoformat() not in told] == []


def test_a_day_not_known_from_which_a_time_runs_is_asked_with_its_stake() -> None:
    note = report_of(case_in(EXAMPLES["midi-quercy"]), "en").note
    assert note is not None
    (point,) = [each for each in note.points if each.stake]
    assert point.what.startswith("When was the SCoT approved")
    assert "6 years" in (point.stake or "")
    assert "lapses" in (point.stake or "")


def test_a_time_that_runs_from_a_day_not_known_is_told_with_the_plan() -> None:
    """No page dates it: whoever reads the plan alone learns that the day is to be found first."""
    case = case_in(EXAMPLES["midi-quercy"])
    told, known = (report_of(each, "en").roadmap for each in (case, case.answer("scot.approved_on", date(2016, 3, 1))))
    assert told is not None
    assert known is not None
    (said,) = [each for each in told.assumptions if "that day is not known" in each]
    assert "within 6 years from the approval of the SCoT" in said.replace("\u00a0", " ")
    assert [each for each in known.assumptions if "that day is not known" in each] == []


def test_what_is_owed_each_year_has_its_next_day_in_the_note_and_the_plan() -> None:
    """Its day is known: no page says that it is not, and what is to be kept in a diary has it."""
    of_a_petr, of_a_syndicate = (report_of(case_in(EXAMPLES[name]), "en") for name in ("midi-quercy", "loire-beauce"))
    assert of_a_petr.note is not None
    assert of_a_petr.roadmap is not None
    assert of_a_syndicate.note is not None
    (told,) = [each for each in of_a_petr.note.dates if each.yearly]
    assert told.day == date(2021, 12, 31)
    assert told.text.endswith("associated départements and regions (each year)")
    (planned,) = [each for each in of_a_petr.roadmap.milestones if each.yearly]
    assert (planned.id, planned.day, planned.unmet) == ("project.annual-report", told.day, False)
    assert of_a_petr.note.undated == ()
    assert of_a_syndicate.note.undated == ()  # allowances and standing orders have their days in the plan


def test_where_nothing_is_planned_what_is_owed_each_year_keeps_its_day() -> None:
    report = note_of(Path(__file__).parents[2] / "scenarios" / "project" / "real" / "balagne.yaml")
    assert report.roadmap is None
    assert report.note is not None
    assert [each.day for each in report.note.dates if each.yearly] == [date(2018, 12, 31)]


def test_the_day_of_another_reading_that_is_not_reached_either_says_so() -> None:
    report = report_of(case_in(EXAMPLES["midi-quercy"]), "en")
    assert report.note is not None
    assert report.roadmap is not None
    (late,) = [
        said for answer in report.note.answers for said in answer.late if "28 June 2021" in said.replace("\u00a0", " ")
    ]
    assert "do not reach either" in late
    assert any("do not reach either" in each for each in report.roadmap.warnings)


def test_the_state_aims_at_a_day_that_dates_and_drafts_have() -> None:
    note = report_of(case_in(EXAMPLES["midi-quercy"]), "en").note
    assert note is not None
    (aimed,) = [each for each in note.dates if "aimed at by the State" in each.text]
    assert aimed.day.isoformat() == "2021-06-30"


def test_a_scheme_ends_and_is_signed_by_one_day() -> None:
    """The last day of a scheme is a day of it: no other day is told for what is signed under it."""
    report = report_of(case_in(EXAMPLES["midi-quercy"]), "en")
    assert report.note is not None
    told = " ".join((*(term.ask for term in report.terms), *(each.text for each in report.note.dates)))
    assert "31 December 2021" in told.replace("\u00a0", " ")
    assert "30 December 2021" not in told.replace("\u00a0", " ")


def test_nothing_is_supposed_done_at_a_meeting_that_is_still_to_come() -> None:
    plan = report_of(case_in(EXAMPLES["midi-quercy"])).roadmap
    assert plan is not None
    assert any(task.id.endswith("/launch") for task in plan.tasks)
    assert any("associer" in each for each in plan.done)
    assert not any(re.search(r"lancement|séance", each) for each in plan.done)


def test_what_a_body_to_be_born_would_do_is_not_open_today() -> None:
    explained = {each.id: each.explanation or "" for each in report_of(case_in(EXAMPLES["loire-beauce"])).questions}
    assert "dès aujourd’hui" in explained["evolution"]
    assert "une fois mené ce qui précède" in explained["scot"]
    assert "dès aujourd’hui" not in explained["scot"]


def test_a_duty_and_the_plan_agree_on_when_partners_are_informed() -> None:
    """The law says that they are informed, on no day: nobody is late of a day that no text sets."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    (duty,) = [each for each in report.duties if each.rule == "assets.transformation.counterparties"]
    assert duty.when is None
    assert duty.deadline is None


def test_a_day_aimed_at_is_told_so_among_the_duties_too() -> None:
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    (duty,) = [each for each in report.duties if each.rule == "ruralite-signature"]
    assert duty.wished
    assert duty.when is not None
    assert "que vise l’État" in duty.when
    assert "en retard" not in duty.when
